import { expect, test } from 'vitest';
import { languages } from '../../engine/diagnostic/diagnostic.ts';
import { session } from '../../engine/evaluate/evaluate.ts';
import { linkPeriod } from '../../engine/program/period.ts';
import { entriesIn } from '../../engine/slips/entries.ts';
import { slipPage } from '../../engine/slips/slip-page.ts';
import { slipIn } from '../../engine/slips/tell.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { smallHandbook, smallTexts, textOfPage } from './small.ts';

/** Pay that depends on what colleagues reached: how many are below a limit, and what all of them come to. */
const handbook = smallHandbook({
  'facts.yaml': `${smallTexts['facts.yaml']}  group: { title: { en: Group, zh: 组员 }, type: list, of: person, subject: person, fields: { reached: completion } }\n`,
  'pay.yaml': (smallTexts['pay.yaml'] ?? '')
    .replace('decisions:\n', 'define:\n  low: count of g for g in group where g.reached < 50%\ndecisions:\n')
    .replace('completion >= 100%', 'completion >= 100% and low >= 1 and (sum of g.reached for g in group) >= 30%'),
});

test.each(languages)('a slip says how many colleagues a list has, nothing of any of them (%s)', (language) => {
  const program = linkPeriod(handbook, '2026-10')!;
  const facts = readFacts(program, {
    sold: '12345.67 CNY',
    completion: '120%',
    'bonus.set': '250 CNY',
    group: '[{reached: 107.5%}, {reached: 26%}, {reached: 31.25%}]',
  });
  const source = {
    program,
    handbook: { en: 'Small', zh: '小' },
    person: { key: { label: 'no', text: '7' } },
    when: { at: '2026-10-31', sourceOnly: false },
    explanations: [session(program, facts).explain('pay.total').explanation],
    clauses: new Map(),
  };
  const said = textOfPage(slipPage([slipIn(source, language)], 'index.html', { by: '1', on: 'today' }));
  expect(said).toContain({ en: 'Group: 3 entries', zh: '组员：3 条记录' }[language]);
  expect(said).toContain('164.75%');
  for (const secret of ['107.5', '31.25', '26%', 'group[', 'reached:']) expect(said).not.toContain(secret);
});

test.each([
  ['[]', 0],
  ['[{completion: 80%}]', 1],
  ['[{a: 1, b: [1, 2]}, "x, \\"y], z", 3]', 3],
  ['["1 .. 2"]', 1],
  ['[81% .. 100%]', undefined],
  ['80%', undefined],
])('%s has %j entries', (text, entries) => {
  expect(entriesIn(text)).toBe(entries);
});
