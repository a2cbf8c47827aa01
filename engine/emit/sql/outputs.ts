import type { Decision } from '../../ir/program.ts';
import { error, fine, mainTerm, tooLarge } from './cell.ts';
import { clockText, momentText } from './clock.ts';
import { placeOf } from './flags.ts';
import { dayNumber, unixDay } from './moment.ts';
import type { SqlOutput } from './sql.ts';
import { nothing, pick, sql, whole, type Branch, type Term } from './term.ts';
import { and, isKnown, isOpen, surelyNot } from './truth.ts';
import { constant, held, times, written } from './whole.ts';
import type { Result } from './sheet.ts';
import type { DecisionCell, Writing } from './writing.ts';
import { failing } from './logic.ts';

export interface Shown {
  readonly output: SqlOutput;
  readonly results: readonly Result[];
}

/** The three columns of a decision; undefined where its value has no form. */
export function shown(decision: Decision, cell: DecisionCell, here: Writing): Shown | undefined {
  const { name, type } = decision;
  const value = valueOf(cell, here);
  if (value === undefined) return undefined;
  const { syntax } = here;
  const unfit: Branch = { when: and(isKnown(mainTerm(cell.worth)), value.tooLarge), then: tooLarge };
  const failed = here.sheet.bind(pick([{ when: failing(cell), then: cell.failed }, unfit], fine));
  const states: Branch[] = [
    { when: sql`${failed} = ${tooLarge}`, then: syntax.quotedText('too-large') },
    { when: sql`${failed} = ${error}`, then: syntax.quotedText('error') },
  ];
  const status = pick(
    [
      ...(failed.always === 0n
        ? []
        : failed.always === 3n
          ? [{ when: isKnown(fine), then: syntax.quotedText('error') }]
          : states),
      { when: surelyNot(cell.applies), then: syntax.quotedText('not-applicable') },
      { when: isOpen(mainTerm(cell.worth)), then: syntax.quotedText('undetermined') },
    ],
    syntax.quotedText('determined'),
  );
  const isKnownValue = isKnown(mainTerm(cell.worth));
  const isDetermined = here.sheet.bind(failed.always === 0n ? isKnownValue : and(sql`${failed} = 0`, isKnownValue));
  const quoted = (suffix: string): string => syntax.quotedName(`${name}${suffix}`);
  const columns = { value: name, status: `${name}.status`, flags: `${name}.flags` };
  return {
    output: { decision: name, type, ...columns, sqlType: value.sqlType },
    results: [
      { term: typed(pick([{ when: isDetermined, then: value.term }], nothing), value.sqlType, here), name: quoted('') },
      { term: status, name: quoted('.status') },
      { term: flagText(cell, isDetermined, here), name: quoted('.flags') },
    ],
  };
}

/** A column that is always NULL has its type all the same. */
function typed(term: Term, type: string, { syntax }: Writing): Term {
  return term.always === null || (syntax.dialect === 'clickhouse' && type === 'Bool') ? syntax.cast(term, type) : term;
}

function flagText({ flags }: DecisionCell, isDetermined: Term, here: Writing): Term {
  const { syntax } = here;
  const parts = [...flags.ids].sort().flatMap((id): Term[] => {
    const { word, mask } = placeOf(id, here.bits);
    const bits = flags.words.get(word);
    if (bits === undefined) return [];
    const text = syntax.quotedText(`${id} `);
    if (typeof bits.always === 'bigint') return (bits.always & mask) === 0n ? [] : [text];
    return [pick([{ when: syntax.hasBit(here.sheet.bind(bits), mask), then: text }], syntax.quotedText(''))];
  });
  const empty = syntax.quotedText('');
  if (parts.length === 0) return empty;
  return pick([{ when: isDetermined, then: syntax.trimmedEnd(syntax.concat(...parts)) }], empty);
}

interface ShownValue {
  readonly term: Term;
  readonly sqlType: string;
  /** Where the value does not fit into the type. */
  readonly tooLarge: Term;
}

const never: Term = { ...whole(0n), text: 'FALSE', always: false };

function valueOf({ worth }: DecisionCell, here: Writing): ShownValue | undefined {
  const { syntax } = here;
  switch (worth.is) {
    case 'nothing':
      return { term: nothing, sqlType: syntax.text, tooLarge: never };
    case 'truth':
      return { term: worth.term, sqlType: syntax.boolean, tooLarge: never };
    case 'word':
      return { term: worth.term, sqlType: syntax.text, tooLarge: never };
    case 'day': {
      const { term } = worth.count;
      const [first, last] = syntax.years;
      const isNarrow = first > 1;
      const [low, high] = [dayNumber(`${String(first).padStart(4, '0')}-01-01`), dayNumber(`${String(last)}-12-31`)];
      return {
        term: syntax.dateOfDay(sql`${term} - ${whole(unixDay)}`),
        sqlType: syntax.dateType,
        tooLarge: isNarrow ? sql`${term} NOT BETWEEN ${whole(low)} AND ${whole(high)}` : never,
      };
    }
    case 'time':
      return { term: clockText(worth.count, here), sqlType: syntax.text, tooLarge: never };
    case 'moment':
      return { term: momentText(worth.count, here), sqlType: syntax.text, tooLarge: never };
    case 'number': {
      const { top, parts, below } = worth.number;
      const scale = below === undefined ? scaleFor(parts) : undefined;
      if (scale === undefined) return undefined;
      const outside = here.beyond;
      here.beyond = [];
      const units = held(times(top, constant(10n ** BigInt(scale) / parts), here), here);
      const tooLargeWhen = here.beyond[0] ?? never;
      here.beyond = outside;
      return {
        term: syntax.decimal(written(units, here), scale, units.most),
        sqlType: syntax.decimalType(scale, units.most),
        tooLarge: tooLargeWhen,
      };
    }
  }
}

/** Decimals that hold one part exactly; undefined when none do, or more than a column has. */
function scaleFor(parts: bigint): number | undefined {
  for (let scale = 0; scale <= 30; scale += 1) if (10n ** BigInt(scale) % parts === 0n) return scale;
  return undefined;
}
