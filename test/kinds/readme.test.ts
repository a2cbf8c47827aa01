import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controls } from '../../engine/kinds/controls/index.ts';
import { controlsMessages } from '../../engine/kinds/controls/messages.ts';
import { formula } from '../../engine/kinds/formula/index.ts';
import { formulaMessages } from '../../engine/kinds/formula/messages.ts';
import { grades } from '../../engine/kinds/grades/index.ts';
import { gradesMessages } from '../../engine/kinds/grades/messages.ts';
import { head } from '../../engine/kinds/head.ts';
import { organization } from '../../engine/kinds/organization/index.ts';
import { organizationMessages } from '../../engine/kinds/organization/messages.ts';
import { procedure } from '../../engine/kinds/procedure/index.ts';
import { procedureMessages } from '../../engine/kinds/procedure/messages.ts';
import { provisions } from '../../engine/kinds/provisions/index.ts';
import { provisionsMessages } from '../../engine/kinds/provisions/messages.ts';
import { risks } from '../../engine/kinds/risks/index.ts';
import { risksMessages } from '../../engine/kinds/risks/messages.ts';
import { sanctions } from '../../engine/kinds/sanctions/index.ts';
import { sanctionsMessages } from '../../engine/kinds/sanctions/messages.ts';
import { schedule } from '../../engine/kinds/schedule/index.ts';
import { scheduleMessages } from '../../engine/kinds/schedule/messages.ts';
import { scorecard } from '../../engine/kinds/scorecard/index.ts';
import { scorecardMessages } from '../../engine/kinds/scorecard/messages.ts';
import { table } from '../../engine/kinds/table/index.ts';
import { coverageMessages, tableMessages } from '../../engine/kinds/table/messages.ts';
import { tiers } from '../../engine/kinds/tiers/index.ts';
import { tiersMessages } from '../../engine/kinds/tiers/messages.ts';
import { schemaOf } from '../../engine/shape/schema.ts';
import { handbookOfPeople } from './people.ts';
import { shopWith } from './sanctions/shop.ts';
import { findingsOf, handbookWith } from './small-handbook.ts';

const pages = [
  { kind: organization, codes: Object.keys(organizationMessages) },
  { kind: schedule, codes: Object.keys(scheduleMessages) },
  { kind: provisions, codes: Object.keys(provisionsMessages) },
  { kind: formula, codes: Object.keys(formulaMessages) },
  { kind: tiers, codes: Object.keys(tiersMessages) },
  { kind: table, codes: [...Object.keys(tableMessages), ...Object.keys(coverageMessages)] },
  { kind: scorecard, codes: Object.keys(scorecardMessages), world: handbookOfPeople },
  { kind: grades, codes: Object.keys(gradesMessages), world: handbookOfPeople },
  { kind: controls, codes: Object.keys(controlsMessages) },
  { kind: sanctions, codes: Object.keys(sanctionsMessages), world: shopWith },
  { kind: procedure, codes: Object.keys(procedureMessages) },
  { kind: risks, codes: Object.keys(risksMessages) },
].map((page) => ({
  ...page,
  name: page.kind.name,
  world: 'world' in page ? page.world : undefined,
  text: readFileSync(new URL(`../../engine/kinds/${page.kind.name}/README.md`, import.meta.url), 'utf8'),
}));

test.each(pages)('the example of $name holds', ({ text, world }) => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  expect(findingsOf((world ?? handbookWith)(example)).map(({ message }) => message.en)).toEqual([]);
});

test.each(pages)('the page of $name tells each key and each code, and no others', ({ kind, text, codes }) => {
  const schema = schemaOf(kind.schema);
  const keys = schema['x-bylaw'] === 'record' ? Object.keys(schema.properties) : [];
  const own = keys.filter((key) => key !== 'kind' && !(key in head));
  expect(own.filter((key) => !text.includes(`| \`${key}\``))).toEqual([]);
  const told = [...text.matchAll(new RegExp(`\`${kind.name}/([a-z-]+)\``, 'g'))].map(([, code]) => code);
  expect(told.toSorted()).toEqual(codes.toSorted());
});
