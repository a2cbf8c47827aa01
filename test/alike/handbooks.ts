import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Program } from '../../engine/ir/program.ts';
import { smallProgram, type Written } from '../emit/sql/corpus.ts';
import { random } from '../random/random.ts';

/** Facts as people write them; one that is not there is not given. */
export type TextRow = Readonly<Record<string, string>>;

/** A small handbook of things that random programs seldom reach, and rows to ask it about. */
export interface Alike {
  readonly name: string;
  readonly program: Program;
  readonly rows: readonly TextRow[];
}

/** What a file of `handbooks/` says: rows, or how many are drawn from the values of each fact. */
interface File extends Omit<Written, 'rows'> {
  readonly rows?: readonly TextRow[];
  readonly count?: number;
  /** An empty text is not given. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** Which `check` finds, and which are evaluated all the same. */
const meant = ['table/empty', 'table/overlap'];

export function alikeHandbooks(): readonly Alike[] {
  const folder = new URL('handbooks/', import.meta.url).pathname;
  return globSync('*.yaml', { cwd: folder })
    .sort()
    .map((file) => {
      const name = basename(file, '.yaml');
      const { rows = [], count = 0, values = {}, ...rest } = parse(readFileSync(`${folder}${file}`, 'utf8')) as File;
      return { name, program: smallProgram(name, rest, meant), rows: [...rows, ...drawn(values, count)] };
    });
}

function drawn(values: Readonly<Record<string, readonly string[]>>, count: number): readonly TextRow[] {
  const chance = random(9);
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      Object.entries(values).flatMap(([fact, texts]) => {
        const text = chance.chance(0.85) ? chance.pick(texts) : '';
        return text === '' ? [] : [[fact, text]];
      }),
    ),
  );
}
