import type { Texts } from '../../diagnostic/diagnostic.ts';
import { itemsOf, keyedForms, plainForm, settle } from '../../shape/forms.ts';
import { helpOf } from './help.ts';
import type { Schema } from '../../shape/schema.ts';
import type { YamlMap, YamlNode } from '../../yaml/node.ts';
import { below, titleOfKey, type Context } from './context.ts';
import type { Address, Cell } from './form.ts';
import { inputOf } from './inputs.ts';
import { formAt } from './located.ts';

/** A place that may be a cell. */
export interface Spot {
  readonly schema: Schema;
  readonly node: YamlNode | undefined;
  readonly at: Address;
  readonly label: Texts;
  readonly required: boolean;
}

/** Cells of one place: a text in two languages has two. `extras` say more about the cell, such as what it rests on. */
export interface Cells {
  readonly cells: readonly (readonly [suffix: string, cell: Cell])[];
  readonly extras: readonly Cell[];
}

/** The cells of a place; undefined where it needs more room than cells have. */
export function cellsOf(context: Context, spot: Spot): Cells | undefined {
  const { node } = spot;
  const form = formAt(spot.schema, node);
  // One word may stand for a list of one: more can be typed.
  if (form['x-bylaw'] === 'list' && node?.yaml !== 'list') return listCell(context, spot, itemsOf(form).item);
  const meant = meantBy(spot);
  if (meant === undefined) return undefined;
  switch (meant['x-bylaw']) {
    case 'texts': {
      if (node !== undefined && node.yaml !== 'map') return one(yamlCell(context, spot));
      const inner = (key: 'zh' | 'en'): readonly [string, Cell] => {
        const label = below(spot.label, titleOfKey(context, key, undefined));
        const value = node?.entries.find((entry) => entry.key.text === key)?.value;
        const schema = meant.properties[key];
        const here = {
          schema,
          node: value,
          at: [...spot.at, key],
          label,
          required: spot.required || node !== undefined,
        };
        return [key, scalarCell(context, here, schema)];
      };
      return { cells: [inner('zh'), inner('en')], extras: unknownCells(context, node, ['en', 'zh'], spot.at) };
    }
    case 'record':
      return node?.yaml === 'map' && spot.schema['x-bylaw'] === 'forms'
        ? formCells(context, spot, node, meant)
        : undefined;
    case 'list':
      return listCell(context, spot, itemsOf(meant).item);
    case 'entries':
      return undefined;
    case 'yaml':
    case 'structured':
      return node === undefined || node.yaml === 'scalar'
        ? one(scalarCell(context, spot, meant))
        : listCell(context, spot, meant);
    case 'forms':
      return one(yamlCell(context, spot));
    default:
      return node === undefined || node.yaml === 'scalar'
        ? one(scalarCell(context, spot, meant))
        : one(yamlCell(context, spot));
  }
}

const one = (cell: Cell): Cells => ({ cells: [['', cell]], extras: [] });

/** What may stand at a place; where nothing does, its plain form. */
function meantBy({ schema, node }: Spot): Schema | undefined {
  if (node !== undefined) return settle(schema, node);
  if (schema['x-bylaw'] === 'forms') return plainForm(schema);
  return schema;
}

/** A value with a mark, or a gap that stands for one: what is typed is inside. */
function formCells(context: Context, spot: Spot, node: YamlMap, record: Schema): Cells | undefined {
  if (record['x-bylaw'] !== 'record' || spot.schema['x-bylaw'] !== 'forms') return undefined;
  const main = ['unstated', 'value'].find((key) => node.entries.some((entry) => entry.key.text === key));
  const plain = plainForm(spot.schema);
  const inner = main === undefined ? undefined : record.properties[main];
  const isForm = keyedForms(spot.schema).some(([key]) => key === main);
  if (main === undefined || inner === undefined || !isForm || (main === 'value' && plain?.['x-bylaw'] === 'record'))
    return undefined;
  const under = (key: string): Spot => {
    const schema = record.properties[key] ?? inner;
    const value = node.entries.find((entry) => entry.key.text === key)?.value;
    const label = key === main ? spot.label : below(spot.label, titleOfKey(context, key, undefined));
    return { schema, node: value, at: [...spot.at, key], label, required: key === main };
  };
  const cells = cellsOf(context, under(main));
  if (cells === undefined) return undefined;
  const others = Object.keys(record.properties).filter((key) => key !== main);
  const beside = others.map((key) => cellsOf(context, under(key)));
  if (beside.includes(undefined)) return undefined;
  return {
    cells:
      main === 'unstated' ? cells.cells.map(([suffix, cell]) => [suffix, { ...cell, stands: 'gap' }]) : cells.cells,
    extras: [
      ...cells.extras,
      ...beside.flatMap((some) => some?.cells.map(([, cell]) => cell) ?? []),
      ...unknownCells(context, node, Object.keys(record.properties), spot.at),
    ],
  };
}

const separator = /[,，、;；\n]/;

/** A short list of words in one cell, with commas between. */
function listCell(context: Context, spot: Spot, item: Schema): Cells | undefined {
  const { node } = spot;
  const words = plainItem(item);
  if (words === undefined) return undefined;
  const texts = node === undefined ? [] : node.yaml === 'list' ? node.items : [node];
  if (!texts.every((one) => one.yaml === 'scalar' && one.text.trim() === one.text && !separator.test(one.text)))
    return undefined;
  const text = texts.map((one) => (one.yaml === 'scalar' ? one.text : '')).join(', ');
  const input = inputOf(context, spot, words);
  const choices = 'choices' in input ? { choices: input.choices } : {};
  return one(cell(context, spot, text, { is: 'list', ...choices }));
}

function plainItem(item: Schema): Schema | undefined {
  const plain = item['x-bylaw'] === 'forms' ? plainForm(item) : item;
  const is = plain?.['x-bylaw'];
  return is === 'word' || is === 'choice' || is === 'date' || is === 'integer' || is === 'scalar' || is === 'yaml'
    ? plain
    : undefined;
}

/** What was typed into a list. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '');

export function scalarCell(context: Context, spot: Spot, schema: Schema): Cell {
  const { node } = spot;
  return cell(context, spot, node?.yaml === 'scalar' ? node.text : '', inputOf(context, spot, schema));
}

/** YAML as it is written. */
export function yamlCell(context: Context, spot: Spot): Cell {
  const { span } = spot.node ?? {};
  return cell(context, spot, span === undefined ? '' : context.file.text.slice(span.start, span.end).trimEnd(), {
    is: 'yaml',
  });
}

function cell(context: Context, { schema, node, at, label, required }: Spot, text: string, input: Cell['input']): Cell {
  return {
    at,
    label,
    help: helpOf(label, schema),
    text,
    ...(node === undefined ? {} : { span: node.span }),
    input,
    required,
    diagnostics: node === undefined ? [] : context.diagnostics.at(node.span),
  };
}

/** Keys that nobody knows here are shown as they are written, beside what is wrong with them. */
export function unknownCells(
  context: Context,
  node: YamlNode | undefined,
  known: readonly string[],
  at: Address,
): readonly Cell[] {
  if (node?.yaml !== 'map') return [];
  return node.entries
    .filter(({ key }) => !known.includes(key.text))
    .map(({ key, value, span }) => {
      const label = { en: key.text, zh: key.text };
      const schema: Schema = {
        description: '',
        'x-zh': '',
        'x-bylaw': 'yaml',
        type: ['string', 'number', 'boolean', 'array', 'object'],
      };
      const made = yamlCell(context, { schema, node: value, at: [...at, key.text], label, required: false });
      return { ...made, diagnostics: [...context.diagnostics.at(span), ...made.diagnostics] };
    });
}
