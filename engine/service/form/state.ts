import { commentsOf } from '../../format/comments.ts';
import { shapeOfFile } from '../../program/read.ts';
import { schemaOf, type Schema } from '../../shape/schema.ts';
import { applyEdits } from '../../source/edit.ts';
import { sourceFile, type SourceFile } from '../../source/source-file.ts';
import type { TextEdit } from '../../source/span.ts';
import { parseYaml } from '../../yaml/document.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { Refusal } from './form.ts';
import { refusals } from './refusals.ts';
import { sameTree, treeOf, type Tree } from './tree.ts';

/** A file while it is edited: its text, what stands where in it, and the edits that led there. */
export interface State {
  readonly file: SourceFile;
  readonly root: YamlMap;
  readonly schema: Schema;
  /** What is wrong with its YAML, by code. */
  readonly faults: readonly string[];
  readonly steps: readonly (readonly TextEdit[])[];
}

/** Reads a file for editing; undefined where it has no shape. */
export function stateOf(file: SourceFile): State | undefined {
  const { root, diagnostics } = parseYaml(file);
  if (root?.yaml !== 'map') return undefined;
  const shape = shapeOfFile(root);
  if (shape === undefined) return undefined;
  const faults = diagnostics.map(({ code }) => code);
  return { file, root, schema: schemaOf(shape), faults, steps: [] };
}

/** One step: how the text changes, and what the file must say afterwards. */
export interface Step {
  readonly edits: readonly TextEdit[];
  readonly says: Tree | undefined;
  /** Comments inside this stretch may go. */
  readonly losing?: { readonly start: number; readonly end: number };
}

/**
 * Makes a step if afterwards the file says exactly what it should and has all its comments; refuses it otherwise. So no edit
 * can ever change what its author did not mean to change.
 */
export function take(state: State, { edits, says, losing }: Step): State | Refusal {
  if (edits.length === 0) return state;
  const { file } = state;
  const next = stateOf(sourceFile(file.name, applyEdits(file.text, edits)));
  if (next === undefined || says === undefined || !sameTree(treeOf(next.root), says)) return refusals.unsafe;
  if (next.faults.some((code) => !state.faults.includes(code))) return refusals.unsafe;
  const lost = losing === undefined ? [] : commentsOf(sourceFile('', file.text.slice(losing.start, losing.end)));
  if (!sameComments(commentsOf(file), [...commentsOf(next.file), ...lost])) return refusals.comments;
  return { ...next, steps: [...state.steps, edits] };
}

function sameComments(before: readonly string[], after: readonly string[]): boolean {
  const [a, b] = [before.toSorted(), after.toSorted()];
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

/** One step of an edit, on what the steps before it left. */
export type Stepper = (state: State) => Step | Refusal;

export const isRefusal = (result: object): result is Refusal => 'refused' in result;

/** Makes steps one after the other, each on what the one before left. */
export function takeAll(state: State, steps: readonly Stepper[]): State | Refusal {
  let now = state;
  for (const step of steps) {
    const made = step(now);
    if (isRefusal(made)) return made;
    const next = take(now, made);
    if (isRefusal(next)) return next;
    now = next;
  }
  return now;
}
