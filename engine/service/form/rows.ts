import { valuesOf } from '../../shape/forms.ts';
import type { Schema } from '../../shape/schema.ts';
import type { YamlNode, YamlScalar } from '../../yaml/node.ts';
import { cellsOf, scalarCell, yamlCell, type Spot } from './cells.ts';
import { titleOfKey, type Context } from './context.ts';
import type { Address, Cell, Part } from './form.ts';
import { orderOf } from './located.ts';
import { schemaOfNode } from './unshaped.ts';
import { childSpot, meantBy, othersOf, unknownOf } from './record.ts';

/** A row before the grid knows its columns. */
export interface Loose {
  readonly at: Address;
  readonly node: YamlNode | undefined;
  readonly cells: readonly (readonly [id: string, cell: Cell])[];
  readonly extras: readonly Cell[];
  readonly details: readonly Part[];
}

/** A row of a grid; without a node all that a row could have. */
export function looseRow(
  context: Context,
  schema: Schema,
  key: YamlScalar | undefined,
  node: YamlNode | undefined,
  at: Address,
): Loose {
  const name = key === undefined ? [] : [['#key', keyCell(context, key, at)] as const];
  const row = contentOf(context, { schema, node, at, label: titleOfKey(context, 'value', undefined), required: true });
  return { at, node, ...row, cells: [...name, ...row.cells] };
}

/** What rows could have, where there are none. */
export function templateRow(context: Context, schema: Schema, at: Address, keyed: boolean): Loose {
  const where = [...at, keyed ? '' : 0];
  const key: YamlScalar | undefined = keyed
    ? { yaml: 'scalar', text: '', plain: true, span: { file: '', start: -1, end: -1 }, offsets: [] }
    : undefined;
  return looseRow(context, schema, key, undefined, where);
}

function keyCell(context: Context, key: YamlScalar, at: Address): Cell {
  const schema: Schema = {
    description: 'The name of the row.',
    'x-zh': '此行的名称。',
    'x-bylaw': 'word',
    type: 'string',
    pattern: '',
    'x-pattern': { en: '', zh: '' },
  };
  const label = { en: 'Name', zh: '名称' };
  return { ...scalarCell(context, { schema, node: key, at, label, required: true }, schema), key: true };
}

function contentOf(context: Context, spot: Spot): Pick<Loose, 'cells' | 'extras' | 'details'> {
  const single = cellsOf(context, spot);
  if (single !== undefined) return { cells: single.cells, extras: single.extras, details: [] };
  if (spot.node?.yaml === 'list' && context.kind === 'cases') return matrixRow(context, spot, spot.node);
  const record = meantBy(spot.schema, spot.node);
  if (record['x-bylaw'] !== 'record' || spot.node?.yaml === 'list')
    return { cells: [], extras: [], details: context.inner(spot) };
  const cells: (readonly [string, Cell])[] = [];
  const extras: Cell[] = [];
  const details: Part[] = [];
  for (const key of orderOf(record, othersOf(context, spot.node, record))) {
    const child = childSpot(context, spot, record, key);
    if (child === undefined) continue;
    const spread = key === 'otherwise' && child.node?.yaml === 'map' ? outcomes(context, child) : undefined;
    const found = spread ?? cellsOf(context, child);
    if (found === undefined) details.push(...context.inner(child));
    else {
      const name = (suffix: string): string =>
        spread !== undefined ? suffix : suffix === '' ? key : `${key}.${suffix}`;
      cells.push(...found.cells.map(([suffix, cell]) => [name(suffix), cell] as const));
      extras.push(...found.extras);
    }
  }
  return { cells, extras: [...extras, ...unknownOf(context, spot, record)], details };
}

/** A row of a case's matrix: a list, whose items are what the case's `columns` name. */
function matrixRow(
  context: Context,
  { at }: Spot,
  row: Extract<YamlNode, { yaml: 'list' }>,
): Pick<Loose, 'cells' | 'extras' | 'details'> {
  const names = wordsAt(context.root, [...at.slice(0, -2), 'columns']);
  const cells = row.items.map((node, index): readonly [string, Cell] => {
    const name = names[index] ?? String(index + 1);
    const title = titleOfKey(context, name, undefined);
    const spot: Spot = { schema: schemaOfNode(node), node, at: [...at, index], label: title, required: true };
    const cell = node.yaml === 'scalar' ? scalarCell(context, spot, spot.schema) : yamlCell(context, spot);
    return [`${index} ${name}`, cell];
  });
  return { cells, extras: [], details: [] };
}

function wordsAt(root: YamlNode, at: Address): readonly string[] {
  const found = at.reduce<YamlNode | undefined>(
    (node, step) =>
      node?.yaml === 'list'
        ? node.items[Number(step)]
        : node?.yaml === 'map'
          ? node.entries.find(({ key }) => key.text === step)?.value
          : undefined,
    root,
  );
  return found?.yaml === 'list' ? found.items.map((item) => (item.yaml === 'scalar' ? item.text : '')) : [];
}

/** The last row of a decision table: its results stand in the columns of the other rows' results. */
function outcomes(context: Context, { schema, node, at }: Spot): ReturnType<typeof cellsOf> {
  if (schema['x-bylaw'] !== 'entries' || node?.yaml !== 'map') return undefined;
  const results = [...context.named].flatMap(([name, { isResult }]) => (isResult ? [name] : []));
  const found = [...new Set([...results, ...node.entries.map(({ key }) => key.text)])].map((key) => {
    const value = node.entries.find((entry) => entry.key.text === key)?.value;
    const label = context.named.get(key)?.label ?? titleOfKey(context, key, undefined);
    return [
      key,
      cellsOf(context, { schema: valuesOf(schema).value, node: value, at: [...at, key], label, required: false }),
    ] as const;
  });
  if (found.some(([, cells]) => cells === undefined)) return undefined;
  return {
    cells: found.flatMap(([key, one]) => one?.cells.map(([, cell]) => [key, cell] as const) ?? []),
    extras: found.flatMap(([, one]) => one?.extras ?? []),
  };
}
