import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { compile as originalCompile } from '../../engine/compile/compile.ts';
import type { evaluate as originalEvaluate } from '../../engine/evaluate/evaluate.ts';
import { batchedBy } from '../random/batched.ts';
import type { Evaluator } from '../random/differential.ts';
import type { Bug } from './bug.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the evaluators consist of. */
const folders = ['source', 'diagnostic', 'ir', 'value', 'plain', 'evaluate', 'compile'];

export interface Copy {
  /** How often the place to be changed was found; a bug is put in only where it is once. */
  readonly places: number;
  readonly evaluator: Evaluator;
  readonly remove: () => void;
}

/** The evaluators with the bug, in a place of their own; the working tree stays as it is. */
export async function copyWith(bug: Bug): Promise<Copy> {
  const { places, remove, load } = copyOf(folders, bug);
  return { places, remove, evaluator: await evaluatorOf(bug, load) };
}

/** Folders and files below `engine/` with the bug, to be loaded from. */
export function copyOf(
  parts: readonly string[],
  bug: Bug,
): Pick<Copy, 'places' | 'remove'> & { readonly load: (path: string) => Promise<unknown> } {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-seeded-bug-'));
  const remove = (): void => rmSync(folder, { recursive: true });
  for (const name of parts) cpSync(join(root, 'engine', name), join(folder, 'engine', name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const file = join(folder, 'engine', bug.file);
  const text = readFileSync(file, 'utf8');
  const places = text.split(bug.find).length - 1;
  writeFileSync(
    file,
    text.replace(bug.find, () => bug.replace),
  );
  const load = (path: string): Promise<unknown> =>
    import(/* @vite-ignore */ pathToFileURL(join(folder, 'engine', path)).href);
  return { places, remove, load };
}

interface Evaluators {
  readonly evaluate: typeof originalEvaluate;
  readonly compile: typeof originalCompile;
}

/** The one evaluator that the bug was put into. */
async function evaluatorOf(bug: Bug, load: (path: string) => Promise<unknown>): Promise<Evaluator> {
  if (bug.file.startsWith('evaluate/')) {
    const { evaluate } = (await load('evaluate/evaluate.ts')) as Pick<Evaluators, 'evaluate'>;
    return (program) => (decision, facts, asking) => evaluate(program, decision, facts, asking);
  }
  const { compile } = (await load('compile/compile.ts')) as Pick<Evaluators, 'compile'>;
  // By turns one question by itself, and as a row: both print the same tree.
  const asRows = batchedBy(compile);
  return (program) => {
    const compiled = compile(program);
    const rows = asRows(program);
    let turn = 0;
    return (decision, facts, asking) => {
      turn += 1;
      return turn % 2 === 0 ? rows(decision, facts, asking) : compiled.evaluate(decision, facts, asking);
    };
  };
}
