import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { contextOf } from './context.ts';
import { describe, escaped } from './describe.ts';
import { readingOf } from './file-sketch.ts';
import { isKnownKey, mentionsOf } from './mentions.ts';
import { docOfSchema, whatOf } from './schema-words.ts';
import type { Written } from './written.ts';

/** What is said of a place, as Markdown, and the text that it is said of. */
export interface Hover {
  readonly span: Span;
  readonly text: Texts;
}

/** What the name or key at a place is; undefined where there is none. */
export function hover(workspace: Workspace, path: string, offset: number): Hover | undefined {
  const reading = readingOf(workspace, path);
  const written = reading?.written.find(({ scalar }) => scalar.start <= offset && offset <= scalar.end);
  if (reading === undefined || written === undefined) return undefined;
  const context = contextOf(workspace, path, reading.root);
  const named = mentionsOf(written, reading, context).findLast(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
  if (named !== undefined) return { span: named.span, text: describe(named.thing, workspace.handbook) };
  if (written.role !== 'key' || written.schema === undefined) return undefined;
  if (!written.allowed.some((schema) => isKnownKey(schema, written.scalar.text))) return undefined;
  return {
    span: { file: path, start: written.scalar.start, end: written.scalar.end },
    text: aboutKey(written, written.schema),
  };
}

function aboutKey({ scalar }: Written, schema: Parameters<typeof docOfSchema>[0]): Texts {
  const doc = docOfSchema(schema);
  const what = whatOf(schema);
  return {
    en: `**${scalar.text}**  \n${escaped(doc.en)}\n\nExpected: ${escaped(what.en)}`,
    zh: `**${scalar.text}**  \n${escaped(doc.zh)}\n\n应填：${escaped(what.zh)}`,
  };
}
