import { session } from '../../engine/evaluate/evaluate.ts';
import type {
  DecisionStep,
  Explanation,
  ExpressionStep,
  FactStep,
  RowStep,
  Step,
  TierStep,
} from '../../engine/evaluate/explanation.ts';
import type { Program } from '../../engine/ir/program.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { answerOf, toHundredths, type Contender } from '../contender.ts';
import { decisions, factsOf, type facts } from '../names.ts';
import type { Row } from '../rows.ts';

const kept = 256;

/**
 * The very explanations that the engine gives, every object and every text, made by code that knows these three decisions and
 * nothing else: what nobody who gives such explanations can be faster than by much. What never changes is taken from a model.
 */
export const integersExplained = (program: Program): Contender & { readonly explanations: (row: Row) => Three } => ({
  name: 'hand-written, the very same explanation',
  rows: Infinity,
  explanations: (row) => writerOf(program)(givenIn(row)),
  prepare(rows) {
    const asked = rows.map(givenIn);
    const values: (readonly (string | undefined)[])[] = rows.map(() => []);
    const lists: (readonly Explanation[])[] = Array.from({ length: kept }, () => []);
    const write = writerOf(program);
    return {
      run() {
        for (let i = 0; i < asked.length; i += 1) {
          const all = write(asked[i] ?? []);
          lists[i % kept] = all;
          values[i] = [all[0].outcome.value, all[1].outcome.value, all[2].outcome.value];
        }
      },
      answer: (i) => answerOf(values[i] ?? []),
    };
  },
});

const writerOf = (program: Program): ((given: Given) => Three) =>
  writerLike(models.map((model) => explainedBy(program, model)));

const givenIn = (row: Row): Given => row.map((text) => ({ hundredths: toHundredths(text), text: shown(text) }));

/** As the engine prints it: a score without needless zeros. */
const shown = (text: string): string => (text.endsWith('CNY') ? text : String(Number(text)));

type Given = readonly { readonly hundredths: number; readonly text: string }[];
type Three = readonly [amount: Explanation, score: Explanation, grade: Explanation];

/** Rows that reach each tier and each line of the table. */
const models = ['1000.01', '4000.01', '6000.01', '9000.01', '11000.01'].map((sales, i) => {
  const score = ['95.11', '85.11', '70.11', '10.11'][i] ?? '10.11';
  return [`${sales} CNY`, '10000.00 CNY', score, score, score, score] as const;
});

function explainedBy(program: Program, row: Row): Three {
  const questions = session(program, readFacts(program, factsOf(row)));
  const [amount, score, grade] = decisions.map((decision) => questions.explain(decision).explanation);
  if (amount === undefined || score === undefined || grade === undefined) throw new Error('three decisions were asked');
  return [amount, score, grade];
}

const rates = [0, 2, 3, 4, 5];
const rateTexts = ['0%', '2%', '3%', '4%', '5%'];
const marks = ['A', 'B', 'C', 'D'];

/** Fills in what a row says and comes to; all else is as in the models. */
function writerLike(all: readonly Three[]): (given: Given) => Three {
  const [amount, score, grade] = all[0] as Three;
  const { rateRead, rate, tier } = tierOf(amount);
  const [, , product, toCents] = amount.steps as readonly [
    Step,
    Step,
    ExpressionStep,
    Extract<Step, { step: 'rounding' }>,
  ];
  const [, , , , sum, toHundredth] = score.steps as readonly [
    FactStep,
    FactStep,
    FactStep,
    FactStep,
    ExpressionStep,
    Extract<Step, { step: 'rounding' }>,
  ];
  const [row] = grade.steps as readonly [RowStep];
  const scoreRead = row.before[0] as DecisionStep;
  const [column] = row.columns;
  const tiers = all.map(([one]) => tierOf(one).tier.taken[0] as TierStep['taken'][number]);
  const lines = all.map(([, , one]) => (one.steps[0] as RowStep).taken[0] as RowStep['taken'][number]);
  const factOf = Object.fromEntries(
    [...tier.before, ...score.steps].flatMap((step) => (step.step === 'fact' ? [[step.name, step]] : [])),
  ) as Readonly<Record<(typeof facts)[number], FactStep>>;
  const noSteps: readonly Step[] = [];
  const noTexts: readonly string[] = [];

  const fact = ({ step, name, title, how, span }: FactStep, value: string): FactStep => ({
    step,
    name,
    title,
    how,
    value,
    span,
    steps: noSteps,
  });
  const whole = (model: Explanation, value: string, steps: readonly Step[]): Explanation => {
    const { decision, type, policy, version, cites } = model.outcome;
    return {
      outcome: {
        decision,
        type,
        policy,
        version,
        cites,
        status: 'determined',
        value,
        flags: noTexts,
        reasons: [] as never[],
      },
      title: model.title,
      hidden: model.hidden,
      policy: model.policy as NonNullable<Explanation['policy']>,
      span: model.span,
      steps,
    };
  };

  return ([sales, target, s1, s2, s3, s4]) => {
    if (
      sales === undefined ||
      target === undefined ||
      s1 === undefined ||
      s2 === undefined ||
      s3 === undefined ||
      s4 === undefined
    )
      throw new Error('a row has six facts');
    const [top, bottom] = [sales.hundredths, target.hundredths];
    const reached = top * 100;
    const at =
      reached < bottom * 30
        ? 0
        : reached < bottom * 50
          ? 1
          : reached < bottom * 80
            ? 2
            : reached < bottom * 100
              ? 3
              : 4;
    const rateText = rateTexts[at] ?? '';
    const quotient = percentText(top, bottom);
    const due = top * (rates[at] ?? 0);
    const cents = Math.floor((due * 2 + 100) / 200);
    const dueText = money(due, 4);
    const amountText = money(cents * 100, 4);
    const salesText = sales.text;
    const salesStep = fact(factOf.sales, salesText);
    const rateTold = whole(rate, rateText, [
      {
        step: 'tier',
        mode: tier.mode,
        by: {
          text: tier.by.text,
          titled: tier.by.titled,
          filled: `${salesText} ÷ ${target.text}`,
          isCondition: false,
          value: quotient,
        },
        before: [salesStep, fact(factOf.target, target.text)],
        of: 5,
        taken: [tiers[at] as TierStep['taken'][number]],
        value: rateText,
      },
    ]);
    const amountTold = whole(amount, amountText, [
      {
        step: 'decision',
        name: rateRead.name,
        title: rateRead.title,
        status: 'determined',
        value: rateText,
        explanation: rateTold,
      },
      salesStep,
      {
        step: 'expression',
        text: product.text,
        titled: product.titled,
        filled: `${rateText} × ${salesText}`,
        isCondition: false,
        value: dueText,
        span: product.span,
      },
      {
        step: 'rounding',
        from: dueText,
        to: amountText,
        unit: toCents.unit,
        mode: toCents.mode,
        declaredBy: toCents.declaredBy,
        changed: cents * 100 !== due,
        span: toCents.span,
      },
    ]);
    const weighted = s1.hundredths * 20 + s2.hundredths * 40 + s3.hundredths * 20 + s4.hundredths * 20;
    const points = Math.floor((weighted * 2 + 100) / 200);
    const weightedText = plainText(weighted);
    const pointsText = plainText(points * 100);
    const scoreTold = whole(score, pointsText, [
      fact(factOf.s1, s1.text),
      fact(factOf.s2, s2.text),
      fact(factOf.s3, s3.text),
      fact(factOf.s4, s4.text),
      {
        step: 'expression',
        text: sum.text,
        titled: sum.titled,
        filled: `${s1.text} × 20% + ${s2.text} × 40% + ${s3.text} × 20% + ${s4.text} × 20%`,
        isCondition: false,
        value: weightedText,
        span: sum.span,
      },
      {
        step: 'rounding',
        from: weightedText,
        to: pointsText,
        unit: toHundredth.unit,
        mode: toHundredth.mode,
        declaredBy: toHundredth.declaredBy,
        changed: points * 100 !== weighted,
        span: toHundredth.span,
      },
    ]);
    const line = points >= 9000 ? 0 : points >= 8000 ? 1 : points >= 6000 ? 2 : 3;
    const mark = marks[line] ?? '';
    const gradeTold = whole(grade, mark, [
      {
        step: 'row',
        hit: row.hit,
        columns: [
          {
            text: column?.text ?? '',
            titled: column?.titled ?? { en: '', zh: '' },
            filled: pointsText,
            isCondition: false,
            value: pointsText,
          },
        ],
        before: [
          {
            step: 'decision',
            name: scoreRead.name,
            title: scoreRead.title,
            status: 'determined',
            value: pointsText,
            explanation: scoreTold,
          },
        ],
        of: 4,
        taken: [lines[line] as RowStep['taken'][number]],
        value: mark,
      },
    ]);
    return [amountTold, scoreTold, gradeTold];
  };
}

function tierOf(amount: Explanation): {
  readonly rateRead: DecisionStep;
  readonly rate: Explanation;
  readonly tier: TierStep;
} {
  const rateRead = amount.steps[0] as DecisionStep;
  const rate = rateRead.explanation as Explanation;
  return { rateRead, rate, tier: rate.steps[0] as TierStep };
}

const tens = [1, 10, 100, 1000, 10_000];

/** Money of units of a place behind the point; at least two places. */
function money(units: number, places: number): string {
  let [count, left] = [units, places];
  while (left > 2 && count % 10 === 0) [count, left] = [count / 10, left - 1];
  const part = count % (tens[left] ?? NaN);
  return `${(count - part) / (tens[left] ?? NaN)}.${String(part).padStart(left, '0')} CNY`;
}

/** Ten-thousandths without needless zeros. */
function plainText(units: number): string {
  let [count, left] = [units, 4];
  while (left > 0 && count % 10 === 0) [count, left] = [count / 10, left - 1];
  if (left === 0) return String(count);
  const part = count % (tens[left] ?? NaN);
  return `${(count - part) / (tens[left] ?? NaN)}.${String(part).padStart(left, '0')}`;
}

function percentText(top: number, bottom: number): string {
  let [x, y] = [bottom, top % bottom];
  while (y !== 0) [x, y] = [y, x % y];
  const [count, parts] = [top / x, bottom / x];
  let [rest, twos, fives] = [parts, 0, 0];
  for (; rest % 2 === 0; rest /= 2) twos += 1;
  for (; rest % 5 === 0; rest /= 5) fives += 1;
  if (rest !== 1) return `${count}/${parts} * 100%`;
  const places = Math.max(twos, fives);
  const units = count * 2 ** (places - twos) * 5 ** (places - fives) * 100;
  const text = units / 10 ** places;
  return `${text}%`;
}
