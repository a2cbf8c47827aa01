import type { Decision, Fact, Program } from '../../ir/program.ts';
import type { Dialect, SqlInput, SqlOutput } from './sql.ts';

/** What the query says, for people: where it comes from, its columns, and the decisions with their clauses. */
export function headComment(
  program: Program,
  inputs: readonly SqlInput[],
  outputs: readonly SqlOutput[],
  { dialect, sourceOnly }: { readonly dialect: Dialect; readonly sourceOnly: boolean },
): string {
  const { handbook, revision, at, facts, decisions } = program;
  return [
    `${handbook}, revision ${String(revision)}, as in force on ${at}. Written by “bylaw emit sql --dialect ${dialect}”: do not edit.`,
    ...(sourceOnly
      ? ['By the source alone: without interpretations that fill or choose, and without the company’s own figures.']
      : []),
    '',
    'The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their',
    'base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as',
    '2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.',
    ...daysOf(dialect),
    ...inputs.flatMap(({ fact, sqlType, countsDecimals }) => {
      const declared = facts[fact];
      const step = countsDecimals === undefined ? '' : `, counts of ${stepText(countsDecimals)}`;
      return declared === undefined ? [] : [`  ${aboutFact(declared)}: ${sqlType}${step}`];
    }),
    '',
    'Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows',
    'what is computed here and the engine must be asked) and flags: what the value rests on.',
    ...outputs.flatMap(({ decision }) => {
      const declared = decisions[decision];
      return declared === undefined ? [] : [`  ${aboutDecision(declared)}`];
    }),
  ]
    .map((line) => `-- ${oneLine(line)}`.trimEnd())
    .join('\n');
}

const stepText = (decimals: number): string => (decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`);

function daysOf(dialect: Dialect): readonly string[] {
  if (dialect !== 'clickhouse') return [];
  return ['Date32 holds 1900-01-01 to 2299-12-31 and moves other days there without a word: these two are too-large.'];
}

/** A decision in one line. */
export function aboutDecision({ name, title, cites, version }: Decision): string {
  const clauses = cites.length === 0 ? '' : ` · ${cites.join(', ')}`;
  return oneLine(`${name} · ${title.en} · ${title.zh} · v${String(version)}${clauses}`);
}

/** A fact in one line. */
export function aboutFact({ name, title }: Fact): string {
  return oneLine(`${name} · ${title.en} · ${title.zh}`);
}

/** Nothing in a comment ends it. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
