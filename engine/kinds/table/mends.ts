import type { Fix } from '../../diagnostic/diagnostic.ts';
import { areNeighbours, atomsOf, type Box, type Grid } from '../../proof/grid.ts';
import { partOf } from '../../proof/part.ts';
import { printPart } from '../../proof/print-part.ts';
import type { Span } from '../../source/span.ts';
import type { PrintWords } from '../../value/print.ts';
import type { TablePolicy } from './index.ts';
import type { TableRow } from './rows.ts';

/** A table as it is written, and as far as its columns are looked at. */
interface Written {
  readonly policy: TablePolicy;
  readonly rows: readonly TableRow[];
  /** Names of the looked-at columns, and which columns of the policy they are. */
  readonly columns: readonly { readonly name: string; readonly index: number }[];
  readonly words: PrintWords;
  /** The file. */
  readonly text: string;
}

/**
 * A row for what no row covers. Nobody may make up what holds there, so each output says that it is not stated, with a gap of
 * the policy for the author to fill in. Nothing where rows take more than a line: where they end is for a person to see.
 */
export function rowFor(box: Box, where: string, { policy, rows, columns, words, text }: Written): readonly Fix[] {
  const last = rows.at(-1)?.span;
  const line = last === undefined ? undefined : lineOf(last, text);
  const known = policy.gaps?.at(-1)?.id.span;
  const gaps = known === undefined ? undefined : lineOf(known, text);
  if (last === undefined || line === undefined || (known !== undefined && gaps === undefined)) return [];
  const id = freeId(policy);
  const cells = policy.columns.map(({ key }, index) => {
    const at = columns.findIndex((column) => column.index === index);
    const part = box[at];
    return `${key.text}: ${part === undefined ? 'any' : scalar(printPart(part, words))}`;
  });
  const outputs = policy.outputs.map(({ key }) => `${key.text}: { unstated: ${id} }`);
  const row = `{ ${[...cells, ...outputs].join(', ')} }`;
  const says = {
    en: JSON.stringify(`Nothing is said for ${where === '' ? 'any case' : where}.`),
    zh: JSON.stringify(`未写明${where === '' ? '任何情形' : ` ${where} `}如何处理。`),
  };
  const gap = `{ id: ${id}, says: { en: ${says.en}, zh: ${says.zh} } }`;
  const behind = (place: Line, added: string): Fix['edits'][number] => ({
    span: { file: last.file, start: place.end, end: place.end },
    text: added,
  });
  const newRow = `\n${line.indent}- ${row}`;
  return [
    {
      title: { en: `Add a row that says it is not stated: ${row}`, zh: `增加一行，写明此处未作规定：${row}` },
      edits:
        gaps === undefined
          ? [behind(line, `${newRow}\ngaps:\n  - ${gap}`)]
          : [behind(line, newRow), behind(gaps, `\n${gaps.indent}- ${gap}`)],
    },
  ];
}

/** Each of two rows narrowed by what the other covers as well, where changing one cell takes away just that. */
export function narrowed(pair: readonly [number, number], grid: Grid, written: Written): readonly Fix[] {
  const atoms = pair.map((row) => atomsOf(grid, row, false));
  return pair.flatMap((row, which) => {
    const [mine, theirs] = [atoms[which] ?? [], atoms[1 - which] ?? []];
    const shared = mine.map((own, column) => own.filter((atom) => theirs[column]?.includes(atom)));
    const [column, ...more] = mine.flatMap((own, at) => (own.length === shared[at]?.length ? [] : [at]));
    const axis = column === undefined ? undefined : grid.axes[column];
    if (column === undefined || axis === undefined || more.length > 0) return [];
    const left = (mine[column] ?? []).filter((atom) => shared[column]?.includes(atom) === false);
    if (left.some((atom, i) => i > 0 && !areNeighbours(axis, left[i - 1] ?? -1, atom))) return [];
    const { name = '', index = -1 } = written.columns[column] ?? {};
    const span = written.rows[row]?.cells[index]?.span;
    // A row that does not name the column has no place for the cell.
    if (span === undefined || isSame(span, written.rows[row]?.span)) return [];
    const cell = printPart(partOf(axis, left), written.words);
    const isQuoted = /["']/u.test(written.text.charAt(span.start - 1));
    return [
      {
        title: {
          en: `Narrow row ${row + 1}: ${name}: ${cell}`,
          zh: `收窄第 ${row + 1} 行：${name}: ${cell}`,
        },
        edits: [{ span, text: isQuoted ? cell : scalar(cell) }],
      },
    ];
  });
}

interface Line {
  readonly indent: string;
  readonly end: number;
}

/** The line of a list item that stands on one line. */
function lineOf(span: Span, text: string): Line | undefined {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  const end = next < 0 ? text.length : next;
  const indent = /^(\s*)- \{.*\}\s*(?:#.*)?$/u.exec(text.slice(start, end))?.[1];
  return indent === undefined ? undefined : { indent, end };
}

const isSame = (a: Span, b: Span | undefined): boolean => a.start === b?.start && a.end === b.end;

/** As a value of YAML: what is more than words stands in quotation marks. */
const scalar = (text: string): string => (/^[\p{L}\p{N}][\p{L}\p{N} .%-]*$/u.test(text) ? text : JSON.stringify(text));

function freeId({ gaps = [] }: TablePolicy): string {
  const taken = new Set(gaps.map(({ id }) => id.text));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? 'no-row' : `no-row-${String(number)}`;
    if (!taken.has(id)) return id;
  }
}
