import { expect, test } from 'vitest';
import { answersOf } from '../../engine/compile/answers.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { aroundOf } from '../random/around.ts';
import { randomFacts } from '../random/facts.ts';
import { randomProgram } from '../random/programs.ts';

test.each([900_002, 901_245])('what is wrong within a computed fact is told of that fact (%i)', (seed) => {
  const program = randomProgram(seed);
  const answers = answersOf(program);
  for (const { name, takes } of Object.values(program.decisions)) {
    if (takes.length > 0) continue;
    const { program: around, edges } = aroundOf([name], program);
    for (let row = 0; row < 6; row += 1) {
      const facts = { values: randomFacts(around, edges, seed * 7 + row), unknown: [] };
      expect(answers.evaluate(name, facts)).toEqual(evaluate(program, name, facts));
    }
  }
});
