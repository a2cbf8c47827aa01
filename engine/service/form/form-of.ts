import { kinds } from '../../kinds/index.ts';
import { shapeOfFile } from '../../program/read.ts';
import { schemaOf, type RecordSchema } from '../../shape/schema.ts';
import { parseYaml } from '../../yaml/document.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { Workspace } from '../workspace.ts';
import { choicesFor, wordChoice } from './choices.ts';
import { unknownCells } from './cells.ts';
import { makeDiagnostics, type Context } from './context.ts';
import type { FieldsPart, Form, NoForm, Part } from './form.ts';
import { first, head, names, tail } from './layout.ts';
import { namedIn, violationsIn } from './named.ts';
import { childrenOf, partsOf } from './parts.ts';
import { fieldsPart } from './record.ts';
import { withTitles } from './titles.ts';

/**
 * A file as fields and grids; undefined where there is no such file. A file that cannot be read has no form, only the place
 * that is wrong.
 */
export function formOf(workspace: Workspace, path: string): Form | NoForm | undefined {
  const reading = workspace.readings.get(path);
  if (reading === undefined) return undefined;
  const { file } = reading;
  const { root, diagnostics } = parseYaml(file);
  const shape = root?.yaml === 'map' ? shapeOfFile(root) : undefined;
  const schema = shape === undefined ? undefined : schemaOf(shape);
  // What has a fix was read as it was meant; after other mistakes nobody knows what the rest belongs to.
  const lost = diagnostics.find(({ severity, fixes }) => severity === 'error' && fixes.length === 0);
  if (root?.yaml !== 'map' || schema?.['x-bylaw'] !== 'record' || lost !== undefined) {
    const unreadable = lost ?? [...diagnostics, ...reading.diagnostics].find(({ severity }) => severity === 'error');
    return unreadable === undefined ? undefined : { path, unreadable };
  }
  const own = workspace.handbook.diagnostics.filter(({ span }) => span.file === path);
  const kind = kindOf(root);
  const context: Context = {
    file,
    root,
    kind,
    named: namedIn(workspace, root),
    violations: violationsIn(workspace, root),
    diagnostics: makeDiagnostics(own),
    inner: (spot) => partsOf(context, spot),
    choices: new Set(),
  };
  const parts = withTitles(partsOfFile(context, schema), workspace, path);
  const title = kinds.find(({ name }) => name === kind)?.title ?? wordChoice(kind).title;
  return {
    path,
    ...(title === undefined ? {} : { kind: title }),
    parts,
    choices: choicesFor(context.choices, workspace, root),
    diagnostics: context.diagnostics.rest(),
  };
}

function kindOf(root: YamlMap): string {
  const first = root.entries[0]?.key.text ?? '';
  if (first === 'handbook') return 'handbook';
  if (first === 'cases-of') return 'cases';
  const kind = root.entries.find(({ key }) => key.text === 'kind')?.value;
  return kind?.yaml === 'scalar' ? kind.text : '';
}

function partsOfFile(context: Context, schema: RecordSchema): readonly Part[] {
  const { root } = context;
  const spot = { schema, node: root, at: [], label: { en: '', zh: '' }, required: true };
  const known = Object.keys(schema.properties);
  const own = known.filter((key) => !head.includes(key) && !tail.includes(key));
  const of = (keys: readonly string[]): ReturnType<typeof childrenOf> =>
    childrenOf(
      context,
      spot,
      schema,
      keys.filter((key) => known.includes(key)),
    );
  const about = head.map((key) => of([key]));
  const isFlat = (part: Part): part is FieldsPart => part.is === 'fields';
  const fields = about.flatMap((one) => [...one.fields, ...one.nested.filter(isFlat).flatMap((part) => part.fields)]);
  const isName = ({ at: [key] }: FieldsPart['fields'][number]): boolean => names.includes(String(key));
  const [rules, last] = [of(own), of(tail)];
  const amounts = rules.nested.filter((part) => isFirst(part.id));
  const more = [...last.fields, ...unknownCells(context, root, known, [])];
  return [
    fieldsPart(
      [],
      { en: 'About this file', zh: '基本信息' },
      fields.filter((field) => !isName(field)),
      '#head',
    ),
    ...about.flatMap(({ nested }) => nested.filter((part) => !isFlat(part))),
    ...amounts,
    ...(rules.fields.length === 0 ? [] : [fieldsPart([], { en: 'What holds', zh: '规则' }, rules.fields, '#own')]),
    ...rules.nested.filter((part) => !amounts.includes(part)),
    ...(more.length === 0 ? [] : [fieldsPart([], { en: 'Conditions', zh: '其他条件' }, more, '#tail')]),
    ...last.nested,
    ...(fields.some(isName)
      ? [fieldsPart([], { en: 'Names', zh: '名称与版本' }, fields.filter(isName), '#names')]
      : []),
  ];
}

const isFirst = (id: string): boolean => first.some((key) => id === JSON.stringify([key]));
