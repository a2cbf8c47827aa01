import type { ChoiceStep } from '../evaluate/explanation.ts';
import type { Arm, Choose, Ir } from '../ir/ir.ts';
import { picked } from './picked.ts';
import { apart, tell, type Told, type Unit } from './told.ts';
import { inWords, type InWords } from './worded.ts';

/** The first arm whose condition is true. */
export function choose(ir: Choose, unit: Unit): Told | undefined {
  const { asked } = unit;
  const tests = ir.arms.map((arm, i) => tested(arm, i + 1, unit));
  const values = [...ir.arms.map(({ value }) => value), ir.otherwise];
  const branches = values.map((value) => unit.told(value));
  const one = picked(branches);
  if (one === undefined || !tests.every((test) => test !== undefined)) return undefined;
  const takes = values.map((value, i) => taken(ir, ir.arms[i], i + 1, value));
  const { form, cell, take } = one;
  return {
    form,
    cell,
    work: () => {
      const looked: ChoiceStep['tested'][number][] = [];
      let at = 0;
      for (; at < tests.length; at += 1) {
        const test = tests[at];
        if (test === undefined) break;
        const { of, step } = test;
        const steps = apart(asked, of.told.work);
        const holds = of.told.cell.units === 1;
        looked.push(step(holds, steps));
        if (holds) break;
      }
      const branch = branches[at];
      const steps = branch === undefined ? [] : apart(asked, branch.work);
      take(at);
      const step = takes[at]?.(looked, steps, cell.text);
      if (step !== undefined) tell(asked, step);
    },
  };
}

interface Test {
  readonly of: InWords;
  readonly step: (holds: boolean, steps: ChoiceStep['steps']) => ChoiceStep['tested'][number];
}

function tested({ when, label }: Arm, number: number, unit: Unit): Test | undefined {
  const of = inWords(when, unit);
  if (of?.told.form.is !== 'truth') return undefined;
  const { text, titled, isCondition, filled, told } = of;
  const { cell } = told;
  const more = label === undefined ? {} : { label };
  return {
    of,
    step: (holds, steps) => ({
      number,
      text,
      titled,
      filled: filled(),
      isCondition,
      value: cell.text,
      holds: holds ? 'yes' : 'no',
      ...more,
      steps,
    }),
  };
}

type Taken = (tested: ChoiceStep['tested'], steps: ChoiceStep['steps'], value: string) => ChoiceStep;

function taken(ir: Choose, arm: Arm | undefined, number: number, value: Ir): Taken {
  const of = ir.arms.length + 1;
  const cites = arm?.cites ?? [];
  const label = arm?.label === undefined ? {} : { label: arm.label };
  const { origin: span } = value;
  return (tests, steps, text) => ({
    step: 'choice',
    of,
    tested: tests,
    cites,
    span,
    steps,
    taken: arm === undefined ? 'otherwise' : number,
    ...label,
    value: text,
  });
}
