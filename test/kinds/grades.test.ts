import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../engine/source/edit.ts';
import { compareExact, exact } from '../../engine/value/exact.ts';
import { ask, askSource } from './ask.ts';
import { handbookOfPeople, peopleHandbook } from './people.ts';
import { findingsOf, pointOf } from './small-handbook.ts';

const bands = `by: result
type: grade
bands:
  - { grade: A, in: "[90 .. 100]" }
  - { grade: B, in: "(89 .. 90)", rests-on: fractions }
  - { grade: B, in: "[80 .. 89]" }
  - { grade: C, in: "[60 .. 80)" }
  - { grade: D, in: "[0 .. 60)" }
`;
const distribution = `distribution:
  applies-when: not urgent
  head-count: people-count
  shares: { A: 45%, B: 30%, C: 20%, D: 5% }
  whole-people: { method: largest-remainder, ties: larger-share, rests-on: quotas }
`;
const group = `group:
  members: people
  score: score
  name: name
  moves: nobody
`;
const gap = `gaps:
  - { id: no-range, says: { en: No range., zh: 没有分数段。 } }
`;
const answer = (id: string): string =>
  `  - { id: ${id}, clause: S-1, about: fills, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
`;
const alone = `${gap}interpretations:
${answer('fractions')}`;
const end = alone + answer('quotas');
const whole = bands + distribution + group + end;
const { handbook } = peopleHandbook('grades', whole);

test('the policy of these tests has nothing to find', () => {
  expect(findingsOf({ handbook })).toEqual([]);
});

test.each([
  ['100', 'A'],
  ['90', 'A'],
  ['89.99', 'B [t#fractions]'],
  ['89', 'B'],
  ['79.99', 'C'],
  ['0', 'D'],
  ['100.5', 'error fact/out-of-range'],
  [null, 'undetermined missing-fact result'],
])('a score of %s is %s', (result, said) => {
  expect(ask(handbook, 't.grade', { result })).toBe(said);
});

test('by the source alone a band that fills a gap gives no grade', () => {
  expect(askSource(handbook, 't.grade', { result: '89.5' })).toBe('undetermined interpretation t#fractions');
  expect(askSource(handbook, 't.grade', { result: '89' })).toBe('B');
});

test('a share that rests on an interpretation flags the places', () => {
  const doubted = whole.replace('A: 45%', 'A: { value: 45%, rests-on: misprint }') + answer('misprint');
  const small = peopleHandbook(
    'grades',
    doubted.replace('id: misprint, clause: S-1, about: fills', 'id: misprint, clause: S-1, about: doubt'),
  );
  expect(findingsOf(small)).toEqual([]);
  const places = (count: string): string =>
    ask(small.handbook, 't.distribution', { urgent: false, 'people-count': count });
  expect(places('20')).toBe('{A: 9, B: 6, C: 4, D: 1} [t#misprint]');
  expect(places('7')).toBe('{A: 3, B: 2, C: 2, D: 0} [t#misprint, t#quotas]');
});

test('a score that is read in one of two ways is covered like the score itself', () => {
  const small = peopleHandbook(
    'grades',
    whole.replace('by: result', 'by: reading(all-year, result, if urgent then undetermined(no-range) else result)') +
      answer('all-year'),
  );
  expect(findingsOf(small)).toEqual([]);
  expect(ask(small.handbook, 't.grade', { result: '95', urgent: false })).toBe('A');
  expect(ask(small.handbook, 't.grade', { result: '95', urgent: true })).toBe('A [t#all-year]');
});

test.each([
  ['0', '{A: 0, B: 0, C: 0, D: 0}'],
  ['1', '{A: 1, B: 0, C: 0, D: 0} [t#quotas]'],
  ['4', '{A: 2, B: 1, C: 1, D: 0} [t#quotas]'],
  ['7', '{A: 3, B: 2, C: 2, D: 0} [t#quotas]'],
  ['10', '{A: 5, B: 3, C: 2, D: 0} [t#quotas]'],
  ['20', '{A: 9, B: 6, C: 4, D: 1}'],
  ['2.5', 'error requires/failed'],
  ['-1', 'error requires/failed'],
  [null, 'undetermined missing-fact people-count'],
])('places for %s people', (count, said) => {
  expect(ask(handbook, 't.distribution', { urgent: false, 'people-count': count })).toBe(said);
});

test('no distribution is forced where it does not apply', () => {
  for (const output of ['t.distribution', 't.surplus', 't.over-quota']) {
    expect(ask(handbook, output, { ...peopleWith('95'), urgent: true })).toBe('not-applicable');
    expect(ask(handbook, output, peopleWith('95'))).toBe('undetermined missing-fact urgent');
  }
});

/** People called a, b, c … with these scores, and their number. */
const peopleWith = (
  ...scores: readonly string[]
): Record<string, string | readonly Record<string, string | null>[]> => ({
  'people-count': String(scores.length),
  people: scores.map((score, i) => ({ name: String.fromCharCode(97 + i), score: score === '-' ? null : score })),
});

test.each([
  ['3 A where 2 may be', ['95', '92', '91', '70'], '{A: 3, B: 0, C: 1, D: 0}', '{A: 1, B: -1, C: 0, D: 0} [t#quotas]', '[a, b, c] [t#quotas]'],
  ['as the places are', ['95', '92', '85', '70'], '{A: 2, B: 1, C: 1, D: 0}', '{A: 0, B: 0, C: 0, D: 0} [t#quotas]', '[] [t#quotas]'],
  ['a score that rests on the fractions', ['89.5'], '{A: 0, B: 1, C: 0, D: 0} [t#fractions]', '{A: -1, B: 1, C: 0, D: 0} [t#fractions, t#quotas]', '[a] [t#fractions, t#quotas]'],
  ['nobody', [], '{A: 0, B: 0, C: 0, D: 0}', '{A: 0, B: 0, C: 0, D: 0}', '[]'],
  ['a score missing', ['95', '-'], 'undetermined missing-fact people[2].score'],
  ['a score out of range', ['95', '101'], 'error fact/out-of-range'],
] as const)('a group: %s', (_name, scores, byScore, surplus: string = byScore, people: string = surplus) => {
  const given = { ...peopleWith(...scores), urgent: false };
  expect(ask(handbook, 't.by-score', given)).toBe(byScore);
  expect(ask(handbook, 't.surplus', given)).toBe(surplus);
  expect(ask(handbook, 't.over-quota', given)).toBe(people);
}); // prettier-ignore

test('a list of another length than the number of people is an error', () => {
  const given = { ...peopleWith('95', '92'), 'people-count': '3', urgent: false };
  expect(ask(handbook, 't.surplus', given)).toBe('error requires/failed');
  expect(ask(handbook, 't.by-score', given)).toBe('{A: 2, B: 0, C: 0, D: 0}');
});

const grades = ['A', 'B', 'C', 'D'] as const;

/** Written as a person would do it: whole parts, then one place after the other. */
function placesByHand(shares: readonly number[], people: number): readonly number[] {
  const quotas = shares.map((share, i) => ({ i, share, quota: exact(BigInt(share * people), 1000n) }));
  const places = quotas.map(({ quota }) => quota.top / quota.bottom);
  let left = BigInt(people) - places.reduce((a, b) => a + b, 0n);
  const remainder = (i: number) => exact(quotas[i]!.quota.top % quotas[i]!.quota.bottom, quotas[i]!.quota.bottom);
  const turns = quotas.toSorted(
    (a, b) => compareExact(remainder(b.i), remainder(a.i)) || b.share - a.share || a.i - b.i,
  );
  for (const { i } of turns) {
    if (left === 0n) break;
    places[i]! += 1n;
    left -= 1n;
  }
  return places.map(Number);
}

/** Four shares in tenths of a percent that make the whole, equal ones often. */
const someShares = fc
  .tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 10 }),
    fc.constantFrom(1, 25),
  )
  .map(([a, b, c, unit]) => [a * unit, b * unit, c * unit, 1000 - (a + b + c) * unit])
  .filter((shares) => shares.every((share) => share >= 0));

test('the largest remainder, as a person would do it, and nobody is lost', () => {
  fc.assert(
    fc.property(
      someShares,
      fc.array(fc.integer({ min: 0, max: 130 }), { minLength: 4, maxLength: 4 }),
      (shares, counts) => {
        const written = grades.map((grade, i) => `${grade}: ${shares[i]! / 10}%`).join(', ');
        const policy = peopleHandbook('grades', whole.replace(/shares: .*/, `shares: { ${written} }`));
        for (const count of counts) {
          const places = placesByHand(shares, count);
          const expected = `{${grades.map((grade, i) => `${grade}: ${places[i]}`).join(', ')}}`;
          const said = ask(policy.handbook, 't.distribution', { urgent: false, 'people-count': String(count) });
          const even = shares.every((share) => (share * count) % 1000 === 0);
          expect(said).toBe(even ? expected : `${expected} [t#quotas]`);
          expect(places.reduce((a, b) => a + b, 0)).toBe(count);
        }
      },
    ),
    { numRuns: 25 },
  );
});

const reserved = `reserved: { D: no-range }\n`;
const withoutD = bands.replace(/ {2}- \{ grade: D.*\n/, '').replace('"[60 .. 80)"', '"< 80"');

test.each([
  ['D reserved', withoutD + reserved + alone, []],
  ['a hole', bands.replace('"(89 .. 90)"', '"(89.5 .. 90)"') + alone, ['grades/gap [80 .. 89]: No grade covers “Score” (result) in (89 .. 89.5], for example 89.2. => [80 .. 89.5]']],
  ['an overlap', bands.replace('"[80 .. 89]"', '"[80 .. 90]"') + alone, ['grades/overlap [80 .. 90]: Two bands cover “Score” (result) = 90. Move', 'grades/overlap [80 .. 90]: Two bands cover “Score” (result) in (89 .. 90)']],
  ['out of reach', bands.replace('"[0 .. 60)"', '"[0 .. 60)" }\n  - { grade: D, in: "< 0"') + alone, ['grades/unreachable < 0: The band < 0 can never be reached: “Score” (result) is always [0 .. 100]']],
  ['an empty band', bands.replace('"[80 .. 89]"', '"[89 .. 80]"') + alone, ['grades/empty [89 .. 80]: The band [89 .. 80] holds no score']],
  ['a computed end', bands.replace('"[0 .. 60)"', '"[0 .. people-count)"') + alone, ['grades/not-decided people-count: Gaps and overlaps of these bands were not decided']],
  ['a set as a band', bands.replace('"[80 .. 89]"', '"{80, 89}"') + alone, ['grades/not-an-interval {80, 89}: A band is an interval']],
  ['a grade that does not exist', bands.replace('{ grade: D', '{ grade: F') + alone, ['expression/unknown-member F: “F” is not one of grade.', 'grades/no-band grade: No band gives the grade D.']],
  ['a type that is no enumeration', bands.replace('type: grade', 'type: number') + alone, ['grades/not-grades number: Grades are an enumeration of the vocabulary, not number.']],
  ['a type that does not exist', bands.replace('type: grade', 'type: grades') + alone, ['handbook/unknown-type grades: “grades” is no type and no enumeration. => grade']],
  ['a grade without a band', withoutD + alone, ['grades/no-band grade: No band gives the grade D. Add a band, or `reserved: { D: gap }`']],
  ['a band of a reserved grade', bands + reserved + alone, ['grades/reserved D: D is reserved']],
  ['a share of a reserved grade', withoutD + reserved + distribution + end, ['grades/reserved D: D is reserved']],
  ['reserved for an unknown gap', withoutD + reserved.replace('no-range', 'range') + alone, ['expression/unknown-gap range: This policy lists no gap “range”']],
  ['shares of 99 %', whole.replace('D: 5%', 'D: 4%'), ['grades/shares 4%: The shares make 99%, which is 1% less than 100%.']],
  ['shares of 101 %', whole.replace('D: 5%', 'D: 6%'), ['grades/shares 6%: The shares make 101%, which is 1% more than 100%.']],
  ['a negative share', whole.replace('D: 5%', 'D: -5%'), ['grades/share -5%: “-5%” is no share']],
  ['a share above the whole', whole.replace('D: 5%', 'D: 105%'), ['grades/share 105%: “105%” is no share']],
  ['a bare share', whole.replace('D: 5%', 'D: 5'), ['grades/share 5: “5” is no share']],
  ['a grade without a share', whole.replace('B: 30%, C: 20%, D: 5%', 'B: 35%, C: 20%'), ['grades/no-share distribution: The grade D has a band but no share.']],
  ['a share of no grade', whole.replace('D: 5%', 'D: 2%, F: 3%'), ['expression/unknown-member F: “F” is not one of grade.']],
  ['no quota rule', whole.replace(/ {2}whole-people.*\n/, ''), ['shape/missing-key distribution: The key "whole-people" is missing: The quota rule']],
  ['no rule for ties', whole.replace(' ties: larger-share,', ''), ['shape/missing-key whole-people: The key "ties" is missing: Of equal remainders']],
  ['a rule that there is not', whole.replace('largest-remainder', 'rounding'), ['shape/not-one-of rounding: "rounding" is not one of largest-remainder.']],
  ['people counted in money', whole.replace('head-count: people-count', 'head-count: 5 CNY'), ['expression/wrong-type 5 CNY: This is money(CNY), but number is needed here.']],
  ['people that are no list', whole.replace('members: people', 'members: result'), ['grades/no-field score: The people are a list']],
  ['a field that is not there', whole.replace('score: score', 'score: result'), ['grades/no-field result: “result” is no field of these people that will do here; they have name, score.']],
  ['a score of another type', whole.replace('score: score', 'score: name'), ['grades/no-field name: “name” is no field']],
  ['a name that is not there', whole.replace('name: name', 'name: title'), ['grades/no-field title: “title” is no field']],
])('%s', (_name, body, expected) => {
  const small = peopleHandbook('grades', body);
  const said = findingsOf(small).map((one) => {
    const fix = one.fixes[0]?.edits[0]?.text;
    return `${pointOf(one, small.text)}: ${one.message.en}${fix === undefined ? '' : ` => ${fix}`}`;
  });
  expect(said).toHaveLength(expected.length);
  for (const [i, text] of expected.entries()) {
    const [start = '', fix] = text.split(' => ');
    expect(said[i]?.slice(0, start.length)).toBe(start);
    if (fix !== undefined) expect(said[i]).toMatch(new RegExp(` => ${fix.replace(/[.[\]()]/g, '\\$&')}$`));
  }
}); // prettier-ignore

test.each([
  ['a hole', bands.replace('"(89 .. 90)"', '"(89.5 .. 90)"') + alone, 'undetermined gap t#grade (89 .. 89.5]'],
  ['an overlap', bands.replace('"(89 .. 90)"', '"(85 .. 90)"') + alone, 'error tiers/overlap'],
])('%s: the witness shows it, and each mend mends it', (_name, body, said) => {
  const small = peopleHandbook('grades', body);
  const before = findingsOf(small);
  expect(before.length).toBeGreaterThan(0);
  for (const { witness, fixes } of before) {
    expect(ask(small.handbook, 't.grade', witness!)).toBe(said);
    expect(fixes.length).toBeGreaterThan(0);
    for (const { edits } of fixes) {
      expect(findingsOf(handbookOfPeople(applyEdits(small.text, edits))).length).toBeLessThan(before.length);
    }
  }
});

test('shares that miss the whole give nobody a place', () => {
  const { handbook: wrong } = peopleHandbook('grades', whole.replace('D: 5%', 'D: 4%'));
  expect(ask(wrong, 't.distribution', { urgent: false, 'people-count': '20' })).toBe('error grades/shares');
});

test('a group without a distribution is counted by score only', () => {
  const { handbook: counted } = peopleHandbook('grades', bands + group + alone);
  expect(ask(counted, 't.by-score', peopleWith('95', '85'))).toBe('{A: 1, B: 1, C: 0, D: 0}');
  expect(ask(counted, 't.surplus', peopleWith('95', '85'))).toBe('error decision/unknown');
});

test('other policies read a grade’s places by its name', () => {
  const other = `policy: u
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: U, zh: 表 }
scope: shop
decisions:
  best: { title: { en: Best, zh: 最好 }, value: t.by-score.A }
`;
  const { handbook: both } = handbookOfPeople(peopleHandbook('grades', whole).text, { 'u.yaml': other });
  expect(ask(both, 'u.best', peopleWith('95', '85'))).toBe('1');
});
