import { expect, test } from 'vitest';
import { applyEdits } from '../../engine/source/edit.ts';
import { findingsOf, handbookWith, smallHandbook } from './small-handbook.ts';

const tiers = (by: string, first: string, rate: string): string => `by: ${by}
base: sold
mode: slab
tiers:
  - { in: "< ${first}", rate: 1% }
  - { in: ">= ${first}", rate: ${rate} }
`;

/** What is written, what is said of it, and what each mend writes. */
const cases = [
  ['reached', '50%', '4', '此处是数，而需要的是百分比。是 4% 还是 400% 吗？', ['4%', '400%']],
  ['reached', '50%', '0.04', '此处是数，而需要的是百分比。是 4% 还是 0.04% 吗？', ['4%', '0.04%']],
  ['sold', '500', '2%', '此处是数，而需要的是金额（CNY）。是 500 CNY 吗？', ['500 CNY']],
  ['stock', '40', '2%', '此处是数，而需要的是数量（can）。是 40 cans 吗？', ['40 cans']],
  ['reached', '50%', '2026-01-01', '此处是日期，而需要的是百分比。', []],
] as const;

test.each(cases)('tiers of %s at %s with the rate %s', (by, first, rate, says, mends) => {
  const [finding] = findingsOf(smallHandbook('tiers', tiers(by, first, rate)));
  expect(finding).toMatchObject({ code: 'expression/wrong-type', message: { zh: says } });
  expect(finding?.fixes.map(({ edits }) => edits[0]?.text)).toEqual(mends);
});

/** A slip, and the name that its mend writes. */
const slips = [
  ['rests-on: guesss', 'guess'],
  ['rate: abss(1%)', 'abs'],
  ['rate: urgnt', 'urgent'],
  ['rate: min(1%, 3 caan / 3 cans * 1%)', 'can'],
] as const;

test.each(slips)('the mend of %s writes %s', (written, meant) => {
  const extra = written.startsWith('rate') ? `"${written.slice(6)}"` : `2%, ${written}`;
  const body = `${tiers('reached', '50%', extra)}interpretations:
  - id: guess
    clause: A
    about: doubt
    question: { en: Why?, zh: 为何？ }
    answer: { en: So., zh: 如此。 }
    status: proposed
`;
  const { text, handbook } = smallHandbook('tiers', body);
  const found = findingsOf({ handbook }).filter(({ code }) => code.startsWith('expression/unknown'));
  expect(found.length).toBe(1);
  const [fix] = found[0]?.fixes ?? [];
  const mended = findingsOf(handbookWith(applyEdits(text, fix?.edits ?? [])));
  expect(fix?.edits.map((edit) => edit.text)).toEqual([meant]);
  expect(mended.filter(({ code }) => code.startsWith('expression/unknown'))).toEqual([]);
});

test('the mend of an interval without quotes puts it in quotes', () => {
  const body = tiers('reached', '50%', '2%').replace('">= 50%"', '50%-60%');
  const { text, handbook } = smallHandbook('tiers', body);
  const [finding] = findingsOf({ handbook });
  const mended = applyEdits(text, finding?.fixes[0]?.edits ?? []);
  expect(mended).toContain('- { in: "[50% .. 60%]", rate: 2% }');
});
