import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formula } from '../../engine/kinds/formula/index.ts';
import { formulaMessages } from '../../engine/kinds/formula/messages.ts';
import { head } from '../../engine/kinds/head.ts';
import { table } from '../../engine/kinds/table/index.ts';
import { coverageMessages, tableMessages } from '../../engine/kinds/table/messages.ts';
import { tiers } from '../../engine/kinds/tiers/index.ts';
import { tiersMessages } from '../../engine/kinds/tiers/messages.ts';
import { schemaOf } from '../../engine/shape/schema.ts';
import { findingsOf, handbookWith } from './small-handbook.ts';

const pages = [
  { kind: formula, codes: Object.keys(formulaMessages) },
  { kind: tiers, codes: Object.keys(tiersMessages) },
  { kind: table, codes: [...Object.keys(tableMessages), ...Object.keys(coverageMessages)] },
].map((page) => ({
  ...page,
  name: page.kind.name,
  text: readFileSync(new URL(`../../engine/kinds/${page.kind.name}/README.md`, import.meta.url), 'utf8'),
}));

test.each(pages)('the example of $name holds', ({ text }) => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  expect(findingsOf(handbookWith(example)).map(({ message }) => message.en)).toEqual([]);
});

test.each(pages)('the page of $name tells each key and each code, and no others', ({ kind, text, codes }) => {
  const schema = schemaOf(kind.schema);
  const keys = schema['x-bylaw'] === 'record' ? Object.keys(schema.properties) : [];
  const own = keys.filter((key) => key !== 'kind' && !(key in head));
  expect(own.filter((key) => !text.includes(`| \`${key}\``))).toEqual([]);
  const told = [...text.matchAll(new RegExp(`\`${kind.name}/([a-z-]+)\``, 'g'))].map(([, code]) => code);
  expect(told.toSorted()).toEqual(codes.toSorted());
});
