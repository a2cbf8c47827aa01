import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Ir, Table } from '../../ir/ir.ts';
import { nodes, rangeParts } from '../../ir/walk.ts';
import { areTyped, domainOf, type Domain, type NotDecided } from '../../proof/domain.ts';
import { holdsNothing } from '../../proof/empty.ts';
import { gaps } from '../../proof/gaps.ts';
import { layOut, type Box, type Grid } from '../../proof/grid.ts';
import { printCondition, printDomain } from '../../proof/print-part.ts';
import { overlaps, unreachableRows } from '../../proof/rows.ts';
import { shadowedRows } from '../../proof/shadowed.ts';
import { printValue } from '../../value/print.ts';
import type { CheckContext } from '../kind.ts';
import type { TablePolicy } from './index.ts';
import { coverageMessages } from './messages.ts';
import { narrowed, rowFor } from './mends.ts';
import { rowsOf, type TableRow } from './rows.ts';

/** The columns in which at least one row is choosy, and the rows as far as these columns go. */
interface Choice {
  readonly policy: TablePolicy;
  readonly node: Table;
  readonly rows: readonly TableRow[];
  readonly columns: readonly Column[];
  readonly context: CheckContext;
}
interface Column {
  readonly name: string;
  readonly index: number;
  readonly value: Ir;
  readonly domain: Domain;
}

/** Every input has a row, none has two under `unique`, and every row can decide something. */
export function checkTable(
  policy: TablePolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
): readonly Diagnostic[] {
  const node = [...lowered.values()].flatMap((ir) => [...nodes(ir)]).find((ir) => ir.op === 'table');
  const { rows, diagnostics } = rowsOf(policy);
  if (node === undefined || diagnostics.length > 0 || !areTyped(partsOf(node))) return [];
  const told = (found: NotDecided): readonly Diagnostic[] => [
    coverageMessages['not-decided']({ why: found.notDecided }, found.span ?? policy.policy.span),
  ];
  const choice = choiceOf(policy, node, rows, context);
  if ('notDecided' in choice) return told(choice);
  const grid = layOut(
    choice.columns.map(({ domain }) => domain),
    node.rows.map(({ cells }) => choice.columns.map(({ index }) => cells[index] ?? { range: 'any' })),
  );
  if ('notDecided' in grid) return told(grid);
  const holes = needsAll(node) ? gaps(grid) : [];
  const hidden = node.hit === 'first' ? shadowedRows(grid) : [];
  return [
    ...unreachable(choice, grid),
    ...('notDecided' in holes ? told(holes) : holes.map((box) => gap(choice, box))),
    ...(node.hit === 'unique' ? overlap(choice, grid) : []),
    ...('notDecided' in hidden ? told(hidden) : hidden.map(({ row, by }) => shadowed(choice, row, by))),
  ];
}

/** Is every input to have a row? Collecting from no row gives an empty sum, count or list. */
function needsAll({ otherwise, hit, collect }: Table): boolean {
  return otherwise === undefined && (hit !== 'collect' || collect === 'min' || collect === 'max');
}

const partsOf = ({ columns, rows }: Table): readonly Ir[] => [
  ...columns.map(({ value }) => value),
  ...rows.flatMap(({ cells }) => cells.flatMap(rangeParts)),
];

function choiceOf(
  policy: TablePolicy,
  node: Table,
  rows: readonly TableRow[],
  context: CheckContext,
): Choice | NotDecided {
  const columns: Column[] = [];
  for (const [index, { name, value }] of node.columns.entries()) {
    if (node.rows.every(({ cells }) => cells[index]?.range === 'any')) continue;
    const place = policy.columns[index]?.value.span;
    const twin = columns.find((other) => isSameFact(other.value, value));
    if (twin !== undefined) {
      const why = {
        en: `the columns ${twin.name} and ${name} speak about the same fact. Make them one.`,
        zh: `列 ${twin.name} 与 ${name} 所指的是同一事实，请合并为一列。`,
      };
      return { notDecided: why, ...(place === undefined ? {} : { span: place }) };
    }
    const domain = domainOf(value, context);
    if ('notDecided' in domain) return { ...domain, ...(place === undefined ? {} : { span: place }) };
    columns.push({ name, index, value, domain });
  }
  return { policy, node, rows, columns, context };
}

const isSameFact = (a: Ir, b: Ir): boolean => a.op === 'fact' && b.op === 'fact' && a.name === b.name;

function unreachable({ node, rows, columns, context }: Choice, grid: Grid): readonly Diagnostic[] {
  return unreachableRows(grid).flatMap(({ row, column: at }) => {
    const column = columns[at];
    const range = column === undefined ? undefined : node.rows[row]?.cells[column.index];
    const span = column === undefined ? undefined : rows[row]?.cells[column.index]?.span;
    if (column === undefined || range === undefined || span === undefined) return [];
    if (holdsNothing(range)) return [coverageMessages.empty({ row: row + 1 }, span)];
    const args = { row: row + 1, column: column.name, range: printDomain(column.domain, context.words) };
    return [coverageMessages.unreachable(args, span)];
  });
}

function gap(choice: Choice, box: Box): Diagnostic {
  // Where the missing row would be written: behind the last one.
  const { origin } = choice.node.rows.at(-1) ?? choice.node;
  const place = placeOf(choice, box);
  const fixes = rowFor(box, place.where, writtenOf(choice));
  return coverageMessages.gap(place, origin, { ...witnessOf(choice, box), fixes });
}

function writtenOf({ policy, rows, columns, context: { words, text } }: Choice): Parameters<typeof rowFor>[2] {
  return { policy, rows, columns, words, text };
}

function overlap(choice: Choice, grid: Grid): readonly Diagnostic[] {
  return overlaps(grid).flatMap(({ rows: [earlier, later], box }) => {
    const [first, second] = [choice.node.rows[earlier], choice.node.rows[later]];
    if (first === undefined || second === undefined) return [];
    const rows = [earlier + 1, later + 1] as const;
    const related = [{ span: first.origin, message: { en: `This is row ${rows[0]}.`, zh: `此为第 ${rows[0]} 行。` } }];
    return [
      coverageMessages.overlap({ rows, ...placeOf(choice, box) }, second.origin, {
        related,
        fixes: narrowed([earlier, later], grid, writtenOf(choice)),
        ...witnessOf(choice, box),
      }),
    ];
  });
}

function shadowed({ node }: Choice, row: number, by: readonly number[]): Diagnostic {
  const related = by.flatMap((one) => {
    const span = node.rows[one]?.origin;
    return span === undefined
      ? []
      : [{ span, message: { en: `Row ${one + 1} comes first.`, zh: `第 ${one + 1} 行在前。` } }];
  });
  const span = node.rows[row]?.origin ?? node.origin;
  return coverageMessages.shadowed({ row: row + 1, by: by.map((one) => one + 1) }, span, { related });
}

/** The box in words: columns in which everything is meant are left out. */
function placeOf(
  { columns, context: { words } }: Choice,
  box: Box,
): { readonly where: string; readonly witness: string } {
  const parts = columns.flatMap((column, i) => {
    const part = box[i];
    return part === undefined ? [] : [{ column, part }];
  });
  const conditions = parts.flatMap(({ column, part }) =>
    part.covers.is === 'everything' ? [] : [printCondition(column.name, part, words)],
  );
  const examples = parts.flatMap(({ column, part }) =>
    part.witness === undefined ? [] : [`${column.name} = ${printValue(part.witness, words)}`],
  );
  return { where: conditions.join(', '), witness: examples.join(', ') };
}

/** Facts to replay a finding with; a table with a computed column, or without any choosy one, has none. */
function witnessOf({ columns, context }: Choice, box: Box): { readonly witness?: Readonly<Record<string, string>> } {
  const given = columns.map(({ value }, i) => {
    const witness = box[i]?.witness;
    return value.op === 'fact' && witness !== undefined
      ? ([value.name, printValue(witness, context.words)] as const)
      : undefined;
  });
  const facts = given.filter((pair) => pair !== undefined);
  return facts.length === columns.length ? { witness: Object.fromEntries(facts) } : {};
}
