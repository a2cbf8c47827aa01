import { parseCell } from '../../expression/parse.ts';
import { columns, fill, inQuotes, mostColumns, printScalar } from '../../format/scalar.ts';
import { plainScalar } from '../../shape/plain.ts';
import type { Schema } from '../../shape/schema.ts';
import type { YamlScalar } from '../../yaml/node.ts';

/** A text as a YAML scalar on one line, in quotes where YAML would read something else. */
export function scalarText(text: string, schema: Schema, between: boolean): string {
  if (text === '') return '""';
  switch (schema['x-bylaw']) {
    case 'cell':
      return isRange(text) ? inQuotes(text) : freely(text, between);
    case 'expression':
    case 'scalar':
    case 'structured':
    case 'yaml':
    case 'integer':
    case 'truth':
      return freely(text, between);
    default:
      // Between brackets a round one may look like the end of an interval.
      return between && /[()]/.test(text) ? inQuotes(text) : printScalar({ text, plain: false }, between);
  }
}

/** In the language of expressions quotes mean nothing: they are there only where YAML needs them. */
const freely = (text: string, between: boolean): string =>
  printScalar({ text, plain: plainScalar({ text, plain: true }) !== null }, between);

/** The usual form has intervals and sets in quotes, as the formatter writes them. */
function isRange(text: string): boolean {
  const { cell } = parseCell({ file: '', text, offsets: Array.from({ length: text.length + 1 }, (_, i) => i) });
  return cell.cell === 'interval' || cell.cell === 'set' || cell.cell === 'not';
}

/** What stands in place of a scalar so that it says another text: in the quotes and on the lines that it had. */
export function replacedScalar(
  source: string,
  old: YamlScalar,
  text: string,
  schema: Schema,
  between: boolean,
): string {
  const raw = source.slice(old.span.start, old.span.end);
  const blank = /[\s[{,]/.test(source[old.span.start - 1] ?? ' ') ? '' : ' ';
  const column = old.span.start - (source.lastIndexOf('\n', old.span.start - 1) + 1);
  if (/^>-?[ \t]*(?:#.*)?\r?\n/.test(raw) && text !== '' && text === text.trim() && !/[\n\t]| {2}/.test(text)) {
    const header = raw.slice(0, raw.indexOf('\n') + 1);
    const indentation = /^ */.exec(raw.slice(header.length))?.[0] ?? '';
    return header + indentation + fill(text, indentation.length, indentation).join(newlineOf(source));
  }
  const written = sameQuotes(raw, text) ?? scalarText(text, schema, between);
  // A block has room below: long texts go on there, as the formatter has them.
  if (between || column + columns(written) <= mostColumns || /[\n\\]/.test(written)) return blank + written;
  const line = source.slice(source.lastIndexOf('\n', old.span.start - 1) + 1, old.span.start);
  const indentation = ' '.repeat((/^(?: |- )*/.exec(line)?.[0].length ?? 0) + 2);
  return blank + fill(written, column, indentation).join(newlineOf(source));
}

const newlineOf = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');

/** Who put quotes around a text likes them there; nothing where the new text needs others. */
function sameQuotes(raw: string, text: string): string | undefined {
  // Empty quotes only held the place.
  if (text === '' || raw.length === 2 || /[\n\r\t\\]/.test(text) || /[^\P{C}\u200d]/u.test(text)) return undefined;
  if (raw.startsWith('"') && !text.includes('"')) return `"${text}"`;
  return raw.startsWith("'") ? `'${text.replaceAll("'", "''")}'` : undefined;
}
