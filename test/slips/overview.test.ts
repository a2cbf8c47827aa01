import { expect, test } from 'vitest';
import { session } from '../../engine/evaluate/evaluate.ts';
import { linkPeriod } from '../../engine/program/period.ts';
import type { SummandLine } from '../../engine/slips/slip.ts';
import { slipIn } from '../../engine/slips/tell.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { smallHandbook, smallTexts } from './small.ts';

/** The small handbook with another sum; `fee` is a fact of money, `base` a base and `commission.rate` a rate. */
function overviewOf(total: string, raw: RawFacts = {}): readonly string[] {
  const handbook = smallHandbook({
    'facts.yaml': `${smallTexts['facts.yaml']}  fee: { title: { en: Fee, zh: 费用 }, type: money, scale: 2, subject: person }\n`,
    'pay.yaml': (smallTexts['pay.yaml'] ?? '')
      .replace(
        'decisions:\n',
        'define:\n  earned:\n    title: { en: Earned, zh: 所得 }\n    value: base + commission.amount - fee\ndecisions:\n',
      )
      .replace('value: base + commission.amount + bonus', total),
  });
  const program = linkPeriod(handbook, '2026-10')!;
  const facts = readFacts(program, {
    sold: '10000 CNY',
    completion: '60%',
    'bonus.set': '250 CNY',
    fee: '25 CNY',
    ...raw,
  });
  const slip = slipIn(
    {
      program,
      handbook: { en: 'Small', zh: '小' },
      person: { key: { label: 'no', text: '7' } },
      when: { at: '2026-10-31', sourceOnly: false },
      explanations: [session(program, facts).explain('pay.total').explanation],
      clauses: new Map(),
    },
    'en',
  );
  const lines = (line: SummandLine, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}${line.see ?? '-'} ${line.title} ${line.result}`,
    ...line.summands.flatMap((below) => lines(below, depth + 1)),
  ];
  return slip.results.flatMap((part) => part.summands).flatMap((line) => lines(line, 0));
}

// 10000 × 1.25 % = 125.
const [base, amount] = ['1.1 Base pay 3,000.00 CNY', '1.2 Amount 125.00 CNY'];

test.each<[string, string, readonly string[], RawFacts?]>([
  [
    'given money is a part beside decisions',
    'value: base + commission.amount + fee',
    [base, amount, '- Fee 25.00 CNY'],
  ],
  [
    'what is taken off has its sign',
    'value: base - (commission.amount - fee)',
    [base, '1.2 Amount −125.00 CNY', '- Fee 25.00 CNY'],
  ],
  ['nothing taken off has none', 'value: base - fee', [base, '- Fee 0.00 CNY'], { fee: '0 CNY' }],
  [
    'a value taken over on the way that was gone is made of what that one adds up',
    'choose: [{ when: "completion > 50%", value: earned }, { otherwise: base }]',
    [base, amount, '- Fee −25.00 CNY'],
  ],
  [
    'on another way it is made of nothing',
    'choose: [{ when: "completion < 50%", value: earned }, { otherwise: base }]',
    [],
  ],
  [
    'a sum within a sum has lines of its own',
    'value: earned + bonus',
    ['- Earned 3,100.00 CNY', `  ${base}`, `  ${amount}`, '  - Fee −25.00 CNY', '1.3 Bonus 0.00 CNY'],
  ],
  ['a base and a rate are no parts', 'value: base * commission.rate', []],
  ['nor are the named ones of a sum with an unnamed one, which would not add up', 'value: base + 10 CNY', []],
  ['what was not given is told', 'value: base + fee', [base, '- Fee undetermined'], { fee: '' }],
])('%s', (_, total, lines, raw) => {
  expect(overviewOf(total, raw)).toEqual(lines);
});
