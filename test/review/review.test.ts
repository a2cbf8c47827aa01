import { expect, test } from 'vitest';
import { amend } from '../../engine/review/amend.ts';
import { changeLines } from '../../engine/review/render.ts';
import { reviewHandbooks, type Review } from '../../engine/review/review.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { changedTexts, handbookOf, policyTexts, type Replacement } from '../support/policies.ts';

const head = 'pay/commission.head.yaml';
const base = handbookOf(policyTexts);

/** The review of a change of the project's own handbook, on a day after all versions began. */
function reviewOf(texts: Readonly<Record<string, string>>): Review {
  return reviewHandbooks(base, handbookOf(texts), '2026-11-21');
}

/** The head's policy amended from 2027 on, with changes made in the new version. */
function amended(...changes: readonly Omit<Replacement, 'file'>[]): Readonly<Record<string, string>> {
  return amendedFrom('2027-01-01', ...changes);
}

function amendedFrom(from: string, ...changes: readonly Omit<Replacement, 'file'>[]): Readonly<Record<string, string>> {
  const because = { en: 'The company raises the top rate.', zh: '公司提高最高档比率。' };
  const file = sourceFile(head, policyTexts[head] ?? '');
  const made = amend(file, { from, published: '2026-12-10', because });
  if ('code' in made) throw new Error(made.message.en);
  const text = changes.reduce((before, { find, replace }) => before.replace(find, () => replace), made.newText);
  return { ...policyTexts, [made.historyPath]: made.historyText, [head]: text };
}

test('nothing changed: nothing to say', () => {
  expect(reviewOf(policyTexts)).toMatchObject({ policies: [], newFindings: [], refused: false });
});

test('the top rate raised from 2027 on, in both languages', () => {
  const review = reviewOf(amended({ find: 'rate: 5% }', replace: 'rate: 5.5%, origin: own }' }));
  expect(changeLines(review, 'en').join('\n')).toMatchInlineSnapshot(`
    "
    ## Head's commission (\`commission.head\`)

    amended · version 2, from 2027-01-01 on

    > The company raises the top rate.

    - For completion of the sales target (sales.completion) of 120% or more, “Rate” (commission.head.rate) rises from 5% to 5.5% and now counts as the company's own figure.
    - “Rate” (commission.head.rate) is read, directly or not, in Head's pay (pay.head): Own commission, Pay of the month.
    - For completion of the sales target of 120% or more, “Amount” (commission.head.amount) changes from 5% × net sales to 5.5% × net sales.
    - For “unpaid commission is forfeited” being false and completion of the sales target of 120% or more, “Own commission” (pay.head.commission) changes from (5% × net sales, rounded to 0.01 CNY) to (5.5% × net sales, rounded to 0.01 CNY).
    - Nothing else changes."
  `);
  expect(changeLines(review, 'zh').join('\n')).toMatchInlineSnapshot(`
    "
    ## 部门主管提成（\`commission.head\`）

    修订 · 第 2 版，自 2027-01-01 起

    > 公司提高最高档比率。

    - 销售目标完成率 120% 及以上时，“比率”（commission.head.rate）由 5% 提高为 5.5%，且今后视为公司自定。
    - “比率”（commission.head.rate）被直接或间接用于：部门主管薪酬（pay.head）的个人提成、当月薪酬合计。
    - 销售目标完成率 120% 及以上时，“金额”（commission.head.amount）由 5% × 净销售额改为 5.5% × 净销售额。
    - “未发放提成停发”为否，且销售目标完成率 120% 及以上时，“个人提成”（pay.head.commission）由（5% × 净销售额，取整至 0.01 CNY）改为（5.5% × 净销售额，取整至 0.01 CNY）。
    - 其余不变。"
  `);
});

test('an edge that moves changes exactly the values between its old and its new place', () => {
  const review = reviewOf(
    amended(
      { find: '"[31% .. 50%]"', replace: '"[31% .. 55%]"' },
      { find: '"(50% .. 51%)"', replace: '"(55% .. 56%)"' },
      { find: '"[51% .. 80%]"', replace: '"[56% .. 80%]"' },
    ),
  );
  expect(review.policies[0]?.meaning.map(({ en }) => en)).toMatchInlineSnapshot(`
    [
      "For completion of the sales target (sales.completion) above 50% to below 51%, “Rate” (commission.head.rate) stays 2% but no longer rests on commission.head#fractions: the value now counts as the source's.",
      "For completion of the sales target (sales.completion) from 51% to 55%, “Rate” (commission.head.rate) falls from 3% to 2%.",
      "For completion of the sales target (sales.completion) above 55% to below 56%, “Rate” (commission.head.rate) falls from 3% to 2% and now rests on commission.head#fractions.",
      "“Rate” (commission.head.rate) is read, directly or not, in Head's pay (pay.head): Own commission, Pay of the month.",
      "For completion of the sales target from 51% to below 56%, “Amount” (commission.head.amount) changes from 3% × net sales to 2% × net sales.",
      "For “unpaid commission is forfeited” being false and completion of the sales target from 51% to below 56%, “Own commission” (pay.head.commission) changes from (3% × net sales, rounded to 0.01 CNY) to (2% × net sales, rounded to 0.01 CNY).",
    ]
  `);
});

test('a tier that goes leaves a finding and a hole, and the change is refused', () => {
  const review = reviewOf(
    amended({ find: '  - { in: "(100% .. 120%)", rate: 4%, rests-on: between-100-and-120 }\n', replace: '' }),
  );
  expect(review.refused).toBe(true);
  expect(review.newFindings.map(({ code }) => code)).toEqual(['tiers/gap', 'handbook/unused-interpretation']);
  expect(review.policies[0]?.meaning.map(({ zh }) => zh)).toMatchInlineSnapshot(`
    [
      "销售目标完成率高于 100% 至 120%（不含）时，“比率”（commission.head.rate）原为 4%，现无档位。",
      "“比率”（commission.head.rate）被直接或间接用于：部门主管薪酬（pay.head）的个人提成、当月薪酬合计。",
      "销售目标完成率高于 100% 至 120%（不含）时，“金额”（commission.head.amount）由 4% × 净销售额改为未定（没有档位或行覆盖）。",
      "“未发放提成停发”为否，且销售目标完成率高于 100% 至 120%（不含）时，“个人提成”（pay.head.commission）由（4% × 净销售额，取整至 0.01 CNY）改为未定（没有档位或行覆盖）。",
    ]
  `);
});

test('a version in force that is edited in place is refused', () => {
  const review = reviewOf(changedTexts({ file: head, find: 'rate: 5% }', replace: 'rate: 6% }' }));
  expect(review).toMatchObject({ refused: true, policies: [{ policy: 'commission.head', change: 'edited-in-force' }] });
});

test('so is one whose dates are moved', () => {
  const review = reviewOf(changedTexts({ file: head, find: 'from: 2023-01-01', replace: 'from: 2023-02-01' }));
  expect(review.policies).toMatchObject([
    { change: 'edited-in-force', meaning: [{ en: expect.stringContaining('2023-02-01') as string }] },
  ]);
});

test('titles, comments and formatting are no change of meaning', () => {
  const review = reviewOf(
    changedTexts(
      { file: head, find: "Head's commission", replace: 'Commission of the head' },
      { file: head, find: 'by: sales.completion', replace: '# the scale\nby:   sales.completion' },
    ),
  );
  expect(review).toMatchObject({ refused: false, policies: [{ change: 'described', meaning: [] }] });
});

test('an interpretation that is decided changes no meaning', () => {
  const review = reviewOf(
    changedTexts({
      file: head,
      find: 'answer: { en: The tier of 81 to 100 % goes on., zh: 沿用81%至100%一档。 }\n    status: proposed',
      replace:
        'answer: { en: The tier of 81 to 100 % goes on., zh: 沿用81%至100%一档。 }\n    decided: { by: head, date: 2026-11-30 }',
    }),
  );
  expect(review.policies.map(({ change, description }) => [change, description[0]?.en])).toEqual([
    ['described', '“No rate above 100 % and below 120 %.” (commission.head#between-100-and-120) was decided.'],
  ]);
});

test('a version that held may not be deleted, one that has not begun may', () => {
  const next = amended({ find: 'rate: 5% }', replace: 'rate: 6% }' });
  const { 'pay/history/commission.head.v1.yaml': _old, ...withoutHistory } = next;
  const [of, begun] = [handbookOf(next), '2027-02-01'];
  const deleted = reviewHandbooks(of, handbookOf(withoutHistory), begun);
  expect(deleted).toMatchObject({ refused: true, policies: [{ version: 1, change: 'removed-in-force' }] });
  expect(changeLines(deleted, 'en')).toContain(
    'REFUSED: a version that held was deleted · version 1, from 2023-01-01 on',
  );
  expect(reviewHandbooks(of, base, '2026-12-31')).toMatchObject({
    refused: false,
    policies: [{ version: 2, change: 'removed' }],
  });
  expect(reviewHandbooks(of, base, begun)).toMatchObject({ refused: true });
});

test('a formula that changes is named, a policy that goes too', () => {
  const { 'pay/commission.promoter.yaml': _gone, 'pay/commission.promoter.cases.yaml': _cases, ...rest } = amended();
  const changed = {
    ...rest,
    'pay/sales.yaml': (rest['pay/sales.yaml'] ?? '').replace(
      'sales.ordered >= sales.returned',
      'sales.ordered > sales.returned',
    ),
  };
  expect(reviewOf(changed).policies.map(({ policy, change }) => [policy, change])).toEqual([
    ['commission.head', 'amended'],
    ['commission.promoter', 'removed-in-force'],
    ['pay.promoter', 'edited-in-force'], // it reads what went
    ['sales', 'edited-in-force'],
  ]);
});

const said = (texts: readonly { readonly en: string }[] | undefined): readonly string[] =>
  (texts ?? []).map(({ en }) => en);

test('of an amendment with errors nobody says that nothing changes', () => {
  const last = '  - { in: ">= 120%", rate: 5% }';
  const review = reviewOf(amended({ find: last, replace: `${last}\n  - { in: "", rate: "" }` }));
  expect(said(review.policies[0]?.description)).toEqual([
    'Version 2 has errors: what it changes can be told once they are mended.',
  ]);
});

test('a plain amendment says that nothing changes yet', () => {
  const review = reviewOf(amended());
  expect(review.policies).toMatchObject([
    { change: 'amended', meaning: [], description: [{ en: 'Version 2 says the same as version 1.' }] },
  ]);
});

test('one from before it was published says so', () => {
  const review = reviewOf(amendedFrom('2025-01-01', { find: 'rate: 5% }', replace: 'rate: 6% }' }));
  expect(said(review.policies[0]?.meaning)[0]).toBe(
    'It takes effect on 2025-01-01, 708 days before it was published (2026-12-10): what was computed for those days is computed anew.',
  );
});

test('the day of publication of a version in force may not move', () => {
  const review = reviewOf(
    changedTexts({ file: head, find: 'published: 2022-12-20', replace: 'published: 2022-12-01' }),
  );
  expect(review).toMatchObject({ refused: true, policies: [{ change: 'edited-in-force' }] });
  expect(said(review.policies[0]?.meaning)).toEqual([
    'Published on 2022-12-20 becomes 2022-12-01: answers by what was known on a day would change.',
  ]);
});

test('how a decision pays by month is meaning', () => {
  const review = reviewOf(changedTexts({ file: head, find: 'period: month', replace: 'period: month\nsplit: days' }));
  expect(review).toMatchObject({ refused: true });
  expect(said(review.policies[0]?.meaning)).toEqual(['`split` was not written and is now days.']);
});

test('a place that rests on nothing any more, or on something new, says what follows', () => {
  const review = reviewOf(
    amended(
      { find: 'rate: 4%, rests-on: between-100-and-120 }', replace: 'rate: 4% }' },
      { find: 'rate: 5% }', replace: 'rate: 5%, origin: own }' },
      { find: 'rate: 3%, rests-on: fractions }', replace: 'rate: 3%, rests-on: between-100-and-120 }' },
    ),
  );
  expect(said(review.policies[0]?.meaning)).toMatchInlineSnapshot(`
    [
      "For completion of the sales target (sales.completion) above 80% to below 81%, “Rate” (commission.head.rate) stays 3% but no longer rests on commission.head#fractions and now rests on commission.head#between-100-and-120.",
      "For completion of the sales target (sales.completion) above 100% to below 120%, “Rate” (commission.head.rate) stays 4% but no longer rests on commission.head#between-100-and-120: the value now counts as the source's.",
      "For completion of the sales target (sales.completion) of 120% or more, “Rate” (commission.head.rate) stays 5% but now counts as the company's own figure.",
      "“Rate” (commission.head.rate) is read, directly or not, in Head's pay (pay.head): Own commission, Pay of the month.",
    ]
  `);
  expect(changeLines(review, 'zh').filter((line) => line.includes('销售目标完成率'))).toMatchInlineSnapshot(`
    [
      "- 销售目标完成率高于 80% 至 81%（不含）时，“比率”（commission.head.rate）仍为 3%，但不再依据 commission.head#fractions，今后依据 commission.head#between-100-and-120。",
      "- 销售目标完成率高于 100% 至 120%（不含）时，“比率”（commission.head.rate）仍为 4%，但不再依据 commission.head#between-100-and-120：该值今后视为原文所定。",
      "- 销售目标完成率 120% 及以上时，“比率”（commission.head.rate）仍为 5%，但今后视为公司自定。",
    ]
  `);
});

test('so does a formula', () => {
  const file = 'pay/sales.yaml';
  const review = reviewOf(changedTexts({ file, find: '        rests-on: never-below-zero\n', replace: '' }));
  expect(said(review.policies[0]?.meaning)).toMatchInlineSnapshot(`
    [
      "“Net sales” (sales.net) is computed as before but no longer rests on sales#never-below-zero: the value now counts as the source's.",
      "“Net sales” (sales.net) is read, directly or not, in Customer-service commission (commission.customer-service): Amount, Rate; Head's commission (commission.head): Amount, Rate; Promoter commission (commission.promoter): Amount, Rate; Department activity fund (fund.activity): Amount, Rate; Customer service's pay (pay.customer-service): Own commission, Pay of the month; Head's pay (pay.head): Own commission, Pay of the month; Promoter's pay (pay.promoter): Own commission, Pay of the month.",
    ]
  `);
});

test('policies that are new or gone have a line each', () => {
  const {
    'pay/commission.promoter.yaml': gone = '',
    'pay/commission.promoter.cases.yaml': _cases,
    ...rest
  } = policyTexts;
  const without = handbookOf(rest);
  const lines = (from: typeof base, to: typeof base): readonly string[] =>
    reviewHandbooks(from, to, '2026-11-21')
      .policies.filter(({ policy }) => policy === 'commission.promoter')
      .flatMap(({ meaning }) => said(meaning));
  expect(gone).not.toBe('');
  expect(lines(base, without)).toMatchInlineSnapshot(`
    [
      "No longer decided: commission.promoter.rate, commission.promoter.amount.",
    ]
  `);
  expect(lines(without, base)).toMatchInlineSnapshot(`
    [
      "Newly decided: commission.promoter.rate, commission.promoter.amount.",
    ]
  `);
});

test('another rounding of the manifest is told once, with all policies that it holds for', () => {
  const review = reviewOf(changedTexts({ file: 'handbook.yaml', find: 'to: 0.01 CNY', replace: 'to: 0.1 CNY' }));
  expect(review).toMatchObject({ policies: [], refused: true, newFindings: [] });
  const [told = '', ...more] = said(review.shared.map(({ says }) => says));
  expect(more).toEqual([]);
  const [, names = ''] =
    /^The rounding of money was 0\.01 CNY half-up and is now 0\.1 CNY half-up\. It holds for (.*), for days past as well\. Put it back; amend these policies and write `round:` there\.$/.exec(
      told,
    ) ?? [];
  expect(names.split(', ')).toEqual(
    expect.arrayContaining(['commission.head', 'fund.activity', 'pay.promoter', 'sales']),
  );
  expect(names.split(', ')).not.toContain('target'); // decides no money
});

const local = 'pay/commission.yaml';
const otherNames = [
  { file: local, find: '  fraud:\n', replace: '  swindle:\n' },
  { file: local, find: 'misconduct.harmed-company or fraud', replace: 'misconduct.harmed-company or swindle' },
];

test('another name of a local definition, which only its policy can read, is no change', () => {
  expect(reviewOf(changedTexts(...otherNames))).toMatchObject({ policies: [], refused: false });
});

test('another name does not hide another meaning', () => {
  const meaning = {
    file: local,
    find: 'reading(either-victim, misconduct.defrauded-company or',
    replace: 'reading(either-victim, misconduct.defrauded-company and',
  };
  expect(reviewOf(changedTexts(...otherNames, meaning))).toMatchObject({
    policies: [{ policy: 'commission', change: 'edited-in-force' }],
    refused: true,
  });
});
