import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Compared } from '../recalculate/compare.ts';
import { sumOf } from '../recalculate/difference.ts';
import type { Recalculated } from '../recalculate/recalculate.ts';
import { inputChangeInWords, ruleChangeInWords } from '../recalculate/words.ts';
import { changeText } from '../value/change-text.ts';
import type { Comparison } from './against.ts';
import { beforehand } from './against-beforehand.ts';
import { printJson } from './json.ts';
import { alignTable, type Cell } from './table.ts';
import { remark, say, type Call } from './verb.ts';

/** Prints what is to pay per person and why, then the totals and who could not be compared. */
export function reportDifferences(comparison: Comparison, call: Call): void {
  const { run, knowledge, people } = comparison;
  if (call.options.json === true) {
    const totals = totalsOf(comparison).map(({ sum, written }) => ({ decision: written, difference: sum }));
    printJson(
      { known: knowledge.day, agreed: knowledge.agreed, of: knowledge.of, totals, people: plain(people) },
      call,
    );
    return;
  }
  for (const text of beforehand(comparison)) remark(call, text);
  run.asked.forEach(({ written, decision }, i) => {
    const title = run.ready.program.decisions[decision]?.title ?? { en: written, zh: written };
    say(call, `${i === 0 ? '' : '\n'}${call.colours.bold(title[call.language])} (${written})`);
    for (const line of alignTable(rowsOf(people, i, call))) say(call, `  ${line}`);
    const total = totalsOf(comparison)[i];
    if (total !== undefined) say(call, totalLine(total)[call.language]);
  });
  for (const line of people.flatMap(notComparedInWords)) say(call, line[call.language]);
}

/** Amounts without what they were reckoned from. */
function plain(people: readonly Compared[]): unknown {
  return JSON.parse(JSON.stringify(people, (key, value: unknown) => (key === 'exact' ? undefined : value)));
}

interface DecisionTotal {
  readonly written: string;
  /** The exact sum of all differences; missing where values are no numbers. */
  readonly sum?: string;
  /** How many people have no difference. */
  readonly same: number;
  /** How many have no value, before and after. */
  readonly without: number;
}

function totalsOf({ run: { asked, ready }, people }: Comparison): readonly DecisionTotal[] {
  return asked.map(({ written, decision }, i) => {
    const differences = people.flatMap((one) => (one.is === 'both' ? (one.decisions[i]?.difference ?? []) : []));
    const sum = sumOf(differences, decision, ready.program);
    const same = differences.filter(({ is }) => is === 'same').length;
    const without = differences.filter(({ is }) => is === 'no-value').length;
    return { written, same, without, ...(sum === undefined ? {} : { sum }) };
  });
}

function totalLine({ sum, same, without }: DecisionTotal): Texts {
  const nothing =
    without === 0
      ? { en: '', zh: '' }
      : { en: `; ${without} without a value before and after`, zh: `；${without} 人前后均无数值` };
  const unchanged = { en: `${same} without a difference${nothing.en}`, zh: `${same} 人无差额${nothing.zh}` };
  if (sum === undefined) return unchanged;
  return { en: `  Difference in all: ${sum}; ${unchanged.en}`, zh: `  差额合计：${sum}；${unchanged.zh}` };
}

function rowsOf(people: readonly Compared[], i: number, call: Call): readonly (readonly Cell[])[] {
  return people.flatMap((one) => {
    const decision = one.is === 'both' ? one.decisions[i] : undefined;
    if (decision === undefined || isNothing(decision)) return [];
    const { was, is, difference } = decision;
    const none = { en: 'no value', zh: '无数值' }[call.language];
    const amount = difference.is === 'amount' ? changeText(difference.difference)[call.language] : '';
    const [first = '', ...more] = causesOf(decision).map((cause) => cause[call.language]);
    const empty: readonly Cell[] = [{ text: '' }, { text: '' }, { text: '' }, { text: '' }];
    return [
      [
        { text: one.name === undefined ? one.key : `${one.key} ${one.name}` },
        { text: was ?? none, align: 'right' },
        { text: `→ ${is.value ?? none}`, align: 'right' },
        { text: amount, align: 'right', paint: call.colours.bold },
        { text: first },
      ],
      ...more.map((text): readonly Cell[] => [...empty, { text }]),
    ];
  });
}

function isNothing({ difference: { is } }: Recalculated): boolean {
  return is === 'same' || is === 'no-value';
}

/** Why, with what each cause makes of it: the rules changed first, then the inputs. */
function causesOf({ difference, rules, inputs }: Recalculated): readonly Texts[] {
  const parts = difference.is === 'amount' ? difference.parts : undefined;
  const due = (amount: string | undefined): Texts => {
    const { en, zh } = amount === undefined ? { en: '', zh: '' } : changeText(amount);
    return amount === undefined ? { en, zh } : { en: `${en} `, zh: `${zh} ` };
  };
  const joined = (texts: readonly Texts[], amount: string | undefined): readonly Texts[] => {
    if (texts.length === 0) return [];
    const [en, zh] = [texts.map((text) => text.en).join('; '), texts.map((text) => text.zh).join('；')];
    return [{ en: `${due(amount).en}${en}`, zh: `${due(amount).zh}${zh}` }];
  };
  const unexplained: readonly Texts[] =
    parts?.unexplained === undefined
      ? []
      : parts.rules === undefined
        ? [borrowedInWords(due(parts.unexplained))]
        : [
            {
              en: `${due(parts.unexplained).en}unexplained: the old result does not follow from its own inputs`,
              zh: `${due(parts.unexplained).zh}原因不明：原结果与其自身的输入不符`,
            },
          ];
  const apart: readonly Texts[] =
    difference.is === 'amount' && parts === undefined
      ? [
          {
            en: 'what each of these makes cannot be told: the new rules give no value for the old inputs',
            zh: '各原因所占金额无法区分：按新规定、原输入没有数值',
          },
        ]
      : [];
  return [
    ...joined(rules.map(ruleChangeInWords), parts?.rules),
    ...joined(inputs.map(inputChangeInWords), parts?.inputs),
    ...unexplained,
    ...apart,
  ];
}

/** Nobody can say what rules or inputs make, where the old value does not come out again. */
function borrowedInWords(due: Texts): Texts {
  return {
    en: `${due.en}unexplained: with today's joined tables the old result does not come out again`,
    zh: `${due.zh}原因不明：用现在的合并表格无法重新得出原结果`,
  };
}

function notComparedInWords({ key, name, ...one }: Compared): readonly Texts[] {
  const who = name === undefined ? key : `${key} ${name}`;
  switch (one.is) {
    case 'both':
      return [];
    case 'only-old':
      return [{ en: `${who}: only in the old result`, zh: `${who}：只在原结果中` }];
    case 'only-new':
      return [{ en: `${who}: only in the new table`, zh: `${who}：只在新表中` }];
    case 'error':
      return [{ en: `${who}: in error, not compared`, zh: `${who}：有错误，未比较` }];
  }
}
