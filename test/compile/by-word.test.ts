import { expect, test } from 'vitest';
import type { Program } from '../../engine/ir/program.ts';
import { readFacts, type Facts } from '../../engine/value/facts.ts';
import { smallProgram } from '../emit/sql/corpus.ts';
import { oracle } from '../oracle/oracle.ts';
import { batched } from '../random/batched.ts';
import { inColumns } from '../random/columnar.ts';
import { random, type Random } from '../random/random.ts';
import type { Evaluator } from '../random/differential.ts';
import { copyWith } from '../seeded-bugs/copy.ts';

const texts = { en: 'x', zh: '某' };
const words = ['green', 'black', 'white', 'red', 'blue', 'mint'];
const interpretations = ['chooses', 'doubt'].map((id) => ({
  id,
  clause: 'S-1',
  about: id,
  question: { en: 'So?', zh: '如何？' },
  answer: { en: 'So.', zh: '如此。' },
  status: 'proposed',
}));

/** What columns read: facts, and what raises flags, or is not determined where a fact is not given. */
const wordColumns = ['tea', 'tea', 'p.seen', 'compt'];
const numberColumns = ['n', 'n', 'p.size', 'n / 2'];

/** Most tables have rows that do not overlap, the others rows of any kind. */
function tableOf(name: string, chance: Random): { readonly policy: string } {
  const [length, hit] = [chance.between(9, 60), chance.pick(['first', 'unique'])];
  const [isAlone, isDisjoint] = [chance.chance(0.2), chance.chance(0.6)];
  const columns = { tea: chance.pick(wordColumns), ...(!isAlone && { n: chance.pick(numberColumns), a: 'a' }) };
  const tea = (row: number): string => {
    if (isAlone && isDisjoint) return `w${String(row)}`;
    if (chance.chance(row === 0 ? 0.3 : isDisjoint ? 0.02 : 0.12)) return 'any';
    if (chance.chance(isDisjoint ? 0 : 0.1)) return `!= ${chance.pick(words)}`;
    return chance.chance(0.1) ? `{${chance.pick(words)}, ${chance.pick(words)}, w3}` : chance.pick(words);
  };
  const n = (row: number): string => {
    if (isDisjoint) return `[${String(row)} .. ${String(row + 1)})`;
    const low = chance.below(60);
    return chance.chance(0.2) ? 'any' : `[${String(low)} .. ${String(low + chance.below(8))}]`;
  };
  const a = (): string => (isDisjoint ? 'any' : chance.pick(['any', 'any', 'true', 'false']));
  const isWord = chance.chance(0.3);
  const value = (row: number): string =>
    isWord ? chance.pick([...words, 'tea']) : chance.pick([String(row), 'n + 1', 'p.size', 'm']);
  const rows = Array.from({ length }, (_, row) => ({
    tea: tea(row),
    ...(!isAlone && { n: n(row), a: a() }),
    out: value(row),
  }));
  const otherwise = chance.chance(0.5) ? [{ otherwise: { out: value(length) } }] : [];
  return {
    policy: name,
    ...{ kind: 'table', hit, columns, outputs: { out: { type: isWord ? 'tea' : 'number', title: texts } } },
    rows: [...rows, ...otherwise],
  } as { readonly policy: string };
}

interface Asked {
  readonly program: Program;
  readonly facts: readonly Facts[];
}

function askedOf(seed: number, tables: number, questions: number): Asked {
  const chance = random(seed);
  const more = Array.from({ length: 60 }, (_, i) => `w${String(i)}`);
  const program = smallProgram(
    `by-word ${String(seed)}`,
    {
      enumerations: { tea: Object.fromEntries([...words, ...more].map((word) => [word, texts])) },
      facts: {
        tea: { type: 'tea' },
        n: { type: 'number', scale: 0, range: '[0 .. 100]' },
        m: { type: 'number', scale: 0, range: '[0 .. 100]' },
        a: { type: 'boolean' },
        compt: { type: 'tea', 'or-from': 'if a then green else tea' },
      },
      policies: [
        {
          ...{ policy: 'p', kind: 'formula', interpretations },
          decisions: {
            seen: { value: 'reading(chooses, tea, if a then green else tea)' },
            size: { value: 'reading(doubt, n, m)' },
          },
        } as { readonly policy: string },
        ...Array.from({ length: tables }, (_, i) => tableOf(`t${String(i)}`, chance)),
      ],
    },
    ['table/overlap', 'table/empty', 'table/unreachable', 'table/shadowed'],
  );
  const facts = Array.from({ length: questions }, () =>
    readFacts(
      program,
      Object.fromEntries(
        Object.entries({
          tea: chance.pick([...words, ...words, ...more]),
          n: String(chance.below(61)),
          m: String(chance.below(61)),
          a: chance.pick(['true', 'false']),
        }).filter(() => chance.chance(0.95)),
      ),
    ),
  );
  return { program, facts };
}

/** A question and what the oracle says of it. */
interface Wanted {
  readonly decision: string;
  readonly given: Facts;
  readonly right: string;
}

function said({
  status,
  value,
  flags,
  reasons,
  error,
}: ReturnType<typeof oracle> | ReturnType<ReturnType<Evaluator>>): string {
  return JSON.stringify([status, value, flags, reasons.map(({ code, fact }) => [code, fact]), error?.code]);
}

function wantedOf({ program, facts }: Asked): readonly Wanted[] {
  const decisions = Object.keys(program.decisions).filter((name) => name.endsWith('.out'));
  return decisions.flatMap((decision) =>
    facts.map((given) => ({ decision, given, right: said(oracle(program, decision, given)) })),
  );
}

const seeds = [1, 2];
const asked = seeds.map((seed) => askedOf(seed, 20, 40));
const wanted = asked.map(wantedOf);

/** What the evaluator does not say as the oracle does. */
function wrong(evaluator: Evaluator): readonly string[] {
  return asked.flatMap(({ program }, i) => {
    const evaluate = evaluator(program);
    return wanted[i]!.flatMap(({ decision, given, right }) => {
      const found = said(evaluate(decision, given, {}));
      return found === right ? [] : [`${decision}: ${found} instead of ${right}`];
    });
  });
}

/** In columns, all rows of a table together. */
const columnar: Evaluator = (program) => {
  const sets = asked.find((one) => one.program === program)?.facts ?? [];
  const told = new Map<string, ReturnType<typeof inColumns>['outcomes'][number]>();
  return (decision, given) => {
    const known =
      told.get(decision) ??
      inColumns(
        program,
        [decision],
        sets.map(({ values }) => values),
      ).outcomes[0]!;
    told.set(decision, known);
    return known[sets.indexOf(given)]!;
  };
};

test.each([
  ['rows', batched],
  ['columns', columnar],
])('random tables by words say in %s what the oracle says', (_name, evaluator) => {
  expect(wrong(evaluator).slice(0, 3)).toEqual([]);
  expect(wanted.flat().filter(({ right }) => right.startsWith('["determined"')).length).toBeGreaterThan(300);
});

const file = 'plain/by-word.ts';
test.each([
  { name: 'rows for any word stand last', file, find: 'places.sort((a, b) => a - b);', replace: '' },
  {
    name: 'what a word raises counts for rows that do not ask for it',
    file,
    find: 'raises(by) === 0 ||',
    replace: 'true ||',
  },
  {
    name: 'the word is worked out before a row that decides without it',
    file,
    find: 'named[0] !== undefined',
    replace: 'true',
  },
])('a mistake on purpose is found: $name', async (bug) => {
  const { places, evaluator, remove } = await copyWith(bug);
  try {
    expect(places).toBe(1);
    expect(wrong(evaluator)).not.toEqual([]);
  } finally {
    remove();
  }
});
