import { expect, test } from 'vitest';
import { changeLines } from '../../engine/review/render.ts';
import { reviewHandbooks } from '../../engine/review/review.ts';
import { changedTexts, handbookOf, policyTexts, type Replacement } from '../support/policies.ts';

const base = handbookOf(policyTexts);
const facts = 'vocabulary/pay.yaml';
const target = `    alias: { zh: 销售目标 }
    type: money
    range: "> 0 CNY"
    scale: 2
`;

const cases: readonly (Replacement & { readonly change: string; readonly says: string; readonly refused?: true })[] = [
  {
    change: 'a range',
    file: facts,
    find: target,
    replace: target.replace('> 0 CNY', '> 100 CNY'),
    says: '“Sales target of the month” (sales.target) accepts > 100 CNY (was > 0 CNY).',
  },
  {
    change: 'a scale',
    file: facts,
    find: target,
    replace: target.replace('scale: 2', 'scale: 1'),
    says: '“Sales target of the month” (sales.target) accepts at most 1 digit after the point (was at most 2 digits).',
  },
  {
    change: 'an alias',
    file: facts,
    find: target,
    replace: target.replace('    alias: { zh: 销售目标 }\n', ''),
    says: '“Sales target of the month” (sales.target) is no longer known as “销售目标”.',
  },
  {
    change: 'a type',
    file: facts,
    find: target,
    replace: '    type: number\n',
    says: '“Sales target of the month” (sales.target) was money(CNY) and is now number.',
    refused: true,
  },
  {
    change: 'how a fact follows from others',
    file: facts,
    find: 'or-from: sales.net / sales.target',
    replace: 'or-from: sales.ordered / sales.target',
    says: '“Completion of the sales target” (sales.completion) follows from sales.ordered / sales.target when it is not given (was sales.net / sales.target).',
  },
  {
    change: 'a fact that is no longer false when absent',
    file: 'vocabulary/people.yaml',
    find: '    closed: true # the company keeps the list of what it has established\n',
    replace: '',
    says: "“Harm to the company's interests is established” (misconduct.harmed-company) no longer counts as false where it is absent.",
  },
  {
    change: 'a fact that goes',
    file: 'vocabulary/people.yaml',
    find: `  employment.joined:
    title: { en: First day of employment, zh: 入职日期 }
    type: date
    subject: person
`,
    replace: '',
    says: '“First day of employment” (employment.joined) is gone; facts are never deleted, since older versions read them: put it back and write `deprecated: true`.',
    refused: true,
  },
  {
    change: 'a member that goes',
    file: 'vocabulary/common.yaml',
    find: '    delivery-note: { en: Delivery note, zh: 发货单 }\n',
    replace: '',
    says: '“delivery-note” is no longer a member of “evidence-kind”.',
  },
  {
    change: 'a convention answered otherwise',
    file: 'handbook.yaml',
    find: 'answer: { en: For the whole net sales of the month., zh: 适用于当月全部净销售额。 }',
    replace: 'answer: { en: For the slice., zh: 适用于超出部分。 }',
    says: '“Is the rate for the whole month or for the slice above the limit?” (handbook#whole-amount) is now answered: For the slice.',
  },
  {
    change: 'a contradiction',
    file: 'handbook.yaml',
    find: 'scopes: # one',
    replace: `contradictions:
  - id: rates
    sides: [{ policy: commission.head, clause: O-1.3.3.3 }, { policy: sales, clause: O-1.3.3a }]
    says: { en: Which one?, zh: 何者？ }
scopes: # one`,
    says: 'New contradiction rates between commission.head (O-1.3.3.3), sales (O-1.3.3a): Which one?',
  },
  {
    change: 'the time zone',
    file: 'handbook.yaml',
    find: 'time-zone: Asia/Shanghai',
    replace: 'time-zone: Asia/Tokyo',
    says: 'The time zone was Asia/Shanghai and is now Asia/Tokyo.',
  },
  {
    change: 'the currency',
    file: 'handbook.yaml',
    find: 'currency: CNY',
    replace: 'currency: USD',
    says: 'The currency was CNY and is now USD.',
    refused: true,
  },
  {
    change: 'a scope',
    file: 'handbook.yaml',
    find: 'scopes: # one',
    replace: 'scopes:\n  more: { source: O, title: { en: More, zh: 其他 } } # one',
    says: 'The scope “more” is new.',
  },
];

test.each(cases.map((one) => [one.change, one] as const))('%s is told', (_name, { says, refused, ...change }) => {
  const review = reviewHandbooks(base, handbookOf(changedTexts(change)), '2026-11-21');
  expect(review.shared.map((one) => one.says.en)).toContain(says);
  if (refused) expect(review.refused).toBe(true);
  else expect(review.shared.some((one) => one.refused)).toBe(false);
});

test('contradictions that change or go are told', () => {
  const recorded = (clause: string): typeof base =>
    handbookOf({
      ...policyTexts,
      'handbook.yaml': `${policyTexts['handbook.yaml'] ?? ''}
contradictions:
  - id: rates
    sides: [{ policy: commission.head, clause: O-1.3.3.3 }, { policy: sales, clause: ${clause} }]
    says: { en: Which one?, zh: 何者？ }
`,
    });
  const was = recorded('O-1.3.3a');
  const told = (is: typeof base): readonly string[] =>
    reviewHandbooks(was, is, '2026-11-21').shared.map(({ says }) => says.en);
  expect(told(recorded('O-1.3.3c'))).toEqual([
    'Changed contradiction rates between commission.head (O-1.3.3.3), sales (O-1.3.3c): Which one?',
  ]);
  expect(told(base)).toEqual(['Contradiction rates is gone.']);
  expect(told(was)).toEqual([]);
});

test('units that change or go are told', () => {
  const words = (unit: string): typeof base =>
    handbookOf({
      ...policyTexts,
      'vocabulary/units.yaml': `kind: vocabulary\ntitle: { en: U, zh: 单位 }\nunits:\n  - ${unit}\n`,
    });
  const was = words('{ id: can, en: [can, cans], zh: [罐], whole: true }');
  const told = (is: typeof base): readonly string[] =>
    reviewHandbooks(was, is, '2026-11-21').shared.map(({ says }) => says.en);
  expect(told(words('{ id: can, en: [can], zh: [罐], whole: false }'))).toEqual([
    '“can” may now be a fraction.',
    '“cans” no longer means the unit “can”.',
  ]);
  expect(told(base)).toEqual(['The unit “can” is gone.']);
});

test('what all policies share stands before the policies, refused or not', () => {
  const [, , , type] = cases;
  const changed = handbookOf(changedTexts(...(type === undefined ? [] : [type])));
  const lines = (language: 'en' | 'zh'): readonly string[] =>
    changeLines(reviewHandbooks(base, changed, '2026-11-21'), language).slice(0, 4);
  expect(lines('en')).toMatchInlineSnapshot(`
    [
      "",
      "## Vocabulary and manifest",
      "",
      "- **REFUSED**: “Sales target of the month” (sales.target) was money(CNY) and is now number.",
    ]
  `);
  expect(lines('zh')).toMatchInlineSnapshot(`
    [
      "",
      "## 词汇表与清单",
      "",
      "- **拒绝**：“当月销售目标”（sales.target）的类型由 money(CNY) 改为 number。",
    ]
  `);
});

test('a handbook that is new has nothing to compare with', () => {
  expect(reviewHandbooks(handbookOf({}), base, '2026-11-21').shared).toEqual([]);
});
