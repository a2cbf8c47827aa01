import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstDisagreements } from './random/differential.ts';
import { bugs } from './seeded-bugs/bugs.ts';
import { copyWith, type Copy } from './seeded-bugs/copy.ts';

/** Random programs are worth what they find: each of these mistakes must be found among so many outcomes. */
const outcomes = 100_000;

const copies: Copy[] = [];
let found: ReadonlyMap<string, number> = new Map();

describe('mistakes put into the evaluators on purpose are found', () => {
  beforeAll(async () => {
    for (const bug of bugs) copies.push(await copyWith(bug));
    const evaluators = copies.map(({ evaluator }, i) => [nameOf(i), evaluator] as const);
    found = firstDisagreements(new Map(evaluators), { outcomes });
  });

  test.each(bugs.map((bug, i) => ({ ...bug, i })))('$file: $name', ({ i }) => {
    expect(copies[i]?.places).toBe(1);
    expect(found.get(nameOf(i))).toBeLessThan(outcomes);
  });

  afterAll(() => {
    for (const { remove } of copies) remove();
    const told = [...found].map(([name, after]) => `${name}: after ${String(after)} outcomes`);
    console.log([...told, `found ${String(found.size)} of ${String(bugs.length)}`].join('\n'));
  });
});

function nameOf(i: number): string {
  const { file, name } = bugs[i]!;
  return `${file}: ${name}`;
}
