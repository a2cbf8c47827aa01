import type { Texts } from '../../engine/diagnostic/diagnostic.ts';
import {
  cell,
  choice,
  dateText,
  entries,
  expression,
  integer,
  list,
  oneOfForms,
  openRecord,
  optional,
  prose,
  record,
  scalar,
  shared,
  texts,
  truth,
  word,
  yaml,
} from '../../engine/shape/builders.ts';
import type { Validator } from '../../engine/shape/validate.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { parseYaml } from '../../engine/yaml/document.ts';
import type { YamlNode } from '../../engine/yaml/node.ts';
import { compiler } from '../../scripts/schema-files.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });
const name = { regex: '^[a-z][a-z0-9.-]*$', says: doc('a name in small letters', '小写名称') };
const restsOn = list(doc('Interpretations.', '解释。'), word(doc('An interpretation.', '解释。')), { orOne: true });

const place = shared(
  'place',
  oneOfForms(
    doc('A value.', '取值。'),
    {
      'left-to': record(doc('A person decides.', '由人决定。'), {
        'left-to': record(doc('Who and what.', '何人何值。'), {
          by: word(doc('A post.', '岗位。')),
          allowed: cell(doc('The range.', '范围。')),
        }),
      }),
      value: record(doc('A marked value.', '带标记的值。'), {
        value: expression(doc('The value.', '值。')),
        'rests-on': optional(restsOn),
      }),
    },
    expression(doc('The value.', '值。')),
  ),
);

/** A kind that uses every builder; only `policy` is mandatory, so that each mistake stands alone. */
export const sample = record(doc('A sample.', '示例。'), {
  policy: word(doc('The name.', '名称。'), { pattern: name }),
  version: optional(integer(doc('The edition.', '版本。'), { minimum: 1 })),
  published: optional(dateText(doc('The day of publication.', '公布日期。'))),
  title: optional(texts(doc('The title.', '标题。'))),
  note: optional(prose(doc('A note.', '备注。'))),
  closed: optional(truth(doc('Absence is false.', '未记录即为否。'))),
  mode: optional(choice(doc('How it is cut.', '分法。'), 'slab', 'graduated', 'interpolated')),
  by: optional(expression(doc('What is cut.', '分档依据。'))),
  range: optional(scalar(doc('Any scalar.', '任意标量。'))),
  cites: optional(list(doc('Clauses.', '条款。'), word(doc('A clause.', '条款。')), { atLeast: 1 })),
  owner: optional(
    oneOfForms(doc('Who answers.', '负责人。'), {
      post: record(doc('A post.', '岗位。'), { post: word(doc('The post.', '岗位。')) }),
      unstated: record(doc('Nobody says.', '未写明。'), { unstated: word(doc('A gap.', '缺口。')) }),
    }),
  ),
  tiers: optional(
    list(
      doc('The tiers.', '各档。'),
      record(doc('A tier.', '一档。'), {
        in: cell(doc('Its part of the scale.', '区间。')),
        rate: place,
        'rests-on': optional(restsOn),
      }),
    ),
  ),
  define: optional(entries(doc('Names.', '名称。'), expression(doc('What it is.', '所指。')), { keyPattern: name })),
  rows: optional(
    list(doc('Rows.', '各行。'), openRecord(doc('A row.', '一行。'), { 'rests-on': optional(restsOn) }, place)),
  ),
  given: optional(
    entries(doc('Facts.', '事实。'), expression(doc('A value.', '值。'), { structured: true }), { atLeast: 1 }),
  ),
  expect: optional(yaml(doc('Anything.', '任意内容。'))),
});

const { ajv, reference } = compiler([{ name: 'sample', schema: sample }]);
const compiled = ajv.getSchema(reference('sample'));
if (compiled === undefined) throw new Error('The sample has a schema.');
export const validator = compiled as Validator;

/** The YAML nodes of a text that has no mistakes in its YAML. */
export function nodesOf(text: string): YamlNode {
  const { root, diagnostics } = parseYaml(sourceFile('sample.yaml', text));
  if (root === undefined || diagnostics.length > 0)
    throw new Error(`Not YAML: ${diagnostics.map(({ message }) => message.en).join(' ')}`);
  return root;
}
