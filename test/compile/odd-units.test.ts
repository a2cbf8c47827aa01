import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { answersOf } from '../../engine/compile/answers.ts';
import { emitModule } from '../../engine/emit/module/module.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { insideOf } from '../emit/module/emitted.ts';
import { smallProgram } from '../emit/sql/corpus.ts';

const program = smallProgram('odd units', {
  units: [{ id: 'fuel', en: ['E10', 'E10'], zh: ['油'], whole: false }],
  facts: { tank: { type: 'quantity', unit: 'fuel' } },
  policies: [
    {
      policy: 'car',
      kind: 'formula',
      decisions: { twice: { title: { en: 'Twice', zh: '两倍' }, value: 'tank + tank' } },
    } as { readonly policy: string },
  ],
});

test.each([
  ['40 E10', undefined],
  ['40油', '80 E10'],
])('a unit that looks like an exponent is read alike everywhere: %s', (tank, value) => {
  const careful = answersOf(program);
  expect(careful.evaluate('car.twice', readFacts(program, { tank })).value).toBe(value);
  expect(careful.plainly('car.twice', { tank })?.value).toBe(value);
  const { evaluate } = insideOf(emitModule(program, ['car.twice'], { from: program.at }).text);
  // What a module answers quickly begins with the second question.
  for (let i = 0; i < 2; i += 1) expect(evaluate('car.twice', { tank }, { at: program.at }).value).toBe(value);
  const compiled = compile(program);
  const row: never[] = [];
  compiled.reader(['tank']).read([tank], row);
  expect(compiled.prepare('car.twice', ['tank']).outcome(row).value).toBe(value);
});
