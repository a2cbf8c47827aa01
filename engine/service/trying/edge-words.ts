import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import type { LineType } from '../../proof/line.ts';
import { inBrackets } from '../../review/effect/unchanged.ts';
import { approximatedValue } from '../../value/approximate.ts';
import { exact, exactDigits, type Exact } from '../../value/exact.ts';
import { printInterval, printValue } from '../../value/print.ts';
import type { Field } from '../fields.ts';

interface Told {
  readonly field: Field;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly program: Program;
}

interface EdgeTold extends Told {
  readonly side: 'below' | 'above';
  /** `open`: the value itself still belongs to this side. */
  readonly bound: { readonly value: Value; readonly open: boolean };
  readonly apart: Exact;
  readonly type: LineType;
  readonly moves: boolean;
}

const t = (en: string, zh: string): Texts => ({ en, zh });

/** What would change an outcome, in words for people who read no YAML. */
export const edgeWords = {
  notLooked: t('Lists and texts are not looked at value by value.', '列表与文字不逐值考察。'),
  noChoice: t('Another choice changes nothing.', '改选其他项，结果不变。'),
  never: t('Whatever it is, this outcome stays.', '无论取何值，结果不变。'),
  moves: t('The outcome moves with it all along.', '结果始终随它变化，没有分界。'),
  movesUntil: t('Until then the outcome moves with it.', '在此之前，结果随它变化。'),
  notForetold: t(
    'Not decided: the facts contradict each other, or something else decides first.',
    '无法判定：所填事实互相矛盾，或另有情形先起作用。',
  ),
  notDecided: (why: Texts): Texts => t(`Not decided: ${why.en}`, `无法判定：${why.zh}`),
  choice: ({ field, typed, before, after, program }: Told & { readonly typed: string }): Texts => {
    const choice = choiceTitle(field, typed);
    const { en, zh } = change(before, after, program);
    return t(`With “${choice.en}” instead, ${en}.`, `改为“${choice.zh}”时，${zh}。`);
  },
  edge: (told: EdgeTold): Texts => {
    const { field, side, bound, type, before, after, program, moves } = told;
    const where = whereWords(side, bound.open, type, boundText(bound.value, program));
    const said = moves ? beyond(before, after, program) : change(before, after, program);
    const apart = apartWords(told);
    const away =
      told.apart.top === 0n
        ? t('it stands right at the edge', '现在正处于分界')
        : t(`${apart.en} away`, `${side === 'above' ? '还差' : '相差'} ${apart.zh}`);
    return t(
      `When ${field.title.en} ${where.en}, ${said.en} (${away.en}).`,
      `${field.title.zh}${where.zh}时，${said.zh}（${away.zh}）。`,
    );
  },
} as const;

function whereWords(side: 'below' | 'above', open: boolean, { is }: LineType, at: string): Texts {
  if (is === 'date' || is === 'time' || is === 'date-time') {
    if (side === 'above') return open ? t(`is after ${at}`, `晚于 ${at} `) : t(`is ${at} or later`, `为 ${at} 或以后`);
    return open ? t(`is before ${at}`, `早于 ${at} `) : t(`is ${at} or earlier`, `为 ${at} 或以前`);
  }
  if (side === 'above') return open ? t(`is more than ${at}`, `超过 ${at} `) : t(`reaches ${at}`, `达到 ${at} `);
  return open ? t(`is less than ${at}`, `低于 ${at} `) : t(`falls to ${at}`, `降到 ${at} `);
}

const boundText = (value: Value, program: Program): string =>
  printInterval({ value, open: false }, undefined, program).slice('>= '.length);

function change(before: Outcome, after: Outcome, program: Program): Texts {
  const title = program.decisions[before.decision]?.title ?? t(before.decision, before.decision);
  const [from, to] = [outcomeText(before, after, program), outcomeText(after, before, program)];
  return t(`“${title.en}” changes from ${from.en} to ${to.en}`, `“${title.zh}”由 ${from.zh} 变为 ${to.zh}`);
}

/** Until there the outcome moved, so that only what comes is told. */
function beyond(before: Outcome, after: Outcome, program: Program): Texts {
  const title = program.decisions[before.decision]?.title ?? t(before.decision, before.decision);
  const to = outcomeText(after, before, program);
  return t(`another tier or rule gives “${title.en}”: ${to.en}`, `“${title.zh}”改按另一档或另一规定，为 ${to.zh}`);
}

const states = {
  undetermined: t('undetermined', '未定'),
  'not-applicable': t('not applicable', '不适用'),
  error: t('an error', '错误'),
} as const;

/** The reasons only where the state alone would say the same twice. */
function outcomeText({ status, value = '', type, reasons, error }: Outcome, other: Outcome, program: Program): Texts {
  if (status === 'determined') {
    if (type === 'boolean') return value === 'true' ? yes : no;
    const named = program.enumerations[type]?.[value];
    return named ?? t(approximatedValue(value, type, 'en'), approximatedValue(value, type, 'zh'));
  }
  const state = states[status];
  if (other.status !== status) return state;
  const why = error?.message ?? reasons[0]?.text;
  return why === undefined ? state : t(`${state.en} (${inBrackets(why.en)})`, `${state.zh}（${inBrackets(why.zh)}）`);
}

const yes = t('yes', '是');
const no = t('no', '否');

function choiceTitle({ input }: Field, typed: string): Texts {
  if (input.is === 'choice') return input.choices.find(({ value }) => value === typed)?.title ?? t(typed, typed);
  return typed === 'true' ? yes : no;
}

function apartWords({ apart, type, program }: EdgeTold): Texts {
  const count = (units: Exact, en: string, zh: string): Texts => {
    const digits = exactDigits(units);
    return t(`${digits} ${en}${digits === '1' ? '' : 's'}`, `${digits} ${zh}`);
  };
  switch (type.is) {
    case 'percent':
      return count(exact(apart.top * 100n, apart.bottom), 'percentage point', '个百分点');
    case 'date':
      return count(apart, 'day', '天');
    case 'time':
    case 'date-time':
      return count(exact(apart.top, apart.bottom * 60n), 'minute', '分钟');
    default: {
      const value: Value = { ...type, digits: exactDigits(exact(apart.top, apart.bottom)) };
      const text = printValue(value, program);
      return t(text, text);
    }
  }
}
