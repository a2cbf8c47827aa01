import { expect, test } from 'vitest';
import { random, type Random } from '../../random/random.ts';
import { asking } from '../answers.ts';
import { smallHandbook } from '../small-handbook.ts';

const teas = ['green', 'black', 'white'];
const comparisons = ['=', '!=', '<', '<=', '>', '>='];
/** As many cans as conditions name, and one more. */
const mostCans = 4;

function condition(chance: Random, depth: number): string {
  if (depth > 0 && chance.chance(0.7)) {
    const [a, b] = [condition(chance, depth - 1), condition(chance, depth - 1)];
    return chance.pick([
      `(${a} and ${b})`,
      `(${a} or ${b})`,
      `not ${a}`,
      `(if ${a} then ${b} else ${condition(chance, depth - 1)})`,
    ]);
  }
  return chance.pick([
    `(stock ${chance.pick(comparisons)} ${chance.below(mostCans)} cans)`,
    `(${chance.below(mostCans)} cans ${chance.pick(comparisons)} stock)`,
    `(stock in [${chance.below(mostCans)} cans .. ${chance.below(mostCans)} cans))`,
    `(tea ${chance.pick(['=', '!='])} ${chance.pick(teas)})`,
    '(tea in {green, white})',
    'urgent',
    '(urgent is known)',
  ]);
}

const rule = (id: string, when: string, action: string): string =>
  `  - { id: ${id}, title: { en: R, zh: 规则 }, when: '${when}', tell: manager, action: { supplier: ${action} } }\n`;

/** Every input that conditions can tell apart. */
const inputs = teas.flatMap((tea) =>
  Array.from({ length: mostCans + 1 }, (_, stock) => `${stock} cans`).flatMap((stock) =>
    [true, false, null].map((urgent) => ({ tea, stock, urgent })),
  ),
);

test('findings are what all inputs show, and all evaluators agree on them', () => {
  const seen = { never: 0, always: 0, contradiction: 0 };
  for (let seed = 0; seed < 60; seed++) {
    const chance = random(seed);
    const [a, b] = [condition(chance, 2), condition(chance, 2)];
    const { handbook, text } = smallHandbook('controls', `rules:\n${rule('a', a, 'order')}${rule('b', b, 'wait')}`);
    expect(
      handbook.diagnostics.filter(({ blocks }) => blocks).map(({ message }) => message.en),
      text,
    ).toEqual([]);
    const ask = asking(handbook);
    const answers = inputs.map((given) => ['t.a', 't.b'].map((name) => ask(name, given)));
    for (const given of inputs.slice(0, 3)) ask('t.raised', given);
    const told = (code: string): number => handbook.diagnostics.filter((one) => one.code === `controls/${code}`).length;
    const isTrue = (verdict: { value?: string | undefined } | undefined): boolean => verdict?.value === 'true';
    const columns = [0, 1].map((rule) => answers.map((row) => row[rule]));
    const never = columns.filter((all) => !all.some(isTrue)).length;
    // Where a fact is missing the answer may be open; given, it is always true.
    const always = columns.filter((all) => all.some(isTrue) && !all.some((one) => one?.value === 'false')).length;
    const both = answers.some((row) => row.every(isTrue)) ? 1 : 0;
    expect({ never: told('never-true'), always: told('always-true'), both: told('contradiction') }, text).toEqual({
      never,
      always,
      both,
    });
    for (const { witness } of handbook.diagnostics.filter(({ code }) => code === 'controls/contradiction')) {
      expect(ask('t.raised', witness ?? {}).value, text).toBe('[a, b]');
    }
    seen.never += never;
    seen.always += always;
    seen.contradiction += both;
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1);
});
