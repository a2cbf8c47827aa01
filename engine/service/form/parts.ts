import { helpOf } from './help.ts';
import type { RecordSchema } from '../../shape/schema.ts';
import { cellsOf, yamlCell, type Spot } from './cells.ts';
import type { Context } from './context.ts';
import type { Cell, FieldsPart, Part } from './form.ts';
import { gridOf } from './grid.ts';
import { orderOf } from './located.ts';
import { childSpot, fieldsPart, meantBy, othersOf, unknownOf } from './record.ts';

/** What needs more room than a cell has, as fields, grids and groups of them. */
export function partsOf(context: Context, spot: Spot): readonly Part[] {
  const { node, at, label, schema } = spot;
  const meant = meantBy(schema, node);
  switch (meant['x-bylaw']) {
    case 'record':
      return node === undefined || node.yaml === 'map' ? recordParts(context, spot, meant) : [asYaml(context, spot)];
    case 'list':
    case 'entries':
      return node === undefined || node.yaml === (meant['x-bylaw'] === 'list' ? 'list' : 'map')
        ? [gridOf(context, spot, meant)]
        : [asYaml(context, spot)];
    default: {
      const found = cellsOf(context, spot);
      if (found === undefined) return [asYaml(context, spot)];
      return [fieldsPart(at, label, [...found.cells.map(([, cell]) => cell), ...found.extras])];
    }
  }
}

const asYaml = (context: Context, spot: Spot): FieldsPart =>
  fieldsPart(spot.at, spot.label, [yamlCell(context, spot)], '#yaml');

function recordParts(context: Context, spot: Spot, record: RecordSchema): readonly Part[] {
  const { at, label, schema } = spot;
  const { fields, nested } = childrenOf(context, spot, record);
  const all = [...fields, ...unknownOf(context, spot, record)];
  if (nested.length === 0) return [fieldsPart(at, label, all)];
  const own = all.length === 0 ? [] : [fieldsPart(at, label, all, '#fields')];
  return [{ is: 'group', id: JSON.stringify(at), label, help: helpOf(label, schema), parts: [...own, ...nested] }];
}

/** The children of a record: those that are cells, and those that are more. */
export function childrenOf(
  context: Context,
  { node, at }: Spot,
  record: RecordSchema,
  keys: readonly string[] = orderOf(record, othersOf(context, node, record)),
): { readonly fields: readonly Cell[]; readonly nested: readonly Part[] } {
  const fields: Cell[] = [];
  const nested: Part[] = [];
  for (const key of keys) {
    const spot = childSpot(context, { node, at }, record, key);
    if (spot === undefined) continue;
    const found = cellsOf(context, spot);
    if (found === undefined) nested.push(...partsOf(context, spot));
    else fields.push(...found.cells.map(([, cell]) => cell), ...found.extras);
  }
  return { fields, nested };
}
