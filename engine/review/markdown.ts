import { printable } from '../diagnostic/code-frame.ts';

// Reports are Markdown, and much of what stands in them is other people's text: titles, answers, cells, names of files and
// branches. Only the report's own words may be markup.

/** What somebody wrote, as text of one line: it shows as it was written, links nowhere and calls nobody. */
export function plain(text: string): string {
  return safe(oneLine(text)).replaceAll('`', '\\`');
}

/** A sentence of our own, with code between single backticks; whatever else could be markup comes from names and titles in it. */
export function prose(text: string): string {
  const parts = oneLine(text).split(/(?<!`)(`[^`]+`)(?!`)/u);
  return parts.map((part, i) => (i % 2 === 1 ? part : markless(part, i === 0))).join('');
}

/** A name or path as code, also one with backticks of its own. */
export function code(text: string): string {
  const written = oneLine(text);
  const longest = Math.max(0, ...[...written.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = longest > 0 ? ' ' : '';
  return `${fence}${blank}${written}${blank}${fence}`;
}

/** Markdown as one cell of a table. */
export function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

const oneLine = (text: string): string => printable(text.replaceAll(/\s+/gu, ' ').trim());

const markless = (text: string, isFirst: boolean): string =>
  (isFirst ? safe(text) : inline(text)).replaceAll('`', '\\`');

const safe = (text: string): string => leading(inline(text));

/** Marks that would begin a heading, a list, a quotation, a rule or a table where a line begins. */
function leading(text: string): string {
  return text
    .replace(/^(?:#{1,6}(?= |$)|[-+](?= |$)|[-=]{2,} *$|>|\|)/u, (mark) => `\\${mark}`)
    .replace(/^(\d{1,9})([.)])(?= |$)/u, '$1\\$2')
    .replace(/^\[(?=[ x]\])/iu, '\\[');
}

// Links to pages, people and other requests are made of bare text too; behind this sign, which nobody sees, they are none.
const joiner = '\u2060';

function inline(text: string): string {
  return text
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '\\\\')
    .replaceAll(/(?<! )\*|\*(?! )|^\*/gu, '\\*')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll('~', '\\~')
    .replaceAll(/\[(?=[\^!])/gu, '\\[')
    .replaceAll(/\](?=[([:])/gu, '\\]')
    .replaceAll(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll(/<(?=[a-z!/?])/giu, '&lt;')
    .replaceAll(/@(?=[\p{L}\p{N}])/gu, `@${joiner}`)
    .replaceAll(/#(?=\d)/gu, `#${joiner}`)
    .replaceAll(/\b(https?|ftp|www|GH)(?=:\/\/|\.|-\d)/giu, `$1${joiner}`);
}
