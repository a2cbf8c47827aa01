import { itemsOf, valuesOf } from '../../shape/forms.ts';
import { helpOf } from './help.ts';
import type { EntriesSchema, ListSchema, Schema } from '../../shape/schema.ts';
import type { YamlNode, YamlScalar } from '../../yaml/node.ts';
import type { Spot } from './cells.ts';
import type { Context } from './context.ts';
import type { Address, Column, GridPart, GroupPart, Row } from './form.ts';
import { front } from './layout.ts';
import { fieldsPart, meantBy } from './record.ts';
import { looseRow, templateRow, type Loose } from './rows.ts';
import { withUnits } from './units.ts';

/** A list or a map with names as a grid; a map whose values are grids themselves as a group of them. */
export function gridOf(context: Context, spot: Spot, schema: ListSchema | EntriesSchema): GridPart | GroupPart {
  const { node, at, label } = spot;
  const item = schema['x-bylaw'] === 'list' ? itemsOf(schema).item : valuesOf(schema).value;
  const holes = node === undefined ? [] : between(context, node);
  if (schema['x-bylaw'] === 'entries' && isNested(item)) return groupOf(context, spot, item);
  const loose = itemsIn(node, at).map(([key, value, where]) => looseRow(context, item, key, value, where));
  const template = templateRow(context, item, at, schema['x-bylaw'] === 'entries');
  const shown = loose.length > 0 ? loose : [template];
  const key = at.findLast((step) => typeof step === 'string');
  const chosen = front[String(key)];
  const all = columnIds(shown);
  const ids = chosen === undefined || all.includes('') ? all : chosen.filter((id) => all.includes(id));
  const rows = loose.map((row, index) =>
    rowOf(
      row,
      ids,
      holes.filter((hole) => hole.row === index),
    ),
  );
  const samples = new Map(shown.flatMap(({ cells }) => cells.map(([id, cell]) => [id, cell] as const)).toReversed());
  const columns = ids.map((id): Column => {
    const sample = samples.get(id);
    return {
      id,
      label: sample?.label ?? { en: id, zh: id },
      help: sample?.help ?? { en: '', zh: '' },
      input: sample?.input ?? { is: 'text' },
      unused: !loose.some(({ cells }) =>
        cells.some(([other, cell]) => other === id && (cell.span !== undefined || cell.required)),
      ),
    };
  });
  const least = schema['x-bylaw'] === 'list' ? itemsOf(schema).atLeast : (schema.minProperties ?? 0);
  return withUnits({
    is: 'grid',
    id: JSON.stringify(at),
    label,
    help: helpOf(label, spot.schema),
    at,
    columns,
    rows,
    above: [...holes.filter((hole) => hole.row === -1).map(({ diagnostic }) => diagnostic)],
    open: true,
    atLeast: spot.required ? Math.max(1, least) : 0,
  });
}

/** Values that are lists of records, or maps of them. */
function isNested(item: Schema): boolean {
  const is = meantBy(item, undefined)['x-bylaw'];
  return is === 'entries' || is === 'list';
}

function groupOf(context: Context, spot: Spot, item: Schema): GroupPart {
  const parts = itemsIn(spot.node, spot.at).flatMap(([key, node, at]) => {
    const label = key === undefined ? spot.label : { en: key.text, zh: key.text };
    return context.inner({
      schema: item,
      node,
      at,
      label: context.named.get(label.en)?.label ?? titled(context, at) ?? label,
      required: false,
    });
  });
  const names = spot.node?.yaml === 'map' ? spot.node.entries.map(({ key }) => key.text) : [];
  // Entries of several parts each cannot be told apart by their place among the parts.
  const open = parts.length === names.length ? { open: { at: spot.at, names } } : {};
  return {
    is: 'group',
    id: JSON.stringify(spot.at),
    label: spot.label,
    help: helpOf(spot.label, spot.schema),
    parts,
    ...open,
  };
}

const titled = ({ violations }: Context, [first, name]: Address): GroupPart['label'] | undefined =>
  first === 'violations' && Object.hasOwn(violations, String(name)) ? violations[String(name)] : undefined;

type Item = readonly [key: YamlScalar | undefined, value: YamlNode, at: Address];

function itemsIn(node: YamlNode | undefined, at: Address): readonly Item[] {
  if (node?.yaml === 'list') return node.items.map((item, index) => [undefined, item, [...at, index]]);
  if (node?.yaml === 'map') return node.entries.map(({ key, value }) => [key, value, [...at, key.text]]);
  return [];
}

/** All columns, each behind the one that it follows in its row; the fullest rows say the order, wherever they stand. */
function columnIds(rows: readonly Loose[]): readonly string[] {
  const ids: string[] = [];
  for (const { cells } of rows.toSorted((a, b) => b.cells.length - a.cells.length)) {
    let after = -1;
    for (const [id] of cells) {
      const known = ids.indexOf(id);
      if (known === -1) ids.splice(after + 1, 0, id);
      after = known === -1 ? after + 1 : known;
    }
  }
  return ids;
}

interface Hole {
  readonly row: number;
  readonly diagnostic: Row['below'][number];
}

/** Parts of a scale that no row covers, and behind which row they lie: -1 above the first. */
function between(context: Context, node: YamlNode): readonly Hole[] {
  const items = node.yaml === 'list' ? node.items : [];
  return items.flatMap(({ span }, index) =>
    context.diagnostics.between(span).map((diagnostic): Hole => {
      const isAbove = index === 0 && diagnostic.related.length === 0 && items.length > 1;
      return { row: isAbove ? -1 : index, diagnostic };
    }),
  );
}

function rowOf({ at, cells, extras, details }: Loose, ids: readonly string[], holes: readonly Hole[]): Row {
  const own = new Map(cells);
  const behind = cells.filter(([id]) => !ids.includes(id)).map(([, cell]) => cell);
  const more = [...behind, ...extras];
  const fields = more.length === 0 ? [] : [fieldsPart(at, { en: 'More', zh: '更多' }, more, '#more')];
  return {
    at,
    cells: ids.map((id) => own.get(id)),
    details: [...fields, ...details],
    diagnostics: [],
    below: holes.map(({ diagnostic }) => diagnostic),
  };
}
