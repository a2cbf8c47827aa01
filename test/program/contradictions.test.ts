import { expect, test } from 'vitest';
import { contradictionsFor, type Contradicted } from '../../engine/evaluate/contradictions.ts';
import { explain } from '../../engine/evaluate/evaluate.ts';
import { assemble, type Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { readFile } from '../../engine/program/read.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { changedTexts, pointedAt, policyTexts } from '../support/policies.ts';

const readings = new Map(Object.entries(policyTexts).map(([path, text]) => [path, readFile(sourceFile(path, text))]));
/** Only what differs from the handbook of the tests is read again. */
function handbookOf(all: Readonly<Record<string, string>>): Handbook {
  const read = Object.entries(all).map(([path, text]) =>
    policyTexts[path] === text ? readings.get(path) : readFile(sourceFile(path, text)),
  );
  return assemble(read.flatMap((one) => one ?? []));
}

const says = 'says: { en: Which one?, zh: 何者？ }';
const head = '{ policy: commission.head, clause: O-1.3.3.3 }';
const promoter = '{ policy: commission.promoter, clause: O-1.3.3.2 }';
const returned = '{ policy: sales, clause: O-1.3.3c }';

const recorded = (...sides: readonly string[]): string =>
  `\ncontradictions:\n  - { id: rates, sides: [${sides.join(', ')}], ${says} }\n`;
const texts = (contradictions: string, changes: readonly [string, string, string][] = []): Record<string, string> => {
  const changed = changedTexts(...changes.map(([file, find, replace]) => ({ file, find, replace })));
  return { ...changed, 'handbook.yaml': `${changed['handbook.yaml'] ?? ''}${contradictions}` };
};

// What the sides say, which codes are told, and where they point.
test.each([
  ['two sides that hold', [head, promoter], []],
  ['three sides, one of which a part of its policy cites', [head, promoter, returned], []],
  ['two clauses of one policy', ['{ policy: sales, clause: O-1.3.3a }', returned], []],
  [
    'a policy that is not there',
    [head, '{ policy: commision.promoter, clause: O-1.3.3.2 }'],
    ['unknown-side at commision.promoter'],
  ],
  ['a clause that no register has', [head, '{ policy: sales, clause: O-1.3.3z }'], ['unknown-clause at O-1.3.3z']],
  [
    'a clause that the policy does not cite',
    [head, '{ policy: sales, clause: O-1.3.3.2 }'],
    ['side-not-cited at O-1.3.3.2'],
  ],
  ['one side twice', [head, head], ['side-twice at commission.head']],
  ['one side alone', [head], ['one-side at rates']],
])('checked: %s', (_name, sides, expected) => {
  const all = texts(recorded(...sides));
  const { diagnostics } = handbookOf(all);
  expect(diagnostics.map((one) => `${one.code} at ${pointedAt(one, all)}`)).toEqual(
    expected.map((code) => `handbook/${code}`),
  );
});

test('ids are not given twice', () => {
  const twice = `${recorded(head, promoter)}  - { id: rates, sides: [${head}, ${returned}], ${says} }\n`;
  expect(handbookOf(texts(twice)).diagnostics.map(({ code }) => code)).toEqual(['handbook/id-twice']);
});

test('a misspelt policy or clause has the right one as a fix', () => {
  const fixes = (side: string): readonly string[] =>
    handbookOf(texts(recorded(head, side))).diagnostics.flatMap((one) => one.fixes.map(({ title }) => title.en));
  expect(fixes('{ policy: commision.promoter, clause: O-1.3.3.2 }')).toContain('Write commission.promoter');
  expect(fixes('{ policy: commission.promoter, clause: O-1.3.3.1 }')).toContain('Write O-1.3.3.2');
});

test('what a policy cites that cannot be read is not known to be wrong', () => {
  const broken = texts(recorded(head, promoter), [['pay/commission.promoter.yaml', 'mode: slab', 'mode: [slab']]);
  const codes = handbookOf(broken).diagnostics.map(({ code }) => code);
  expect(codes).not.toContain('handbook/unknown-side');
  expect(codes).not.toContain('handbook/side-not-cited');
});

const facts = { 'sales.ordered': '90000 CNY', 'sales.returned': '10000 CNY', 'sales.completion': '90%' };
function told(handbook: Handbook, decision: string, at = '2026-10-31'): readonly Contradicted[] {
  const program = link(handbook, { at });
  return contradictionsFor([explain(program, decision, readFacts(program, facts), {}).explanation], program);
}
const named = (found: readonly Contradicted[]): readonly string[] =>
  found.map(({ id, here, elsewhere }) =>
    [id, here, elsewhere]
      .map((part) => (typeof part === 'string' ? part : part.map(({ clause }) => clause).join(' ')))
      .join(' | '),
  );

test('an explanation tells the sides that it does not follow', () => {
  const handbook = handbookOf(texts(recorded(head, promoter)));
  expect(told(handbook, 'commission.head.amount')).toEqual([
    {
      id: 'rates',
      says: { en: 'Which one?', zh: '何者？' },
      here: [
        {
          policy: 'commission.head',
          clause: 'O-1.3.3.3',
          title: link(handbook, { at: '2026-10-31' }).policies['commission.head']?.title,
        },
      ],
      elsewhere: [
        {
          policy: 'commission.promoter',
          clause: 'O-1.3.3.2',
          title: link(handbook, { at: '2026-10-31' }).policies['commission.promoter']?.title,
        },
      ],
    },
  ]);
  expect(named(told(handbook, 'commission.promoter.amount'))).toEqual(['rates | O-1.3.3.2 | O-1.3.3.3']);
});

test('neither a policy that has another clause nor another policy with that clause is a side', () => {
  const handbook = handbookOf(texts(recorded(head, promoter)));
  expect(told(handbook, 'sales.net')).toEqual([]);
  expect(told(handbook, 'commission.customer-service.amount')).toEqual([]);
});

test('what an answer goes through counts: all sides, and then there is no other', () => {
  const handbook = handbookOf(texts(recorded('{ policy: sales, clause: O-1.3.3a }', head)));
  expect(named(told(handbook, 'commission.head.amount'))).toEqual(['rates | O-1.3.3a O-1.3.3.3 | ']);
  expect(named(told(handbook, 'sales.net'))).toEqual(['rates | O-1.3.3a | O-1.3.3.3']);
});

test('what the policy itself says in another place is told only where no other policy is a side', () => {
  const row = '{ policy: commission.head, clause: O-1.3.3.1 }';
  const change = ['pay/commission.head.yaml', 'rate: 5% }', 'rate: 5%, cites: [O-1.3.3.1] }'] as const;
  const elsewhere = (...sides: readonly string[]): readonly string[] =>
    named(told(handbookOf(texts(recorded(...sides), [[...change]])), 'commission.head.amount'));
  expect(elsewhere(head, row, promoter)).toEqual(['rates | O-1.3.3.3 | O-1.3.3.2']);
  expect(elsewhere(head, row)).toEqual(['rates | O-1.3.3.3 | O-1.3.3.1']);
});

test('it is over once a version holds that does not cite the clause, and before both are in force', () => {
  const before = policyTexts['pay/commission.head.yaml'] ?? '';
  const amended = before.replace('version: 1', 'version: 2').replace('from: 2023-01-01', 'from: 2027-01-01');
  const handbook = handbookOf({
    ...texts(recorded(head, promoter)),
    'pay/history/commission.head.v1.yaml': before,
    'pay/commission.head.yaml': amended.replaceAll('O-1.3.3.3', 'O-1.3.3.1'),
  });
  expect(handbook.diagnostics.filter(({ code }) => code.includes('side'))).toEqual([]);
  const live = (at: string): readonly string[] => link(handbook, { at }).contradictions.map(({ id }) => id);
  expect([live('2026-12-31'), live('2027-01-01'), live('2022-12-31')]).toEqual([['rates'], [], []]);
});
