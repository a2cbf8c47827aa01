import { join } from 'node:path';
import { isUnreadable } from '../tables/unreadable.ts';
import { textOf } from '../tables/cell.ts';
import { printable } from '../diagnostic/code-frame.ts';
import { explain } from '../evaluate/evaluate.ts';
import { openInput } from './answer-rows.ts';
import { askRows, type AnsweredRow } from './ask-rows.ts';
import { columnsOf } from '../tables/columns.ts';
import { clausesIn } from './clauses.ts';
import { printExplanation } from './explain.ts';
import { printFindings } from './findings.ts';
import { momentInWords } from './handbook.ts';
import { allAsked, readyHandbook, refusedText, type Asked, type Ready } from './question.ts';
import { printRows } from './row-table.ts';
import { showDepartment } from './demo-department.ts';
import { isRefusal, say, type Call, type Refusal, type Verb } from './verb.ts';

/** What is shown: the month's sales of each group, and what each of the three commissions would be on them. */
const population = 'population/sales-2026-10.csv';
const monthEnd = '2026-10-31';
const decisions = ['customer-service', 'promoter', 'head'].flatMap((name) => [
  `commission.${name}.rate`,
  `commission.${name}.amount`,
]);

export const demo: Verb = {
  about: {
    en: 'Show the handbook at work: the commissions on the sales of October 2026 as a table, one of them explained, and the pay of a sample department with a slip for each person.',
    zh: '演示手册：按2026年10月销售计算各项提成并列表，详细说明其中一项，计算示例部门的薪酬并为每人写薪酬单。',
  },
  options: [
    {
      flags: '--slips <dir>',
      says: {
        en: 'where the slips of the sample department go (else out/slips)',
        zh: '示例部门薪酬单的文件夹（默认 out/slips）',
      },
    },
  ],
  examples: ['npm run demo', 'bylaw demo --lang zh --slips out/slips'],
  run: show,
};

async function show(call: Call): Promise<number | Refusal> {
  const { options } = call;
  const ready = await readyHandbook({ ...call, options: { ...options, at: options.at ?? monthEnd } });
  if (isRefusal(ready)) return ready;
  const asked = allAsked(decisions, ready.program);
  if (isRefusal(asked)) return asked;
  const rows = await answeredRows(call, asked, ready);
  if (isRefusal(rows)) return rows;
  const errors = ready.loaded.handbook.diagnostics.filter(({ severity }) => severity === 'error');
  printFindings(errors, call, ready.loaded);
  say(call, heading(call, ready));
  printRows(rows, asked, call, ready);
  printOne(rows, asked, call, ready);
  const refused = await showDepartment(call, ready.loaded.dir);
  if (refused !== undefined) return refused;
  return 0;
}

function heading(call: Call, { program, moment, loaded }: Ready): string {
  const { language, colours } = call;
  const title = loaded.handbook.manifest?.title[language] ?? program.handbook;
  return `${colours.bold(title)} · ${population} · ${momentInWords(call, moment)[language]}\n`;
}

async function answeredRows(
  call: Call,
  asked: readonly Asked[],
  ready: Ready,
): Promise<readonly AnsweredRow[] | Refusal> {
  const opened = await openInput(join(ready.loaded.dir, population), call);
  if (isRefusal(opened)) return opened;
  const columns = columnsOf(opened.header, population, ready.program);
  if (isUnreadable(columns)) return refusedText(columns);
  const rows: AnsweredRow[] = [];
  const reading = { columns: columns.facts, repeated: new Map(), joined: [], onDay: () => ready };
  for await (const row of askRows(opened, reading, asked, ready, call.options.sourceOnly === true)) {
    if (isUnreadable(row)) return refusedText(row);
    rows.push(row);
  }
  return rows;
}

/** Explains the first amount that rests on an interpretation: there is most to tell of. */
function printOne(rows: readonly AnsweredRow[], asked: readonly Asked[], call: Call, { program, loaded }: Ready): void {
  const candidates = rows.flatMap((answered) =>
    answered.outcomes.flatMap((outcome, i) => {
      const question = asked[i];
      return question === undefined || !outcome.type.startsWith('money') ? [] : [{ ...answered, outcome, question }];
    }),
  );
  const shown = candidates.find(({ outcome }) => outcome.flags.length > 0) ?? candidates[0];
  if (shown === undefined) return;
  const { row, facts, question } = shown;
  const { language, colours, options } = call;
  const name = printable(textOf(row.cells[0] ?? ''));
  const title = { en: `How it came about, for ${name}`, zh: `${name}：由来` }[language];
  say(call, `\n${colours.bold(title)}\n`);
  const { explanation } = explain(program, question.decision, facts, { sourceOnly: options.sourceOnly === true });
  printExplanation(explanation, clausesIn([explanation], loaded.handbook), call);
}
