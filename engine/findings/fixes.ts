import type { Fix, Texts } from '../diagnostic/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';

type FileOf = (name: string) => SourceFile | undefined;

/** Takes out the list item on whose line the place stands; an item of several lines is for a person. */
export function withoutItem(span: Span, fileOf: FileOf, title: Texts, also: Fix['edits'] = []): readonly Fix[] {
  const text = fileOf(span.file)?.text;
  if (text === undefined) return [];
  const start = text.lastIndexOf('\n', span.start - 1);
  const next = text.indexOf('\n', span.end);
  const end = next < 0 ? text.length : next;
  if (start < 0 || !/^\s*- \{.*\}\s*(#.*)?$/u.test(text.slice(start + 1, end))) return [];
  return [{ title, edits: [...also, { span: { file: span.file, start, end }, text: '' }] }];
}
