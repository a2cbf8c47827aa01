import type { Range } from '../../ir/ir.ts';
import type { Fact, Program } from '../../ir/program.ts';
import { parseExact } from '../../value/exact.ts';
import { error, fine, tooLarge } from './cell.ts';
import { noFlags } from './flags.ts';
import { aboutFact } from './heading.ts';
import { boundOf } from './range-end.ts';
import { nothing, perhaps, pick, sql, whole, type Term } from './term.ts';
import { and } from './truth.ts';
import type { FactCell, Writing } from './writing.ts';

/** Decimals that are kept of facts which declare none; a percent's are those of the ratio. */
const usualScale = { number: 4, percent: 6, quantity: 3, duration: 2 } as const;

/** The decimals of a numeric fact's column, in its base unit; a percent is its ratio. */
export function scaleOf({ type, scale }: Pick<Fact, 'type' | 'scale'>, { moneyDecimals, units }: Program): number {
  switch (type.is) {
    case 'percent':
      return scale === undefined ? usualScale.percent : scale + 2;
    case 'money':
      return scale ?? moneyDecimals;
    case 'quantity':
      return scale ?? (units[type.unit]?.whole === true ? 0 : usualScale.quantity);
    case 'number':
    case 'duration':
      return scale ?? usualScale[type.is];
    default:
      return 0;
  }
}

/** Units beyond which a number is too large, unless its range is narrower. */
const mostUnits = 10n ** 15n;

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const sizeOf = (units: bigint): bigint => (units < 0n ? -units : units);

/** A column of numbers as whole counts of the fact's smallest step. */
export function numberCell(fact: Fact, raw: Term, given: Term, here: Writing): FactCell {
  const { syntax, sheet } = here;
  const scale = scaleOf(fact, here.program);
  const power = 10n ** BigInt(scale);
  const [low, high] = [unitsBound(fact.range, 'low', power), unitsBound(fact.range, 'high', power)];
  // A range that begins beyond all that is kept holds no number here.
  const least = low === undefined || low < -mostUnits ? -mostUnits : smaller(low, mostUnits + 1n);
  const greatest = high === undefined || high > mostUnits ? mostUnits : -smaller(-high, mostUnits + 1n);
  const most = -smaller(-sizeOf(least), -sizeOf(greatest));
  const at = (units: bigint): Term => (here.wholeColumns ? whole(units) : syntax.decimalLiteral(units, scale));
  const isInRange = sql`${raw} BETWEEN ${at(least)} AND ${at(greatest)}`;
  const term = sheet.bind(unitsOf(raw, isInRange, { scale, most }, here), aboutFact(fact));
  const beyond = (end: bigint | undefined): Term => (end === undefined || sizeOf(end) > mostUnits ? tooLarge : error);
  const failed = pick(
    [
      { when: sql`${raw} IS NULL OR ${term} IS NOT NULL`, then: fine },
      { when: sql`${raw} >= ${at(greatest + 1n)}`, then: beyond(high) },
      { when: sql`${raw} <= ${at(least - 1n)}`, then: beyond(low) },
    ],
    // Of a fact without a declared scale, more decimals than usual are no mistake, only more than is kept here.
    fact.scale === undefined ? tooLarge : error,
  );
  return {
    given,
    worth: { is: 'number', number: { top: { term: perhaps(term), most }, parts: power } },
    failed,
    flags: noFlags,
  };
}

/** NULL where the number is out of range or has more decimals. */
function unitsOf(
  raw: Term,
  isInRange: Term,
  { scale, most }: { readonly scale: number; readonly most: bigint },
  { syntax, sheet, wholeColumns }: Writing,
): Term {
  if (wholeColumns) {
    const count = syntax.cast(raw, syntax.narrow);
    return pick([{ when: and(isInRange, sql`${count} = ${raw}`), then: count }], nothing);
  }
  const hasNoMore = syntax.hasDecimals?.(raw, scale);
  if (hasNoMore !== undefined)
    return pick([{ when: and(isInRange, hasNoMore), then: syntax.unitsOf(raw, scale, most) }], nothing);
  const rounded = sheet.bind(pick([{ when: isInRange, then: syntax.rounded(raw, scale, most) }], nothing));
  return pick([{ when: sql`${rounded} = ${raw}`, then: syntax.unitsOf(rounded, scale, most) }], nothing);
}

/** The end of a range in whole units, itself inside. */
function unitsBound(range: Range | undefined, side: 'low' | 'high', power: bigint): bigint | undefined {
  const bound = boundOf(range, side);
  if (bound === undefined || !('digits' in bound.value)) return undefined;
  const { top, bottom } = parseExact(bound.value.digits);
  const units = top * power;
  const floor = units >= 0n ? units / bottom : -((-units + bottom - 1n) / bottom);
  const isExact = floor * bottom === units;
  if (side === 'high') return isExact && bound.open ? floor - 1n : floor;
  return isExact && !bound.open ? floor : floor + 1n;
}
