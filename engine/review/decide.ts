import { insertKey } from '../shape/insert-key.ts';
import { applyEdits } from '../source/edit.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span, TextEdit } from '../source/span.ts';
import { parseYaml } from '../yaml/document.ts';
import type { YamlMap } from '../yaml/node.ts';

interface Decided {
  readonly text: string;
  /** What stood in the place of the decision; empty where nothing did. */
  readonly was: string;
  readonly is: string;
  readonly at: Span;
}

const order = ['id', 'clause', 'clauses', 'about', 'question', 'answer', 'status'];

/**
 * The file with the interpretation or convention decided: `decided` takes the place of `status`, nothing else changes. Undefined
 * where the file has no such entry or it is decided already. `on` is a day of the calendar.
 */
export function decideInterpretation(file: SourceFile, id: string, by: string, on: string): Decided | undefined {
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
  return { text: applyEdits(file.text, [edit]), was, is, at: edit.span };
}

function entryOf(root: ReturnType<typeof parseYaml>['root'], id: string): YamlMap | undefined {
  if (root?.yaml !== 'map') return undefined;
  const lists = root.entries.filter(({ key }) => key.text === 'interpretations' || key.text === 'conventions');
  return lists
    .flatMap(({ value }) => (value.yaml === 'list' ? value.items : []))
    .filter((item) => item.yaml === 'map')
    .find(({ entries }) =>
      entries.some(({ key, value }) => key.text === 'id' && value.yaml === 'scalar' && value.text === id),
    );
}
