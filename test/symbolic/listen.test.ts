import { expect, test } from 'vitest';
import { writtenIn } from '../../engine/findings/parts.ts';
import { surveyOf } from '../../engine/findings/survey.ts';
import type { Program } from '../../engine/ir/program.ts';
import { link } from '../../engine/program/link.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { listen } from '../../engine/symbolic/listen.ts';
import { piecesOf, tooMany, walkOf } from '../../engine/symbolic/pieces.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { randomFormula } from '../judge/random-formulas.ts';
import { found, small } from '../findings/small.ts';

/** Which answers each part of a decision gives anywhere: by the whole of what it comes to, and part by part. */
function answersOf(name: string, program: Program): readonly (readonly string[])[] | undefined {
  const { choices, conditions, divisions } = writtenIn(name, program);
  const parts = new Map<object, number>(
    [...choices.map(({ part }) => part), ...conditions, ...divisions].map((part, i) => [part, i]),
  );
  const walks = [new Set<string>(), new Set<string>()].map((said) => {
    const hear = (part: object, answer: boolean | 'nothing'): void => {
      const at = parts.get(part);
      if (at !== undefined) said.add(`${String(at)} ${String(answer)}`);
    };
    return { said, walk: walkOf(program, { hear, parts: 1500 }) };
  });
  const [whole, apart] = walks;
  if ('notDecided' in piecesOf(name, whole!.walk) || !listen(name, apart!.walk)) return undefined;
  return walks.map(({ said }) => [...said].toSorted());
}

test('part by part the same answers are heard as in the whole', () => {
  const handbook = link(handbookOf(policyTexts), { at: '2026-10-31' });
  const programs = Array.from({ length: 80 }, (_, i) => randomFormula(i));
  const all = [handbook, ...programs].flatMap((program) =>
    Object.values(program.decisions)
      .filter(({ hidden }) => !hidden)
      .flatMap(({ name }) => answersOf(name, program) ?? []),
  );
  const pairs = all.filter((_one, i) => i % 2 === 0).map((whole, i) => [whole, all[2 * i + 1]]);
  expect(pairs.length).toBeGreaterThan(80);
  for (const [whole, apart] of pairs) expect(apart).toEqual(whole);
});

test('a list of many entries is heard whole, and what is never an entry is found', () => {
  const names = Array.from({ length: 14 }, (_, i) => `b${String(i)}`);
  const entries = [
    ...names.map((name) => `(if ${name} then [1 CNY] else [])`),
    '(if sales < 0 CNY then [1 CNY] else [])',
  ];
  const list = entries.reduce((all, one) => `join(${all}, ${one})`);
  const facts = names.map((name) => `  ${name}: { type: boolean, title: { en: ${name}, zh: ${name} } }\n`).join('');
  const handbook = small(`kind: formula\ndecisions:\n  x: { value: "${list}" }\n`, undefined, undefined, facts);
  expect(handbook.diagnostics.filter(({ blocks }) => blocks).map(({ message }) => message.en)).toEqual([]);
  const { pieces, unheard } = surveyOf('t.x', link(handbook, { at: '2026-10-31' }), {
    meanings: newMeanings(),
    parts: 5000,
  });
  expect([pieces, unheard]).toEqual([tooMany, undefined]);
  expect(found(handbook).map(({ code, text }) => [code, text])).toEqual([['proof/never', 'sales < 0 CNY']]);
});
