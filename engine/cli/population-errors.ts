import type { Texts } from '../diagnostic/diagnostic.ts';
import { watchPercent } from '../tables/mapping/percent-doubt.ts';
import { separatedBy } from '../tables/delimiter.ts';
import { rowPlace, type Row } from '../tables/table.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Linked } from '../review/diff/states.ts';
import type { Effect } from '../review/effect/effect.ts';
import { factsNeededBy } from '../review/effect/needs.ts';
import type { Facts } from '../value/facts.ts';
import type { OpenRows } from './answer-rows.ts';
import type { Asked } from './question.ts';
import { problemsOf } from './row-wrong.ts';
import { remark, type Call } from './verb.ts';

/** What is said on standard error of rows that say nothing, or the wrong thing. */
export interface PopulationErrors {
  /** Every row, before anything is asked about it. */
  see(row: Row): void;
  /** A row that cannot be asked about. */
  unreadable(row: Row, why: { readonly code: string; readonly message: Texts }): void;
  /** A row with outcomes in error, on one side or both. */
  wrong(
    row: Row,
    errors: readonly { readonly side: 'before' | 'after'; readonly outcome: Outcome }[],
    facts: { readonly before: Facts; readonly after: Facts },
  ): void;
  unread(): number;
  /** Says the rest. True where a row was in error, or none had a value. */
  finish(effects: readonly Effect[]): boolean;
}

const mostErrors = 100;

export function populationErrors(
  call: Call,
  rows: OpenRows,
  [before, after]: readonly [Linked, Linked],
  asked: readonly Asked[],
): PopulationErrors {
  const { table, reading } = rows;
  const { columns } = reading;
  let [unread, wrong] = [0, 0];
  sayWhatIsMissing(call, rows, after, asked);
  const tell = (line: number, texts: readonly Texts[]): void => {
    const place = rowPlace(table, line);
    for (const { en, zh } of texts) remark(call, { en: `${place.en}: ${en}`, zh: `${place.zh}: ${zh}` });
  };
  const percents = watchPercent(table, columns);
  const hides = call.options.pseudonymous !== undefined;
  return {
    see: percents.see,
    unreadable: ({ line }, { code, message }) => {
      unread += 1;
      const isTold = !hides || code === 'population/cells';
      if (unread + wrong <= mostErrors) tell(line, [isTold ? message : withoutWords]);
    },
    wrong: (row, errors, facts) => {
      wrong += 1;
      if (unread + wrong > mostErrors) return;
      const said = ([after, before] as const).flatMap((side): readonly Texts[] => {
        const is = side === after ? 'after' : 'before';
        const outcomes = errors.filter((one) => one.side === is).map(({ outcome }) => outcome);
        return problemsOf({ row, facts: facts[is], outcomes }, { columns, table }).map(({ en, zh }) => ({
          en: `${side.name}: ${en}`,
          zh: `${side.name}：${zh}`,
        }));
      });
      tell(row.line, hides ? [withoutWords] : withoutSides(said, [before.name, after.name]));
    },
    unread: () => unread,
    finish: (effects) => {
      const more = unread + wrong - mostErrors;
      if (more > 0) remark(call, { en: `and ${more} more rows in error`, zh: `另有 ${more} 行有错误` });
      for (const text of percents.doubts()) remark(call, text);
      const left = reading.joined.map((one) => one.leftOver(table.name));
      const keyless = left.flatMap((one) => one.keyless);
      const others = hides ? [] : left.flatMap((one) => one.others);
      for (const text of [...keyless.slice(0, mostErrors), ...others]) remark(call, text);
      const separated = separatedBy(table.name, table.manner.delimiter);
      if (separated !== undefined) remark(call, { en: `${separated.en}.`, zh: `${separated.zh}。` });
      const [first] = effects;
      const nothing = effects.every((one) => one.before.determined + one.after.determined === 0);
      if (first !== undefined && first.rows > 0 && nothing)
        remark(call, {
          en: `No row of ${table.name} has a value on either side, so nothing was compared.`,
          zh: `${table.name} 没有任何一行在任一方有数值，未能比较。`,
        });
      if ((first?.rows ?? 0) + unread === 0)
        remark(call, { en: `${table.name} has no row.`, zh: `${table.name} 没有数据行。` });
      return unread + wrong + keyless.length > 0 || nothing;
    },
  };
}

/** What a cell says may be a name, where names are to be hidden. */
const withoutWords: Texts = {
  en: 'in error; what its cells say is not repeated beside --pseudonymous.',
  zh: '有错误；因使用 --pseudonymous，不复述单元格内容。',
};

/** What both sides say is said once, of nobody. */
function withoutSides(said: readonly Texts[], names: readonly string[]): readonly Texts[] {
  const bare = ({ en, zh }: Texts): Texts => {
    const name = names.find((one) => en.startsWith(`${one}: `)) ?? '';
    return { en: en.slice(name.length + 2), zh: zh.slice(name.length + 1) };
  };
  const times = Map.groupBy(said, (text) => bare(text).en);
  return [...times.values()].flatMap((texts) => {
    const [first] = texts;
    if (first === undefined) return [];
    return [texts.length > 1 ? bare(first) : first];
  });
}

/** Facts without a column make every row undetermined that needs them: that is said before the first row. */
function sayWhatIsMissing(
  call: Call,
  { table, reading: { columns, joined } }: OpenRows,
  { program }: Linked,
  asked: readonly Asked[],
): void {
  const given = new Set([...columns.map(({ fact }) => fact), ...joined.flatMap((one) => one.facts)]);
  for (const { written, decision } of asked) {
    const missing = factsNeededBy(program, decision).filter((name) => !given.has(name));
    if (missing.length === 0) continue;
    const [en, zh] = (['en', 'zh'] as const).map((language) =>
      missing
        .map((name) => `${program.facts[name]?.title[language] ?? name} (${name})`)
        .join(language === 'en' ? ', ' : '、'),
    ) as [string, string];
    remark(call, {
      en: `${table.name}: no column for ${en}, which ${written} may read; a row that needs it is undetermined.`,
      zh: `${table.name}：没有 ${zh} 的列，而 ${written} 可能需要；需要它的行为未定。`,
    });
  }
}
