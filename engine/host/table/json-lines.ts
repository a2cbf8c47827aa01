import type { RawFact } from '../../value/facts.ts';
import { parseFactsJson } from '../../value/facts-json.ts';
import { isUnreadable, type Unreadable } from '../../tables/unreadable.ts';
import { whyUnreadable } from '../read-text.ts';
import { rawOf, type Cell } from '../../tables/cell.ts';
import { decodeText } from './decode-text.ts';
import type { Encoding } from '../../tables/encoding.ts';
import { emptyLines, lateKeys } from '../../tables/messages.ts';
import type { Row, Table } from '../../tables/table.ts';

interface Options {
  readonly name: string;
  readonly missing: Unreadable;
  readonly encoding?: Encoding | undefined;
  /** All keys, where a reading before this one found them; else the keys of the first line are all that may come. */
  readonly keys?: readonly string[];
}

/** Begins to read a table of JSON Lines: an object a line, numbers by their source text. */
export async function readJsonLines(
  bytes: AsyncIterable<Uint8Array>,
  { name, missing, encoding, keys }: Options,
): Promise<Table | Unreadable> {
  const lines = linesOf(bytes, { name, missing, encoding });
  const first = await lines.next();
  if (first.done === true) return emptyLines(name);
  if (isUnreadable(first.value)) return first.value;
  const header = keys ?? keysOf(first.value);
  const manner = { mark: false, lineEnd: '\n' } as const;
  return { name, format: 'jsonl', header, manner, rows: rowsOf(first.value, lines, header) };
}

/** The keys of all lines, in the order in which they first stand. */
export async function keysOfLines(
  bytes: AsyncIterable<Uint8Array>,
  options: Omit<Options, 'keys'>,
): Promise<readonly string[] | Unreadable> {
  const keys = new Set<string>();
  for await (const line of linesOf(bytes, options)) {
    if (isUnreadable(line)) return line;
    if (!hasOnly(keys, line)) for (const key of keysOf(line)) keys.add(key);
  }
  return [...keys];
}

/** Nearly all lines have the keys of those before them, which the platform's own reader says ten times faster. */
function hasOnly(keys: ReadonlySet<string>, { text }: Line): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.keys(value).every((key) => keys.has(key));
  } catch {
    return false;
  }
}

interface Line {
  readonly line: number;
  readonly text: string;
}

function keysOf({ text }: Line): readonly string[] {
  const parsed = parseFactsJson(text);
  return 'raw' in parsed ? Object.keys(parsed.raw) : [];
}

async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  { name, missing, encoding }: Omit<Options, 'keys'>,
): AsyncGenerator<Line | Unreadable, void, undefined> {
  let [rest, line] = ['', 0];
  try {
    for await (const piece of decodeText(bytes, name, encoding, { encoding: undefined, mark: false })) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        line += 1;
        if (text.trim() !== '') yield { line, text };
      }
    }
    if (rest.trim() !== '') yield { line: line + 1, text: rest };
  } catch (error) {
    yield isUnreadable(error) ? { unreadable: error.unreadable } : whyUnreadable(error, name, missing);
  }
}

async function* rowsOf(
  first: Line,
  lines: AsyncGenerator<Line | Unreadable, void, undefined>,
  header: readonly string[],
): AsyncGenerator<Row | Unreadable, void, undefined> {
  const known = new Set(header);
  yield rowOf(first, header, known);
  for await (const line of lines) yield isUnreadable(line) ? line : rowOf(line, header, known);
}

/** The row of a line that is not blank. */
export function rowOf({ line, text }: Line, header: readonly string[], known: ReadonlySet<string>): Row {
  const parsed = parseFactsJson(text);
  if ('diagnostic' in parsed) {
    const { message, span } = parsed.diagnostic;
    const at = span.start + 1;
    const problem = { en: `at character ${at}: ${message.en}`, zh: `第 ${at} 个字符处：${message.zh}` };
    return { line, cells: header.map(() => ''), extra: [text], problem };
  }
  const { raw } = parsed;
  const late = Object.keys(raw).filter((key) => !known.has(key));
  const cells = header.map((key) => (Object.hasOwn(raw, key) ? cellOf(raw[key] ?? null) : ''));
  if (late.length === 0) return { line, cells, source: text.trim() };
  return { line, cells, source: text.trim(), problem: lateKeys(late) };
}

function cellOf(raw: RawFact): Cell {
  if (raw === null) return '';
  if (typeof raw === 'string') return raw === '' ? { text: '', raw } : raw;
  if (typeof raw === 'boolean') return { text: String(raw), raw, stored: { truth: raw } };
  const digits = numberOf(raw);
  if (digits === undefined) return { text: jsonText(raw), raw };
  return /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/.test(digits)
    ? { text: digits, raw, stored: { digits } }
    : { text: digits, raw };
}

/** The source text of a number; undefined for lists and objects. */
function numberOf(raw: RawFact): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('source' in raw)) return undefined;
  return typeof raw.source === 'string' && Object.keys(raw).length === 1 ? raw.source : undefined;
}

/** A cell as JSON; an empty one is null. */
export function jsonCell(cell: Cell): string {
  return jsonText(typeof cell !== 'string' && cell.unfit !== undefined ? cell.text : rawOf(cell));
}

/** JSON again, each number as it was written. */
function jsonText(raw: RawFact): string {
  if (Array.isArray(raw)) return `[${raw.map((item: RawFact) => jsonText(item)).join(',')}]`;
  if (typeof raw !== 'object' || raw === null) return JSON.stringify(raw);
  const number = numberOf(raw);
  if (number !== undefined) return number;
  const fields = Object.entries(raw).map(([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`);
  return `{${fields.join(',')}}`;
}
