import { expect, test } from 'vitest';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { applyEdits } from '../../engine/source/edit.ts';
import { ask, askSource } from './ask.ts';
import { handbookOfPeople, peopleHandbook } from './people.ts';
import { findingsOf, pointOf } from './small-handbook.ts';

const card = `points: { range: "[0 .. 100]", scale: 2 }
criteria:
  - { id: quality, weight: 60%, title: { en: Quality, zh: 质量 }, cites: [S-1.1] }
  - { id: relations, weight: 30%, title: { en: Relations, zh: 关系 } }
  - { id: feedback, weight: 10%, title: { en: Feedback, zh: 反馈 } }
`;

test('points times weights; a missing criterion is never spread over the others', () => {
  const { handbook } = peopleHandbook('scorecard', card);
  const given = { 't.quality': '90.5', 't.relations': '80', 't.feedback': '70.5' };
  // 54.3 + 24 + 7.05
  expect(ask(handbook, 't.score', given)).toBe('85.35');
  expect(ask(handbook, 't.score', { ...given, 't.feedback': null })).toBe('undetermined missing-fact t.feedback');
  expect(ask(handbook, 't.score', { ...given, 't.feedback': '100.5' })).toBe('error fact/out-of-range');
  expect(ask(handbook, 't.score', { ...given, 't.feedback': '0.005' })).toBe('error fact/too-many-decimals');
  expect(ask(handbook, 't.score', {})).toContain('t.feedback, missing-fact t.quality, missing-fact t.relations');
});

test('the score cites the clauses of its criteria', () => {
  const { handbook } = peopleHandbook('scorecard', `cites: [S-1]\n${card}`);
  const decision = handbook.versions.get('t')?.[0]?.decisions.find(({ name }) => name === 't.score');
  expect(decision?.cites).toEqual(['S-1', 'S-1.1']);
});

test('a weight that the source does not give leaves the score open', () => {
  const open = card.replace('10%', '{ unstated: weights }');
  const { handbook } = peopleHandbook(
    'scorecard',
    `${open}gaps:\n  - { id: weights, says: { en: No weight., zh: 没有权重。 } }\n`,
  );
  expect(findingsOf({ handbook })).toEqual([]);
  const given = { 't.quality': '90', 't.relations': '80' };
  expect(ask(handbook, 't.score', { ...given, 't.feedback': '70' })).toBe('undetermined gap t#weights');
  expect(ask(handbook, 't.score', given)).toBe('undetermined gap t#weights, missing-fact t.feedback');
});

/** A card whose two weights the company sets. */
const weighed = (quality: string, rest: string): ReturnType<typeof handbookOfPeople> => {
  const body = card
    .replace('60%', 'weight.quality')
    .replace('30%', 'weight.rest')
    .replace(/.*feedback.*\n/, '');
  const parameters = `policy: p
kind: parameters
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: P, zh: 参数 }
parameters:
  weight.quality: { title: { en: Q, zh: 质 }, scope: shop, owner: head, type: percent, range: "[0% .. 100%]", value: ${quality} }
  weight.rest: { title: { en: R, zh: 余 }, scope: shop, owner: head, type: percent, range: "[0% .. 100%]", value: ${rest} }
`;
  return handbookOfPeople(peopleHandbook('scorecard', body).text, { 'p.yaml': parameters });
};

test.each([
  ['60%', '40%', '86'],
  ['100%', '0%', '90'],
  ['60%', '39.99%', 'error requires/failed'],
  ['60%', '40.01%', 'error requires/failed'],
  ['60%', 'unset', 'undetermined unset-parameter'],
  ['unset', 'unset', 'undetermined unset-parameter, unset-parameter'],
])('weights that the company sets to %s and %s', (quality, rest, said) => {
  const small = weighed(quality, rest);
  expect(findingsOf(small)).toEqual([]);
  expect(ask(small.handbook, 't.score', { 't.quality': '90', 't.relations': '80' })).toBe(said);
});

test('by the source alone a weight that the company set leaves the score open', () => {
  const { handbook } = weighed('60%', '40%');
  const said = askSource(handbook, 't.score', { 't.quality': '90', 't.relations': '80' });
  expect(said).toBe('undetermined own-figure, own-figure');
});

test('what the points of a criterion rest on travels with the score', () => {
  const doubtful = `${card.replace('id: feedback,', 'id: feedback, rests-on: anchors,')}interpretations:
  - { id: anchors, clause: S-1, about: doubt, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
`;
  const { handbook } = peopleHandbook('scorecard', doubtful);
  expect(findingsOf({ handbook })).toEqual([]);
  const given = { 't.quality': '90', 't.relations': '80', 't.feedback': '70' };
  expect(ask(handbook, 't.score', given)).toBe('85 [t#anchors]');
});

const rated = `points: { range: "[0 .. 100]", whole: true }
criteria:
  - { id: analysis, weight: 20%, title: { en: Analysis, zh: 分析 } }
  - { id: rest, weight: 80%, title: { en: The rest, zh: 其余 } }
raters:
  from: t.ratings
  roles: [superior, manager, general-manager]
  combine: { method: average, rests-on: equal-weight }
  missing: undetermined
  one-person-in-two-roles: { counts: once, rests-on: rates-once }
round: { to: 0.01, mode: half-up, rests-on: rounding }
interpretations:
  - { id: equal-weight, clause: S-1, about: fills, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
  - { id: rates-once, clause: S-1, about: fills, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
  - { id: rounding, clause: S-1, about: fills, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
`;

/** `superior a 90 80`: role, person and points of both criteria; what is left out was not given. */
const ratings = (...lines: readonly string[]): { readonly 't.ratings': readonly Record<string, string | null>[] } => ({
  't.ratings': lines.map((line) => {
    const [role = null, person = null, analysis = null, rest = null] = line
      .split(' ')
      .map((word) => (word === '-' ? null : word.replace('nobody', '')));
    return { role, person, analysis, rest };
  }),
});

test.each([
  ['all three', ['superior a 90 80', 'manager b 85 80', 'general-manager c 70 80'], '[82, 81, 78]', '80.33 [t#equal-weight, t#rounding]'],
  ['in any order of the list', ['general-manager c 70 80', 'manager b 85 80', 'superior a 90 80'], '[82, 81, 78]', '80.33 [t#equal-weight, t#rounding]'],
  ['one person in two roles counts once', ['superior a 90 80', 'manager a 90 80', 'general-manager c 70 80'], '[82, 78] [t#rates-once]', '80 [t#equal-weight, t#rates-once]'],
  ['other points of the same sum do not matter', ['superior a 90 80', 'manager a 50 90', 'general-manager c 70 80'], '[82, 78] [t#rates-once]', '80 [t#equal-weight, t#rates-once]'],
  ['one person in all roles', ['superior a 90 80', 'manager a 90 80', 'general-manager a 90 80'], '[82] [t#rates-once]', '82 [t#equal-weight, t#rates-once]'],
  ['two missing', ['superior a 90 80'], 'undetermined left-to-person general-manager [0 .. 100], left-to-person manager [0 .. 100]'],
  ['nobody', [], 'undetermined left-to-person general-manager [0 .. 100], left-to-person manager [0 .. 100], left-to-person superior [0 .. 100]'],
  ['a criterion missing', ['superior a 90 80', 'manager b 85 -', 'general-manager c 70 80'], 'undetermined missing-fact t.ratings[2].rest'],
  ['a person missing', ['superior a 90 80', 'manager - 85 80', 'general-manager c 70 80'], 'undetermined missing-fact t.ratings[2].person'],
  ['a person without a name', ['superior a 90 80', 'manager nobody 85 80', 'general-manager c 70 80'], 'error fact/out-of-range'],
  ['a role missing', ['superior a 90 80', '- b 85 80', 'general-manager c 70 80'], 'undetermined missing-fact t.ratings[2].role'],
  ['two ratings of one role', ['superior a 90 80', 'superior b 85 80', 'manager c 70 80'], 'error requires/failed'],
  ['more ratings than roles', ['superior a 90 80', 'manager b 85 80', 'general-manager c 70 80', 'manager d 1 1'], 'error requires/failed'],
  ['one person with different points', ['superior a 90 80', 'manager a 85 80', 'general-manager c 70 80'], 'error requires/failed'],
  ['a role that does not rate', ['superior a 90 80', 'boss b 85 80', 'general-manager c 70 80'], 'error fact/out-of-range'],
  ['half a point', ['superior a 90.5 80', 'manager b 85 80', 'general-manager c 70 80'], 'error fact/not-whole'],
] as const)('raters: %s', (_name, lines, byRater, score: string = byRater) => {
  const { handbook } = peopleHandbook('scorecard', rated);
  expect(findingsOf({ handbook })).toEqual([]);
  expect(ask(handbook, 't.by-rater', ratings(...lines))).toBe(byRater);
  expect(ask(handbook, 't.score', ratings(...lines))).toBe(score);
}); // prettier-ignore

test('by the source alone nothing says how raters are combined', () => {
  const { handbook } = peopleHandbook('scorecard', rated);
  const all = ratings('superior a 90 80', 'manager b 85 80', 'general-manager c 70 80');
  expect(askSource(handbook, 't.by-rater', all)).toBe('[82, 81, 78]');
  expect(askSource(handbook, 't.score', all)).toBe('undetermined interpretation t#equal-weight');
});

test('ten thousand ratings are too many, said at once', () => {
  const { handbook } = peopleHandbook('scorecard', rated);
  const many = Array.from({ length: 10_000 }, (_, i) => `superior p${i} 90 80`);
  expect(ask(handbook, 't.score', ratings(...many, '- a 1 1'))).toBe('error fact/list-too-long');
  expect(ask(handbook, 't.score', ratings(...many))).toBe('error requires/failed');
});

const rollUp = `roll-up:
  - id: quarter
    title: { en: Quarter, zh: 季度 }
    from: months
    count: 3
    combine: { method: average, rests-on: plain }
    only-if: { is: not urgent, otherwise: undetermined(weights) }
round: { to: 0.01, mode: half-up }
gaps:
  - { id: weights, says: { en: No weight., zh: 没有权重。 } }
interpretations:
  - { id: plain, clause: S-1, about: fills, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
`;
const months = (...scores: readonly string[]): Record<string, unknown> => ({
  months: scores.map((score) => ({ score: score === '-' ? null : score })),
});

test.each([
  ['three months', ['80', '85', '91'], '85.33 [t#plain]'],
  ['one short', ['80', '85'], 'undetermined missing-fact months 3'],
  ['one too many', ['80', '85', '91', '92'], 'undetermined missing-fact months 3'],
  ['none', [], 'undetermined missing-fact months 3'],
  ['one without a result', ['80', '-', '91'], 'undetermined missing-fact months[2].score'],
  ['one out of range', ['80', '101', '91'], 'error fact/out-of-range'],
])('roll-up: %s', (_name, scores, said) => {
  const { handbook } = peopleHandbook('scorecard', rollUp);
  expect(findingsOf({ handbook })).toEqual([]);
  expect(ask(handbook, 't.quarter', { ...months(...scores), urgent: false })).toBe(said);
  expect(ask(handbook, 't.quarter', { ...months(...scores), urgent: true })).toBe('undetermined gap t#weights');
});

test('roll-up of plain numbers, and of a field that is named', () => {
  const numbers = rollUp.replace('from: months', 'from: numbers').replace('count: 3', 'count: 1');
  expect(ask(peopleHandbook('scorecard', numbers).handbook, 't.quarter', { numbers: ['7'], urgent: false })).toBe(
    '7 [t#plain]',
  );
  const named = rollUp.replace('from: months', 'from: months\n    score: points').replace('count: 3', 'count: 1');
  const given = { months: [{ points: '7' }], urgent: false };
  expect(ask(peopleHandbook('scorecard', named).handbook, 't.quarter', given)).toBe('7 [t#plain]');
});

const raters = rated.slice(rated.indexOf('raters:'));

test.each([
  ['weights of 99 %', card.replace('10%', '9%'), ['scorecard/weights 9%: The weights make 99%, which is 1% less than 100%.']],
  ['weights of 100.5 %', card.replace('10%', '10.5%'), ['scorecard/weights 10.5%: The weights make 100.5%, which is 0.5% more than 100%.']],
  ['a negative weight', card.replace('10%', '-10%'), ['scorecard/weight -10%: “-10%” is no weight']],
  ['a weight above the whole', card.replace('10%', '110%'), ['scorecard/weight 110%: “110%” is no weight']],
  ['a bare weight', card.replace('10%', '10'), ['scorecard/weight 10: “10” is no weight => 10%']],
  ['a computed weight', card.replace('10%', '5% + 5%'), ['scorecard/weight 5% + 5%: “5% + 5%” is no weight']],
  ['a weight that an unknown gap leaves out', card.replace('10%', '{ unstated: weight }'), ['expression/unknown-gap weight: This policy lists no gap']],
  ['a fact as a weight', card.replace('10%', 'result'), ['expression/wrong-type result: This is number', 'scorecard/weight result: “result” is no weight']],
  ['a ratio as a weight', card.replace('10%', '0.1'), ['scorecard/weight 0.1: “0.1” is no weight']],
  ['no points', card.replace(/points.*\n/, ''), ['scorecard/no-points t: The card does not say']],
  ['points without an end', card.replace('"[0 .. 100]"', '">= 0"'), ['scorecard/points >= 0: Points are numbers between']],
  ['points reversed', card.replace('"[0 .. 100]"', '"[100 .. 0]"'), ['scorecard/points [100 .. 0]: Points are numbers between']],
  ['points in percent', card.replace('"[0 .. 100]"', '"[0% .. 100%]"'), ['scorecard/points [0% .. 100%]: Points are numbers between']],
  ['a criterion twice', card.replace('relations', 'quality'), ['scorecard/twice quality: “quality” stands here twice']],
  ['a criterion called score', card.replace('relations', 'score'), ['scorecard/reserved-name score: A criterion cannot be called “score”']],
  ['a dotted criterion', card.replace('id: relations', 'id: a.b'), ['shape/pattern a.b: ']],
  ['raters without criteria', raters, ['scorecard/no-criteria raters: `raters:` speaks about criteria', 'scorecard/nothing t: The card decides nothing']],
  ['points without criteria', `points: { range: "[0 .. 1]" }\n${rollUp}`, ['scorecard/no-criteria points: `points:` speaks']],
  ['a role twice', rated.replace('[superior, manager,', '[superior, superior,'), ['scorecard/twice superior: “superior” stands here twice']],
  ['a criterion called person', rated.replace('id: rest', 'id: person'), ['scorecard/reserved-name person: A criterion cannot']],
  ['no missing-rater rule', rated.replace('  missing: undetermined\n', ''), ['shape/missing-key raters: The key "missing" is missing: What a missing rating does']],
  ['no rule for two roles', rated.replace(/ {2}one-person.*\n/, ''), ['shape/missing-key raters: The key "one-person-in-two-roles" is missing']],
  ['results from a fact that is no list', rollUp.replace('from: months', 'from: result'), ['scorecard/no-results result: Results come from a list fact']],
  ['results from something computed', rollUp.replace('from: months', 'from: "[1, 2]"'), ['scorecard/no-results [1, 2]: Results come from a list fact']],
  ['a field that is no number', rollUp.replace('from: months', 'from: months\n    score: note'), ['scorecard/no-results note: Results come from a list fact']],
  ['results from nowhere', rollUp.replace('from: months', 'from: month'), ['expression/unknown-name month: ']],
  ['a count of nothing', rollUp.replace('count: 3', 'count: 0'), ['shape/too-small 0: ']],
  ['an average that nobody rounds', rollUp.replace(/round:.*\n/, ''), ['handbook/needs-rounding quarter: ']],
  ['nothing at all', '', ['scorecard/nothing t: The card decides nothing']],
])('%s', (_name, body, expected) => {
  const small = peopleHandbook('scorecard', body);
  const said = findingsOf(small).map((one) => {
    const fix = one.fixes[0]?.edits[0]?.text;
    return `${pointOf(one, small.text)}: ${one.message.en}${fix === undefined ? '' : ` => ${fix}`}`;
  });
  expect(said).toEqual(expected.map((text) => beginning(text)));
}); // prettier-ignore

/** What stands between the first words that are expected and a fix is not repeated here. */
const beginning = (text: string): unknown => {
  const [start = '', fix] = text.split(' => ');
  const escape = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return expect.stringMatching(new RegExp(`^${escape(start)}[^]*${fix === undefined ? '' : ` => ${escape(fix)}$`}`));
};

test('the mend of a bare weight mends it', () => {
  const small = peopleHandbook('scorecard', card.replace('10%', '10'));
  const [finding] = findingsOf(small) as [Diagnostic];
  const mended = applyEdits(small.text, finding.fixes[0]!.edits);
  expect(findingsOf(handbookOfPeople(mended))).toEqual([]);
});

test('weights that miss the whole fail the check, and the policy still answers', () => {
  const { handbook } = peopleHandbook('scorecard', card.replace('10%', '9%'));
  expect(ask(handbook, 't.score', { 't.quality': '100', 't.relations': '100', 't.feedback': '100' })).toBe('99');
});

const amended = (text: string): string =>
  text
    .replace('version: 1', 'version: 2')
    .replace('2023-01-01', '2026-01-01')
    .replace('published: 2022-12-20', 'published: 2025-12-01\nbecause: { en: New, zh: 修订 }');

test('facts have no versions: a later card may read more, and older ratings stay readable', () => {
  const first = peopleHandbook('scorecard', rated).text;
  const second = amended(first)
    .replace('weight: 80%', 'weight: 50%')
    .replace('raters:', '  - { id: more, weight: 30%, title: { en: More, zh: 更多 } }\nraters:')
    .replace('roles: [superior, manager, general-manager]', 'roles: [superior, board]');
  const { handbook } = handbookOfPeople(second, { 'history/t.v1.yaml': first });
  expect(handbook.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const old = ratings('superior a 90 80', 'manager b 85 80', 'general-manager c 70 80');
  expect(ask(handbook, 't.by-rater', old, '2025-06-30')).toBe('[82, 81, 78]');
  const now = {
    't.ratings': ['superior', 'board'].map((role) => ({ role, person: role, analysis: '90', rest: '80', more: '70' })),
  };
  expect(ask(handbook, 't.by-rater', now)).toBe('[79, 79]');
});

test('a later card may not change what points an id can have', () => {
  const first = peopleHandbook('scorecard', card).text;
  const second = amended(first).replace('[0 .. 100]', '[0 .. 10]');
  const { handbook } = handbookOfPeople(second, { 'history/t.v1.yaml': first });
  const said = handbook.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en);
  expect(said[0]).toContain(
    '“t.quality” is number [0 .. 10], scale 2 here but number [0 .. 100], scale 2 in an older version.',
  );
  expect(said).toHaveLength(3);
});

test('a card’s facts stand in no vocabulary and in no other card', () => {
  const words = `kind: vocabulary
title: { en: More, zh: 更多 }
facts:
  t.quality: { type: number, title: { en: Quality, zh: 质量 } }
`;
  const first = peopleHandbook('scorecard', rated).text;
  const clashing = {
    'more.yaml': words,
    'u.yaml': first.replace('policy: t', 'policy: u'),
  };
  const said = (text: string): readonly string[] =>
    handbookOfPeople(text, clashing)
      .handbook.diagnostics.filter(({ code }) => code === 'handbook/clash')
      .map(({ span }) => span.file);
  expect(said(peopleHandbook('scorecard', card).text)).toEqual(['more.yaml', 't.yaml']);
  expect(said(first)).toEqual(['t.yaml', 'u.yaml']);
});
