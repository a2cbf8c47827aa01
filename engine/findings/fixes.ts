import type { Fix, Texts } from '../diagnostic/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';

type FileOf = (name: string) => SourceFile | undefined;

/** Takes out the list item on whose line the place stands; an item of several lines is for a person. */
export function withoutItem(span: Span, fileOf: FileOf, title: Texts, also: Fix['edits'] = []): readonly Fix[] {
  const item = itemAt(span, fileOf);
  if (item === undefined) return [];
  const { file, start, end } = item;
  return [{ title, edits: [...also, { span: { file, start: start - 1, end }, text: '' }] }];
}

/** Writes another scalar at a place in one item of a list and takes out a second item; nothing where people must look. */
export function mergedItems(
  place: Span,
  merged: (written: string) => string | undefined,
  later: Span,
  fileOf: FileOf,
  title: Texts,
): readonly Fix[] {
  const [item, other] = [itemAt(place, fileOf), itemAt(later, fileOf)];
  const span = item === undefined ? undefined : scalarAt(place, item, fileOf(place.file)?.text ?? '');
  if (item === undefined || other === undefined || span === undefined || item.start === other.start) return [];
  const text = merged((fileOf(span.file)?.text ?? '').slice(span.start, span.end).replace(/^"(.*)"$/u, '$1'));
  // What stands in quotation marks is written as it is: it has none of its own.
  if (text === undefined || /["\\]/u.test(text)) return [];
  return withoutItem(later, fileOf, title, [{ span, text: `"${text}"` }]);
}

/** The line of a list item that stands on one line. */
function itemAt(span: Span, fileOf: FileOf): Span | undefined {
  const text = fileOf(span.file)?.text;
  if (text === undefined) return undefined;
  const before = text.lastIndexOf('\n', span.start - 1);
  const next = text.indexOf('\n', span.end);
  const end = next < 0 ? text.length : next;
  if (before < 0 || !/^\s*- \{.*\}\s*(#.*)?$/u.test(text.slice(before + 1, end))) return undefined;
  return { file: span.file, start: before + 1, end };
}

/** The scalar of a flow mapping that a place lies in, with its quotation marks. */
function scalarAt({ file, start: at }: Span, item: Span, text: string): Span | undefined {
  const scalars = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^\s,:{}[\]"'#]|:(?! ))(?:[^,:{}[\]#]|:(?! )|(?<! )#)*/gu;
  for (const { 0: written, index } of text.slice(item.start, item.end).matchAll(scalars)) {
    const start = item.start + index;
    if (at >= start && at < start + written.length) return { file, start, end: start + written.trimEnd().length };
  }
  return undefined;
}
