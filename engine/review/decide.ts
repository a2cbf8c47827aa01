import { insertKey } from '../shape/insert-key.ts';
import { applyEdits } from '../source/edit.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span, TextEdit } from '../source/span.ts';
import { parseYaml } from '../yaml/document.ts';
import type { YamlMap } from '../yaml/node.ts';

interface Decided {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** What stood in the place of the decision; empty where nothing did. */
  readonly was: string;
  readonly is: string;
  readonly at: Span;
}

const order = ['id', 'clause', 'clauses', 'about', 'question', 'answer', 'status'];

/**
 * The file with the interpretation or convention decided: `decided` takes the place of `status`, nothing else changes. Undefined
 * where the file has no such entry or it is decided already. `on` is a day of the calendar. A note stands beside it as a comment.
 */
export function decideInterpretation(
  file: SourceFile,
  id: string,
  by: string,
  on: string,
  note: string = '',
): Decided | undefined {
  const entry = entryOf(parseYaml(file).root, id);
  if (entry === undefined || entry.entries.some(({ key }) => key.text === 'decided')) return undefined;
  const value = `{ by: ${by}, date: ${on} }`;
  const is = `decided: ${value}`;
  const status = entry.entries.find(({ key }) => key.text === 'status');
  const edit: TextEdit =
    status === undefined
      ? insertKey(file.text, entry, order, 'decided', value)
      : { span: { ...status.span, end: status.value.span.end }, text: is };
  const was = status === undefined ? '' : file.text.slice(edit.span.start, edit.span.end);
  const edits = noted(file.text, entry, edit, note);
  return { text: applyEdits(file.text, edits), edits, was, is, at: edit.span };
}

/** Behind the decision; in braces, where a comment would swallow what follows, on a line above the entry. */
function noted(text: string, entry: YamlMap, edit: TextEdit, note: string): readonly TextEdit[] {
  const line = note.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return [edit];
  if (text[entry.span.start] !== '{') return [{ ...edit, text: `${edit.text} # ${line}` }];
  const start = text.lastIndexOf('\n', entry.span.start) + 1;
  const indentation = /^ */.exec(text.slice(start))?.[0] ?? '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ span: { file: entry.span.file, start, end: start }, text: `${indentation}# ${line}${newline}` }, edit];
}

export function entryOf(root: ReturnType<typeof parseYaml>['root'], id: string): YamlMap | undefined {
  if (root?.yaml !== 'map') return undefined;
  const lists = root.entries.filter(({ key }) => key.text === 'interpretations' || key.text === 'conventions');
  return lists
    .flatMap(({ value }) => (value.yaml === 'list' ? value.items : []))
    .filter((item) => item.yaml === 'map')
    .find(({ entries }) =>
      entries.some(({ key, value }) => key.text === 'id' && value.yaml === 'scalar' && value.text === id),
    );
}
