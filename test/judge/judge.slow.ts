import { afterAll, expect, test } from 'vitest';
import type { Program } from '../../engine/ir/program.ts';
import { differingFacts } from '../../engine/symbolic/differing-facts.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { printProgram } from '../random/print.ts';
import { anywhereIn, asked, piecesQuestion, regionsQuestion, roundedQuestion, type Question } from './question.ts';
import { randomFormula } from './random-formulas.ts';
import { randomTable } from './random-tables.ts';
import { tally } from './seeds.ts';
import { proved, tableQuestions, type Said } from './table-question.ts';
import { variantOf } from './variants.ts';
import { judge, type Answer } from './z3.ts';

const solver = judge(2, 500);
afterAll(() => solver.close());

const batch = 25;
// Of what people cannot read anyway the solver would make minutes.
const mostPieces = 120;

test('tables: gaps, overlaps, rows in vain and hidden rows are those that an independent solver finds', async () => {
  const { counts, disagreements } = await tally('tables, 25 to a seed', 260, async (seed) => {
    const tables = Array.from({ length: batch }, (_, i) => randomTable(seed * batch + i));
    const all = tables.flatMap((table) => {
      const said = proved(table);
      return said === 'not decided' ? [] : [{ table, questions: tableQuestions(table, said) }];
    });
    const answers = await solver.askAll(all.flatMap(({ questions }) => questions));
    const verdicts = all.map((_one, i) => `${answers[2 * i]} ${answers[2 * i + 1]}`);
    const wrong = all.filter((_one, i) => verdicts[i] !== 'unsat sat' && !verdicts[i]!.includes('unknown'));
    return {
      are: [...verdicts, ...tables.slice(all.length).map(() => 'not decided')],
      ...(wrong.length === 0 ? {} : { disagreement: wrong.map(({ table }) => JSON.stringify(table)).join('\n') }),
    };
  });
  expect(disagreements).toEqual([]);
  expect(counts['unsat sat']).toBeGreaterThan(260 * batch * 0.99);
});

test('the judge notices a finding that was left out, and one that is none', async () => {
  const table = Array.from({ length: 500 }, (_, i) => randomTable(i)).find((one) => {
    const said = proved(one);
    return said !== 'not decided' && said.holes.length > 1 && said.pairs.length > 0;
  })!;
  const said = proved(table) as Said;
  const tampered: readonly Said[] = [
    said,
    { ...said, holes: said.holes.slice(1) },
    { ...said, pairs: said.pairs.slice(1) },
    { ...said, idle: [...said.idle, said.pairs[0]!.rows[0]] },
    { ...said, hidden: [...said.hidden, { row: said.pairs[0]!.rows[0], by: [] }] },
  ];
  const answers = await solver.askAll(tampered.map((one) => tableQuestions(table, one)[0]));
  expect(answers).toEqual(['unsat', 'sat', 'sat', 'sat', 'sat']);
});

test('formulas: pieces cover all facts once and say what the formula says; what was never heard never happens', async () => {
  const { counts, disagreements } = await tally('formulas', 2600, async (seed) => {
    const program = randomFormula(seed);
    const question = piecesQuestion(program);
    if (question === 'not decided') return { are: ['not decided'] };
    if (question.pieces > mostPieces) return { are: ['too large to be judged'] };
    return verdict(question, await solver.ask(question.text), [program]);
  });
  expect(disagreements).toEqual([]);
  expect(counts['unknown'] ?? 0).toBeLessThan(130);
  expect(counts['unsat'] ?? 0).toBeGreaterThan(2400);
});

test('differences: outside the regions nothing differs, inside each says what it says, and its facts differ', async () => {
  const { counts, disagreements } = await tally('differences', 1700, async (seed) => {
    const before = randomFormula(seed);
    const { after, question } = [1, 2, 3].reduce<{ after: Program; question: ReturnType<typeof regionsQuestion> }>(
      (found, i) =>
        found.question !== 'not decided' && found.question.regions.length > 0 ? found : changed(before, seed, i),
      changed(before, seed, 0),
    );
    if (question === 'not decided') return { are: ['not decided'] };
    const { regions } = question;
    if (regions.length > mostPieces) return { are: ['too large to be judged'] };
    const first = await solver.ask(question.text);
    const found =
      first.is === 'sat'
        ? await comesOut(roundedQuestion(before, after, regions), [before, after])
        : verdict(question, first, [before, after]);
    const shown = await Promise.all(regions.map((region) => witnessed(region)));
    return { ...found, are: [...found.are, regions.length === 0 ? 'without a difference' : 'with one', ...shown] };

    async function witnessed(region: (typeof regions)[number]): Promise<string> {
      const facts = differingFacts(asked, region, { before, after, meanings: newMeanings() });
      if (facts !== undefined) return 'regions whose facts differ';
      const { is } = await solver.ask(anywhereIn(region, before, after));
      return is === 'unsat' ? 'regions where rounding leaves no difference' : `regions without facts (${is})`;
    }
  });
  expect(disagreements).toEqual([]);
  expect(counts['unknown'] ?? 0).toBeLessThan(85);
  expect(counts['regions without facts (sat)'] ?? 0).toBeLessThan(20);
  expect(counts['with one'] ?? 0).toBeGreaterThan(700);
});

function changed(
  before: Program,
  seed: number,
  i: number,
): { after: Program; question: ReturnType<typeof regionsQuestion> } {
  const after = variantOf(before, seed * 4 + i);
  return { after, question: regionsQuestion(before, after) };
}

async function comesOut(question: Question, programs: readonly Program[]) {
  const { are, ...found } = verdict(question, await solver.ask(question.text), programs);
  return { ...found, are: are.map((is) => (is === 'unsat' ? 'unsat after rounding' : is)) };
}

function verdict({ claims }: Question, { is, values }: Answer, programs: readonly Program[]) {
  if (is !== 'sat') return { are: [is] };
  const denied = [...values.matchAll(/\(\S+ (true|false)\)/g)].slice(0, claims.length);
  const failing = claims.filter((_claim, i) => denied[i]?.[1] === 'true');
  const text = programs.map(printProgram).join('\n  changed to\n');
  return { are: [is], disagreement: `${failing.join(', ')} is denied by ${values}\n${text}` };
}
