import { answerTo } from './answer.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Evaluator } from '../cases/run.ts';
import { momentInWords } from './handbook.ts';
import { printJson } from './json.ts';
import { notesOf, outcomeColour, outcomeInWord, whyNoValue } from './outcome-words.ts';
import { fromBundle } from './bundle.ts';
import { logOptions, logOutcomes, refusedLog } from './eval-log.ts';
import { allAsked, factsOf, factsText, readyToAnswer, type Answering } from './question.ts';
import { wrongUse } from './refusals.ts';
import { alignTable, type Cell } from './table.ts';
import { isRefusal, remark, say, type Call, type OptionRow, type Refusal, type Verb } from './verb.ts';
import type { Outcome } from '../ir/outcome.ts';

export const factsOption: OptionRow = {
  flags: '--facts <file>',
  says: { en: 'a JSON file of facts, or - for standard input', zh: '事实的 JSON 文件，- 表示标准输入' },
};

export const evaluation: Verb = {
  about: {
    en: 'Ask decisions about one set of facts. Exit code 1 when one of them is in error.',
    zh: '就一组事实求取决定。有错误时退出码为 1。',
  },
  takes: {
    form: '<decisions...>',
    says: { en: 'names such as commission.head.amount, or "NAME on VALUE"', zh: '决定的名称，或“名称 on 取值”' },
  },
  options: [
    factsOption,
    ...fromBundle,
    ...logOptions,
    { flags: '--engine <name>', says: { en: 'explaining or compiled', zh: 'explaining 或 compiled' }, hidden: true },
  ],
  examples: [
    'bylaw eval commission.head.amount --facts october.json --at 2026-10-31',
    'bylaw eval commission.head.amount --bundle handbook.bundle --key office.pub.json --facts october.json',
    'bylaw eval sales.net --bundle handbook.bundle --facts october.json --at 2026-10-31 --log decisions.jsonl',
    'echo \'{"sales.ordered": "88000 CNY", "sales.returned": "8000 CNY"}\' | bylaw eval sales.net --facts - --json',
  ],
  run: askDecisions,
};

async function askDecisions(call: Call): Promise<number | Refusal> {
  const { engine = 'explaining', sourceOnly = false, json = false } = call.options;
  const evaluator = await evaluatorCalled(engine);
  if (evaluator === undefined) {
    return wrongUse(
      `There is no evaluator “${engine}”: explaining or compiled.`,
      `没有求值器“${engine}”：请用 explaining 或 compiled。`,
    );
  }
  const refused = refusedLog(call);
  if (refused !== undefined) return refused;
  const given = factsText(call);
  const ready = await readyToAnswer(call);
  if (isRefusal(ready)) return ready;
  const asked = allAsked(call.names, ready.program);
  if (isRefusal(asked)) return asked;
  const facts = await factsOf(given, ready.program);
  if (isRefusal(facts)) return facts;
  const outcomes = asked.map((one) => answerTo(one, facts, ready, { sourceOnly, evaluator }));
  const unlogged = await logOutcomes(call, ready, { asked, facts: facts.raw, outcomes });
  if (unlogged !== undefined) return unlogged;
  if (json) {
    if (ready.moment.isToday) remark(call, momentInWords(call, ready.moment));
    printJson(outcomes, call);
  } else printOutcomes(outcomes, call, ready);
  return outcomes.some(({ status }) => status === 'error') ? 1 : 0;
}

/** The explaining one, which also names what kept a decision open; the fast one is loaded only for who asks for it. */
async function evaluatorCalled(name: string): Promise<Evaluator | undefined> {
  if (name === 'explaining') return evaluate;
  return name === 'compiled' ? (await import('./evaluators.ts')).compiled : undefined;
}

function printOutcomes(outcomes: readonly Outcome[], call: Call, { program, moment }: Answering): void {
  const { language, colours, names } = call;
  const notes = notesOf(program, language, colours);
  const rows = outcomes.map((outcome, i): readonly Cell[] => [
    { text: names[i] ?? outcome.decision },
    { text: outcomeInWord(outcome, language), align: 'right', paint: outcomeColour(outcome, colours) },
    { text: notes.mark(outcome.flags) },
  ]);
  say(call, `${momentInWords(call, moment)[language]}\n`);
  alignTable(rows).forEach((line, i) => {
    say(call, line);
    for (const why of outcomes[i] === undefined ? [] : whyNoValue(outcomes[i], language)) say(call, `  ${why}`);
  });
  const lines = notes.lines();
  if (lines.length > 0) say(call, `\n${lines.join('\n')}`);
}
