/** What is told of a population's effect: who counts once, what sums leave out, and changes of percentages. */
import { expect, test } from 'vitest';
import type { Program } from '../../engine/ir/program.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { nearest, stretchToTry } from '../../engine/review/effect/affected.ts';
import { sharingOf } from '../../engine/review/effect/about.ts';
import type { Effect } from '../../engine/review/effect/effect.ts';
import { newTrial } from '../../engine/review/effect/population.ts';
import { effectSentences } from '../../engine/review/effect/render.ts';
import { unchangedWords } from '../../engine/review/effect/unchanged.ts';
import { diffOf } from '../../engine/review/diff/report.ts';
import { stretchesOf, type Stretch } from '../../engine/review/diff/states.ts';
import { unitsInChinese } from '../../engine/review/where/in-chinese.ts';
import { changeText } from '../../engine/value/change-text.ts';
import { handbookOf } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';

const words = `kind: vocabulary
title: { en: Words, zh: 词汇 }
subjects:
  company: { title: { en: Company, zh: 公司 } }
  department: { within: company, title: { en: Department, zh: 部门 } }
  person: { within: department, title: { en: Person, zh: 员工 } }
facts:
  sold: { type: money, range: ">= 0 CNY", title: { en: Sold, zh: 销售额 }, subject: department }
  own: { type: money, range: ">= 0 CNY", title: { en: Own, zh: 个人额 }, subject: person }
`;

const policy = (rate: string, most: string): string => `policy: pay
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Pay, zh: 报酬 }
scope: shop
decisions:
  group: { title: { en: Of the group, zh: 小组提成 }, value: sold * ${rate} }
  share: { title: { en: Own share, zh: 个人份额 }, value: "if sold > ${most} then undetermined(open) else own * 10%" }
  rate: { title: { en: Rate, zh: 比率 }, value: "if sold > 100 CNY then ${rate} else 1%" }
gaps: [{ id: open, says: { en: Nobody said., zh: 未写明。 } }]
`;

function handbook(rate: string, most = '500 CNY'): Handbook {
  const made = handbookOf({ 'handbook.yaml': smallManifest, 'words.yaml': words, 'pay.yaml': policy(rate, most) });
  expect(made.diagnostics.filter(({ blocks }) => blocks)).toEqual([]);
  return made;
}

const on = (of: Handbook): Program => link(of, { at: '2026-10-31' });

interface Row {
  readonly sold: string;
  readonly own: string;
  readonly team?: string;
}

const rows: readonly Row[] = [
  { sold: '200 CNY', own: '10 CNY', team: 'one' },
  { sold: '300 CNY', own: '20 CNY', team: 'two' },
  { sold: '300 CNY', own: '30 CNY', team: 'two' },
];

function stretchOf(before: Handbook, after: Handbook): Stretch {
  const side = (handbook: Handbook): Stretch['before'] => ({
    name: '',
    handbook,
    day: '2026-10-31',
    program: on(handbook),
  });
  return { days: {}, before: side(before), after: side(after) };
}

function effectsOf(
  [before, after]: readonly [Handbook, Handbook],
  decisions: readonly string[],
  population: readonly Row[] = rows,
  hasColumn = true,
): readonly Effect[] {
  const stretch = stretchOf(before, after);
  const subjects = hasColumn ? [{ subject: 'department', header: '小组', index: 2 }] : [];
  const given = new Set(['sold', 'own']);
  const trial = newTrial<number>(
    { before: stretch.before.program, after: stretch.after.program },
    decisions.map((decision) => ({
      decision,
      sourceOnly: false,
      ...sharingOf(decision, stretch, given, { subjects }),
    })),
    ['sold', 'own'],
  );
  for (const [i, { sold, own, team = '' }] of population.entries())
    trial.addTexts({ line: i + 2, source: i, group: undefined, within: { department: team }, texts: [sold, own] });
  return trial.effects((source, shared) => shared ?? `row ${String(source)}`);
}

const said = (effect: Effect | undefined, language: 'en' | 'zh'): readonly string[] =>
  effect === undefined ? [] : effectSentences(effect).map((texts) => texts[language]);

const raised = [handbook('2%'), handbook('3%')] as const;

test('what is decided for a group counts once for it, however many rows its members are', () => {
  const [group, own] = effectsOf(raised, ['pay.group', 'pay.share']);
  expect(group).toMatchObject({ rows: 2, changed: 2, amounts: { totals: { change: '5.00 CNY' } } });
  expect(group?.largest.map(({ who, change }) => [who, change])).toEqual([
    ['two', '3.00 CNY'],
    ['one', '2.00 CNY'],
  ]);
  expect(said(group, 'zh')[0]).toBe('此项按“小组”决定，而非逐行决定，故每个“小组”只计一次：3 行中计 2 行。');
  expect(own).toMatchObject({ rows: 3, changed: 0 });
  expect(own?.shared).toBeUndefined();
});

test('what a group had counts once also where the change leaves nothing that can be read', () => {
  const broken = handbookOf({
    'handbook.yaml': smallManifest,
    'words.yaml': words,
    'pay.yaml': policy('2%', '500 CNY').replace('zh: 小组提成', 'zh: '),
  });
  const [group] = effectsOf([handbook('2%'), broken], ['pay.group']);
  expect(said(group, 'en').at(-1)).toBe('Not compared: 10.00 CNY before, of 2 rows without an amount now.');
});

test('rows of one group that say different things each count, and that is told; so does a row of no group', () => {
  const population = [...rows, { sold: '400 CNY', own: '', team: 'two' }, { sold: '400 CNY', own: '' }];
  const [group] = effectsOf(raised, ['pay.group'], population);
  expect(group).toMatchObject({ rows: 4, shared: { again: 1, differing: 1 } });
  expect(said(group, 'en')[1]).toBe('In 1 of them the rows say different things, and each different one is counted.');
});

test('where no column tells groups apart, each row counts and a warning says so', () => {
  const [group] = effectsOf(raised, ['pay.group'], rows, false);
  expect(group).toMatchObject({ rows: 3, amounts: { totals: { change: '8.00 CNY' } } });
  expect(said(group, 'en')[0]).toContain('Rows of the same department each count its amount again.');
  expect(said(group, 'zh')[0]).toContain('同一部门的各行会重复计入同一数额');
});

test('a sum over the rows that are left is not called the same as before', () => {
  const [own] = effectsOf([handbook('2%'), handbook('2%', '250 CNY')], ['pay.share']);
  expect(said(own, 'en').slice(-2)).toEqual([
    'Over the 1 row with an amount before and after: 1.00 CNY, as before.',
    'Not compared: 5.00 CNY before, of 2 rows without an amount now.',
  ]);
  expect(said(own, 'zh').slice(-2)).toEqual([
    '变更前后均有金额的 1 行合计 1.00 CNY，与原来相同。',
    '未比较：2 行今后无金额，原为 5.00 CNY。',
  ]);
});

test('where no row has an amount on both sides nothing is summed up', () => {
  const [own] = effectsOf([handbook('2%'), handbook('2%', '100 CNY')], ['pay.share']);
  expect(said(own, 'en').at(-1)).toBe('Not compared: 6.00 CNY before, of 3 rows without an amount now.');
  expect(said(own, 'en').join(' ')).not.toContain('as before');
});

test('a change of a percentage is one of percentage points', () => {
  const [rate] = effectsOf(raised, ['pay.rate']);
  expect(said(rate, 'zh').at(-1)).toBe('变化额均为 +1 个百分点。');
  expect(said(rate, 'en').at(-1)).toBe('Each change is +1 percentage point.');
  expect(['0.1%', '-0.5%', '1/3 * 100%', '-1%', '12.00 CNY', '0.00 CNY'].map(changeText)).toEqual([
    { en: '+0.1 percentage points', zh: '+0.1 个百分点' },
    { en: '-0.5 percentage points', zh: '-0.5 个百分点' },
    { en: '+≈ 33.33 percentage points (exactly 1/3)', zh: '+≈ 33.33 个百分点（精确值 1/3）' },
    { en: '-1 percentage point', zh: '-1 个百分点' },
    { en: '+12.00 CNY', zh: '+12.00 CNY' },
    { en: '0.00 CNY', zh: '0.00 CNY' },
  ]);
});

test('what has no value before and after is not called unchanged', () => {
  const [own] = effectsOf([handbook('2%', '250 CNY'), handbook('3%', '250 CNY')], ['pay.share']);
  expect(own === undefined ? '' : unchangedWords(own)).toEqual({
    en: 'Pay · Own share (pay.share): of 3 rows, 1 keeps its value (in all 1.00 CNY), 2 are undetermined before and after (Nobody said).',
    zh: '报酬 · 个人份额（pay.share）：3 行中 1 行的值不变（合计 1.00 CNY），2 行变更前后均未定（未写明）。',
  });
  const [all] = effectsOf([handbook('2%'), handbook('3%')], ['pay.share']);
  expect(all === undefined ? '' : unchangedWords(all).zh).toBe(
    '报酬 · 个人份额（pay.share）：3 行的值不变（合计 6.00 CNY）。',
  );
});

test('a change is tried today where it holds today, else on its first day to come', () => {
  const [before, after] = raised;
  const stretches = stretchesOf({ name: 'a', handbook: before }, { name: 'b', handbook: after });
  const diff = diffOf({ name: 'a', handbook: before }, { name: 'b', handbook: after }, stretches, () => true);
  const dayOn = (today: string): string => stretchToTry(stretches, diff, today).stretch.after.day;
  expect(['2026-11-22', '2022-06-01'].map(dayOn)).toEqual(['2026-11-22', '2023-01-01']);
  // Where a day is asked for, that day it is.
  const asked = stretchesOf({ name: 'a', handbook: before }, { name: 'b', handbook: after }, { at: '2024-02-29' });
  expect(stretchToTry(asked, diff, '2026-11-22').stretch.after.day).toBe('2024-02-29');
  expect(nearest([], '2026-11-22')).toBeUndefined();
});

test('lengths and counted things have Chinese units in Chinese', () => {
  const text = 'by 6 months to 12 months, 3 cans, 2 months-old';
  const zh = '由 6 months 提高为 12 months，3 cans，违规类型 售假，2 months-old';
  const units = { can: { en: ['can', 'cans'], zh: ['罐'], whole: true } };
  expect(unitsInChinese(units)({ en: text, zh })).toEqual({
    en: text,
    zh: '由 6 个月提高为 12 个月，3 罐，违规类型 售假，2 months-old',
  });
});
