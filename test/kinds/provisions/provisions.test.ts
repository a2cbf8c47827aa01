import { expect, test } from 'vitest';
import { findingsOf, pointOf, smallHandbook } from '../small-handbook.ts';

const must = 'must: [{ en: Guard secrets, zh: 保守秘密 }]';

test.each([
  ['a duty of somebody', `{ id: a, who: all-staff, ${must} }`, []],
  ['a duty of several, one of them outside', `{ id: a, who: [superior, { en: Agency, zh: 代理 }], ${must} }`, []],
  ['a duty of whom the source leaves out', `{ id: a, who: { unstated: gap }, ${must} }`, []],
  ['an aim of nobody in particular', '{ id: a, strives-for: [{ en: Order, zh: 整洁 }] }', []],
  ['a duty of nobody', `{ id: a, ${must} }`, ['provisions/no-bearer a']],
  ['a permission of nobody', '{ id: a, may: [{ en: Leave, zh: 离开 }] }', ['provisions/no-bearer a']],
  ['nothing demanded', '{ id: a, who: all-staff }', ['provisions/empty a']],
  ['an empty list of duties', '{ id: a, who: all-staff, must: [] }', ['shape/too-few must']],
  [
    'a gap that the policy does not have',
    `{ id: a, who: all-staff, ${must}, consequence: { unstated: gqp } }`,
    ['expression/unknown-gap gqp'],
  ],
  [
    'an interpretation that nobody recorded',
    `{ id: a, who: all-staff, ${must}, rests-on: loose }`,
    ['expression/unknown-interpretation loose'],
  ],
])('%s', (_what, provision, told) => {
  const small = smallHandbook(
    'provisions',
    `provisions:\n  - ${provision}\ngaps: [{ id: gap, says: { en: Silent, zh: 未写明 } }]\n`,
  );
  expect(findingsOf(small).map((one) => pointOf(one, small.text))).toEqual(told);
});

test('the second of two equal ids is told, with the place of the first', () => {
  const { handbook, text } = smallHandbook(
    'provisions',
    `provisions:\n  - { id: a, who: all-staff, ${must} }\n  - { id: a, who: subject, ${must} }\n`,
  );
  const [found] = findingsOf({ handbook });
  expect(found?.code).toBe('provisions/twice');
  expect(found?.related.map(({ span }) => span.start)).toEqual([text.indexOf('id: a') + 4]);
});

test('a review sees that a norm was changed, and nobody can ask for norms', () => {
  const body = (act: string): string =>
    `provisions:\n  - { id: a, who: all-staff, must: [{ en: ${act}, zh: 保守秘密 }] }\n`;
  const irOf = (act: string): unknown =>
    smallHandbook('provisions', body(act))
      .handbook.versions.get('t')?.[0]
      ?.decisions.map(({ hidden, body: of }) => [hidden, of.is === 'ir' && of.ir.op === 'literal' ? of.ir.value : of]);
  expect(irOf('Guard secrets')).toEqual([[true, expect.objectContaining({ is: 'text' })]]);
  expect(irOf('Guard secrets')).not.toEqual(irOf('Tell secrets'));
});
