import type { Span } from '../../../engine/service/index.ts';
import { placeIn } from '../documents/line.ts';
import type { TextHistory } from '../documents/early-undo.ts';
import type { Documents } from '../documents/store.ts';
import { monaco } from './setup.ts';

const scheme = 'handbook';

/** The address under which Monaco knows a file of the handbook. */
export function uriOf(path: string): monaco.Uri {
  return monaco.Uri.from({ scheme, path: `/${path}` });
}

/** The file that a model is of; undefined for the page's own ones, such as the other side of a comparison. */
export function pathOf(uri: monaco.Uri): string | undefined {
  return uri.scheme === scheme ? uri.path.slice(1) : undefined;
}

/**
 * Monaco's models of the handbook's files: made when a file is first shown or changed, kept so that undo stays, and always of the
 * documents' text, whoever changes it.
 */
export interface Models {
  /** The model of a file; null where there is no such file. */
  readonly of: (path: string) => monaco.editor.ITextModel | null;
}

/** `before`: what was done to texts while there were no models; undo goes on behind it. */
export function connectModels(documents: Documents, before: ReadonlyMap<string, TextHistory>): Models {
  documents.onChange((path, now) => {
    const model = monaco.editor.getModel(uriOf(path));
    if (now === undefined) model?.dispose();
    else if (model !== null && model.getValue() !== now.text) replaceText(model, now.text);
  });
  const of = (path: string): monaco.editor.ITextModel | null => {
    const known = monaco.editor.getModel(uriOf(path));
    const document = documents.get(path);
    if (known !== null || document === undefined) return known;
    const model = modelWith(path, document.text, before.get(path));
    model.onDidChangeContent(() => documents.type(path, model.getValue()));
    return model;
  };
  // At once: from now on only models record what is done.
  for (const path of before.keys()) of(path);
  return { of };
}

/** A model that has gone through what was done to its text. */
function modelWith(
  path: string,
  text: string,
  { past, future }: TextHistory = { past: [], future: [] },
): monaco.editor.ITextModel {
  const [first = text, ...rest] = [...past, text, ...future];
  const model = monaco.editor.createModel(first, 'yaml', uriOf(path));
  for (const next of rest) replaceText(model, next);
  for (const _ of future) void model.undo();
  if (model.getValue() !== text) throw new Error(`What was done to ${path} ends in another text`);
  return model;
}

/** One edit of what differs, so that the cursor stays where it can, and undo takes it back. */
function replaceText(model: monaco.editor.ITextModel, text: string): void {
  const before = model.getValue();
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  // Half of a line end, or of a character of two units, is no place for an edit.
  const isHalf = (char: string | undefined): boolean => char !== undefined && /[\r\uD800-\uDBFF]/.test(char);
  while (start > 0 && isHalf(before[start - 1])) start -= 1;
  while (end > 0 && isHalf(before[before.length - end - 1])) end -= 1;
  edit(model, [{ start, end: before.length - end, text: text.slice(start, text.length - end) }]);
}

/** Makes edits as one step of undo. */
export function edit(
  model: monaco.editor.ITextModel,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): void {
  const operations = edits.map(({ start, end, text }) => ({ range: plainRange(model, start, end), text }));
  model.pushStackElement();
  model.pushEditOperations([], operations, () => null);
  model.pushStackElement();
}

/** A span as Monaco counts; one without length gets a character, so that it can be seen. */
export function rangeOf(model: monaco.editor.ITextModel, { start, end }: Span): monaco.Range {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(Math.max(end, start));
  if (end > start) return monaco.Range.fromPositions(from, to);
  const last = model.getLineMaxColumn(from.lineNumber);
  return from.column < last
    ? monaco.Range.fromPositions(from, from.delta(0, 1))
    : monaco.Range.fromPositions(from.with(undefined, Math.max(1, from.column - 1)), from);
}

/** Unlike a squiggle, an edit may have no length. */
export function plainRange(model: monaco.editor.ITextModel, start: number, end: number): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** A span of a file that may have no model. */
export function rangeIn(text: string, { start, end }: Span): monaco.IRange {
  const [from, to] = [placeIn(text, start), placeIn(text, end)];
  return {
    startLineNumber: from.line,
    startColumn: from.column,
    endLineNumber: to.line,
    endColumn: to.column,
  };
}
