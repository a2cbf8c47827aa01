import type { TSchema } from 'typebox';
import type { Language, Texts } from '../../engine/diagnostic/diagnostic.ts';
import { mapping } from '../../engine/tables/mapping/shape.ts';
import { documents } from '../../engine/kinds/documents/index.ts';
import { gap, head, interpretation, rounding, unstated } from '../../engine/kinds/head.ts';
import { kinds } from '../../engine/kinds/index.ts';
import { leftTo, place } from '../../engine/kinds/place.ts';
import { schemaOf, type Schema } from '../../engine/shape/schema.ts';
import { table } from './between.ts';

interface Row {
  readonly path: string;
  readonly schema: Schema;
  readonly mandatory: boolean;
}

/** What stands in many places and has a table of its own. */
const shared: Readonly<Record<string, TSchema>> = {
  place,
  'left-to': leftTo,
  rounding,
  interpretation,
  gap,
  unstated,
};

const words = {
  title: { en: 'Every key of every file', zh: '所有文件的所有键' },
  intro: {
    en: `Bold keys must be there. \`a.b\` is the key b in the map of a, \`a[].b\` is b in each item of the list a, \`NAME\` is a name of the
author's own. What the words in the second column ask for:`,
    zh: '粗体的键必须写出。`a.b` 是映射 a 中的键 b，`a[].b` 是列表 a 每一项中的 b，`NAME` 由作者自行命名。第二列各词的含义：',
  },
  head: { en: 'The head of every policy', zh: '各类制度的文件头' },
  headOf: { en: 'The keys of the head, `kind: $`, and:', zh: '文件头的键、`kind: $`，以及：' },
  columns: { en: 'key | form | meaning', zh: '键 | 形式 | 含义' },
  forms: { en: 'form | what is written', zh: '形式 | 写法' },
  parts: { en: 'Parts that stand in many places', zh: '多处出现的部分' },
} as const satisfies Readonly<Record<string, Texts>>;

/** What each form asks for; `texts` and the like are the words of the second column. */
const forms: Readonly<Record<string, Texts>> = {
  expression: { en: 'an expression of the [language](language.md)', zh: '[语言](language.zh-CN.md)中的表达式' },
  cell: {
    en: 'an interval, a comparison, a set, a value or `any`',
    zh: '区间、比较式、集合、一个值或 `any`',
  },
  texts: { en: '`{ en: …, zh: … }`', zh: '`{ en: …, zh: … }`' },
  prose: { en: 'text for people', zh: '供人阅读的文本' },
  word: { en: 'a name or an id', zh: '名称或编号' },
  date: { en: 'a date such as 2027-01-04', zh: '日期，如 2027-01-04' },
  integer: { en: 'a whole number', zh: '整数' },
  truth: { en: 'true or false', zh: 'true 或 false' },
  yaml: { en: 'a value as YAML has it', zh: 'YAML 的值' },
  structured: { en: 'an expression, also as a YAML list or map', zh: '表达式，也可用 YAML 列表或映射' },
  list: { en: 'a list; what its items are stands behind the colon', zh: '列表，冒号后为各项的形式' },
  entries: { en: 'a map whose keys the author names', zh: '键由作者命名的映射' },
  record: { en: 'a map with the keys below', zh: '含下列键的映射' },
};

/** The page of all keys, from the descriptions that the checks and the editor read too. */
export function keysPage(language: Language): string {
  const say = (texts: Texts): string => texts[language];
  const formTable = table(
    say(words.forms).split(' | '),
    Object.entries(forms).map(([form, says]) => [form, say(says)]),
  );
  const headRows = recordRows('', head);
  const own = kinds.map(({ name, title, schema }) => {
    const rows = rowsBelow('', schemaOf(schema)).filter(({ path }) => path !== 'kind' && !isOfHead(path));
    const intro = say(words.headOf).replace('$', name);
    return `## ${say(title)} (\`${name}\`)\n\n${say(docOf(schemaOf(schema)))} ${intro}\n\n${keyTable(rows, language)}`;
  });
  const others = [...documents, { name: 'mapping', schema: mapping }].map(({ name, schema }) => {
    const described = schemaOf(schema);
    return `## \`${name}\`\n\n${say(docOf(described))}\n\n${keyTable(rowsBelow('', described), language)}`;
  });
  const parts = Object.entries(shared).map(([name, schema]) => {
    const described = schemaOf(schema);
    return `### ${name}\n\n${say(docOf(described))}\n\n${keyTable(rowsBelow('', described), language)}`;
  });
  return [
    `<!-- Written by \`npm run docs\` from engine/kinds/. -->\n\n# ${say(words.title)}\n\n${say(words.intro)}\n\n${formTable}`,
    `## ${say(words.head)}\n\n${keyTable(headRows, language)}`,
    ...own,
    ...others,
    `## ${say(words.parts)}\n`,
    ...parts,
  ].join('\n');
}

const docOf = (schema: Schema): Texts => ({ en: schema.description, zh: schema['x-zh'] });
const isOfHead = (path: string): boolean => Object.hasOwn(head, path.split(/[.[]/)[0] ?? '');

function recordRows(prefix: string, fields: Readonly<Record<string, TSchema>>): readonly Row[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const schema = schemaOf(field);
    return [{ path: prefix + name, schema, mandatory: !('~optional' in field) }, ...below(prefix + name, schema)];
  });
}

/** The keys inside a part; what is shared is told once, in its own table. */
function below(path: string, schema: Schema): readonly Row[] {
  return sharedName(schema) === undefined ? rowsBelow(`${path}.`, schema) : [];
}

function rowsBelow(prefix: string, schema: Schema): readonly Row[] {
  switch (schema['x-bylaw']) {
    case 'record': {
      const named = Object.entries(schema.properties).flatMap(([name, field]): readonly Row[] => [
        { path: prefix + name, schema: field, mandatory: schema.required.includes(name) },
        ...below(prefix + name, field),
      ]);
      const others = schema.additionalProperties;
      if (others === false) return named;
      return [...named, { path: `${prefix}NAME`, schema: others, mandatory: false }, ...below(`${prefix}NAME`, others)];
    }
    case 'list': {
      const items = schema.items ?? schema.then?.items;
      return items === undefined ? [] : below(`${prefix.slice(0, -1)}[]`, items);
    }
    case 'entries': {
      const [value] = Object.values(schema.patternProperties);
      if (value === undefined) return [];
      return [{ path: `${prefix}NAME`, schema: value, mandatory: false }, ...below(`${prefix}NAME`, value)];
    }
    case 'forms':
      return distinct(formsOf(schema).flatMap((form) => below(prefix.slice(0, -1), form)));
    default:
      return [];
  }
}

/** Each of the forms has its own keys, so none of them must be there in all. */
function distinct(rows: readonly Row[]): readonly Row[] {
  const byPath = new Map(rows.map((row) => [row.path, { ...row, mandatory: false }]));
  return [...byPath.values()];
}

function formsOf(schema: Schema): readonly Schema[] {
  if (schema['x-bylaw'] !== 'forms') return [schema];
  const { then, else: other } = schema;
  return [then, ...('x-bylaw' in other ? formsOf(other) : [])];
}

const sharedName = (schema: Schema): string | undefined => {
  const name = schema['x-shared'];
  return name !== undefined && Object.hasOwn(shared, name) ? name : undefined;
};

function keyTable(rows: readonly Row[], language: Language): string {
  const cells = rows.map(({ path, schema, mandatory }) => [
    mandatory ? `**\`${path}\`**` : `\`${path}\``,
    formOf(schema),
    docOf(schema)[language],
  ]);
  return table(words.columns[language].split(' | '), cells);
}

function formOf(schema: Schema): string {
  const name = sharedName(schema);
  if (name !== undefined) return `[${name}](#${name})`;
  switch (schema['x-bylaw']) {
    case 'choice':
      return schema.enum.map((word) => `\`${word}\``).join(' ');
    case 'forms':
      return [...new Set(formsOf(schema).map(formOf))].join(', ');
    case 'list': {
      const items = schema.items ?? schema.then?.items;
      return items === undefined ? 'list' : `list: ${formOf(items)}`;
    }
    default:
      return schema['x-bylaw'];
  }
}
