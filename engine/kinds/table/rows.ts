import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { suggest } from '../../diagnostic/suggest.ts';
import type { Cell } from '../../expression/ast.ts';
import type { Entry, Word } from '../../shape/schema.ts';
import type { Span } from '../../source/span.ts';
import type { Place } from '../place.ts';
import type { RowEntry, TableEntry, TablePolicy } from './index.ts';
import { tableMessages } from './messages.ts';

/** A row sorted into cells, in the order of the columns, and values by output. */
export interface TableRow {
  readonly entry: RowEntry['value'];
  readonly span: Span;
  /** Of `otherwise` none. */
  readonly cells: readonly Cell[];
  readonly values: ReadonlyMap<string, Place>;
}

export interface TableRows {
  readonly rows: readonly TableRow[];
  readonly otherwise: TableRow | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const reserved = ['rests-on', 'cites', 'origin', 'otherwise'];

/** Sorts what stands in the rows by the columns and outputs that the policy names. */
export function rowsOf(policy: TablePolicy): TableRows {
  const found: Diagnostic[] = [...namesOf(policy)];
  const rows: TableRow[] = [];
  let otherwise: TableRow | undefined;
  for (const { form, value } of policy.rows) {
    if (otherwise !== undefined) found.push(tableMessages['after-otherwise']({}, value.span));
    if (form === 'plain') {
      rows.push(rowOf(policy, value, found));
      continue;
    }
    const values = new Map<string, Place>();
    for (const { key, value: written } of value.otherwise) {
      if (isOutput(policy, key)) values.set(key.text, written);
      else found.push(unknownKey(key, outputNames(policy)));
    }
    otherwise ??= { entry: value, span: value.span, cells: [], values };
    found.push(...missingValues(policy, values, value.span));
  }
  return { rows, otherwise, diagnostics: found };
}

function rowOf(
  policy: TablePolicy,
  entry: Extract<RowEntry, { form: 'plain' }>['value'],
  found: Diagnostic[],
): TableRow {
  const names = [...policy.columns.map(nameOf), ...outputNames(policy)];
  const cells = new Map<string, Cell>();
  const values = new Map<string, Place>();
  for (const { key, value } of entry.others) {
    if (isColumn(policy, key)) {
      if (value.form === 'plain') cells.set(key.text, value.value);
      else found.push(tableMessages['not-a-cell']({ column: key.text }, key.span));
    } else if (isOutput(policy, key)) {
      const place = placeOf(value);
      if (place === undefined) found.push(tableMessages['not-a-value']({ output: key.text }, spanOf(value, key)));
      else values.set(key.text, place);
    } else {
      found.push(unknownKey(key, names));
    }
  }
  const unknown = entry.others.map(nameOf).filter((key) => !names.includes(key));
  // What is misspelt has been told; that it is missing too would say it twice.
  const written = new Set([...entry.others.map(nameOf), ...unknown.flatMap((key) => suggest(key, names).slice(0, 1))]);
  for (const { key } of policy.columns) {
    if (!written.has(key.text)) found.push(tableMessages['no-cell']({ column: key.text }, entry.span));
  }
  found.push(...missingValues(policy, written, entry.span));
  const any: Cell = { cell: 'any', span: entry.span };
  return { entry, span: entry.span, cells: policy.columns.map(({ key }) => cells.get(key.text) ?? any), values };
}

/** A cell that names one value is a value. */
function placeOf(entry: TableEntry): Place | undefined {
  if (entry.form !== 'plain') return entry;
  return entry.value.cell === 'value' ? { form: 'plain', value: entry.value.value } : undefined;
}

const spanOf = (entry: TableEntry, key: Word): Span => (entry.form === 'plain' ? entry.value.span : key.span);
const nameOf = ({ key }: Entry<unknown>): string => key.text;
const outputNames = ({ outputs }: TablePolicy): readonly string[] => outputs.map(nameOf);
const isColumn = ({ columns }: TablePolicy, key: Word): boolean =>
  columns.some((column) => nameOf(column) === key.text);
const isOutput = (policy: TablePolicy, key: Word): boolean => outputNames(policy).includes(key.text);

function unknownKey({ text, span }: Word, known: readonly string[]): Diagnostic {
  const near = suggest(text, known);
  return tableMessages['unknown-key']({ key: text, near, known }, span, {
    fixes: near.map((name) => ({
      title: { en: `Change to “${name}”`, zh: `改为“${name}”` },
      edits: [{ span, text: name }],
    })),
  });
}

function missingValues(
  policy: TablePolicy,
  written: { has(name: string): boolean },
  span: Span,
): readonly Diagnostic[] {
  const missing = outputNames(policy).filter((output) => !written.has(output));
  return missing.map((output) => tableMessages['no-value']({ output }, span));
}

function namesOf(policy: TablePolicy): readonly Diagnostic[] {
  const all = [...policy.columns, ...policy.outputs].map(({ key }) => key);
  return [
    ...all
      .filter(({ text }) => reserved.includes(text))
      .map(({ text, span }) => tableMessages['reserved-name']({ name: text }, span)),
    ...policy.outputs
      .filter(({ key }) => isColumn(policy, key))
      .map(({ key }) => tableMessages['column-and-output']({ name: key.text }, key.span)),
  ];
}
