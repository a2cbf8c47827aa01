import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Explanation, Holds, Step } from '../../evaluate/explanation.ts';

/** What decided an explained decision by itself, line by line, without the decisions that it read and without the person's facts. */
export function howOf({ outcome, steps }: Explanation): readonly Texts[] {
  const lines = linesOf(steps);
  if (outcome.status === 'determined') return lines;
  const why = [
    ...outcome.reasons.map(({ text }) => text),
    ...(outcome.error === undefined ? [] : [outcome.error.message]),
  ];
  return [...lines, ...why];
}

const linesOf = (steps: readonly Step[]): readonly Texts[] => steps.flatMap(linesOfStep);

function held(condition: Texts, holds: Holds): Texts {
  const words: Readonly<Record<Holds, Texts>> = {
    yes: { en: 'holds', zh: '成立' },
    no: { en: 'does not hold', zh: '不成立' },
    open: { en: 'is open', zh: '未定' },
  };
  return { en: `${condition.en} ${words[holds].en}`, zh: `${condition.zh} ${words[holds].zh}` };
}

function linesOfStep(step: Step): readonly Texts[] {
  switch (step.step) {
    case 'tier':
      return [
        ...linesOf(step.before),
        ...step.taken.flatMap(({ range, value = '', steps: inner }) => [
          { en: `tier ${range} gives ${value}`, zh: `档位 ${range} 为 ${value}` },
          ...linesOf(inner),
        ]),
      ];
    case 'row':
      return [
        ...linesOf(step.before),
        ...step.taken.flatMap(({ number, cells, value = '', steps: inner }) => {
          const titled = (column: string): Texts =>
            step.columns.find(({ text }) => text === column)?.titled ?? { en: column, zh: column };
          const [en, zh] = [
            cells.map(({ column, cell }) => `${titled(column).en} ${cell}`).join(', '),
            cells.map(({ column, cell }) => `${titled(column).zh} ${cell}`).join('，'),
          ];
          const row: Texts =
            number === 'otherwise'
              ? { en: 'otherwise', zh: '其他情形' }
              : { en: `row ${number} (${en})`, zh: `第 ${number} 行（${zh}）` };
          return [{ en: `${row.en} gives ${value}`, zh: `${row.zh}为 ${value}` }, ...linesOf(inner)];
        }),
      ];
    case 'choice': {
      const { label, tested } = step;
      return [
        ...(label === undefined ? [] : [label]),
        ...tested.flatMap((one) => [held(one.titled, one.holds), ...linesOf(one.steps)]),
        ...linesOf(step.steps),
      ];
    }
    case 'parameter': {
      const { title, name, keys, value } = step;
      const key = keys.length === 0 ? '' : `(${keys.join(', ')})`;
      return [
        {
          en: `${title.en} (${name}${key}) is ${value ?? 'unset'}`,
          zh: `${title.zh}（${name}${key}）为 ${value ?? '未设定'}`,
        },
      ];
    }
    case 'fact':
      return step.how === 'computed'
        ? [{ en: `${step.title.en} is ${step.value ?? '?'}`, zh: `${step.title.zh}为 ${step.value ?? '？'}` }]
        : [];
    case 'expression':
      return [step.titled];
    case 'condition':
      return [held(step.titled, step.holds), ...linesOf(step.steps)];
    case 'rounding':
      return [{ en: `rounded to ${step.unit} (${step.mode})`, zh: `取整到 ${step.unit}（${step.mode}）` }];
    case 'list':
      return [step.titled, ...linesOf(step.before), ...step.elements.flatMap((element) => linesOf(element.steps))];
    case 'interpretation':
      return step.active ? [{ en: `rests on ${step.id}`, zh: `依据 ${step.id}` }] : [];
    case 'own':
      return [{ en: "the company's own figure", zh: '公司自定' }];
    case 'gap':
      return [step.says];
    case 'decision':
    case 'person':
      return [];
  }
}
