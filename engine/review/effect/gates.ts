import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import { money, number, percent, type NumericType } from '../../ir/type.ts';
import type { Gate, GateMeasure } from '../../program/gates.ts';
import { amountIn, printAmount } from '../../value/amounts.ts';
import { compareExact, exact, exactDigits, minusExact, plusExact, type Exact } from '../../value/exact.ts';
import { isInside } from '../../value/compare.ts';
import type { Effect } from './effect.ts';

/** What came of holding one decision's effect against one gate. */
export interface GateResult {
  readonly measure: GateMeasure;
  readonly decision: string;
  /** At which values the change fails, as it is written. */
  readonly failsIf: string;
  /** What it came to; missing where nobody can say. */
  readonly value?: string;
  readonly failed: boolean;
}

/**
 * Holds each effect against each gate. Gates in money speak of decisions in money; one whose type changed cannot be measured and
 * fails, since nobody knows by how much.
 */
export function holdAgainst(
  gates: readonly Gate[],
  effects: readonly Effect[],
  program: Program,
): readonly GateResult[] {
  return gates.flatMap((gate) =>
    effects.flatMap((effect): readonly GateResult[] => {
      const head = { measure: gate.measure, decision: effect.decision, failsIf: gate.text };
      const type = typeOf(gate.measure, program);
      if (type.is === 'money' && !isMoney(effect, program)) return [];
      const amount = measured(gate.measure, effect, program);
      if (amount === undefined) return [{ ...head, failed: true }];
      const failed = isInside({ ...type, digits: exactDigits(amount) }, gate.range);
      return [{ ...head, value: printAmount(amount, type, program), failed }];
    }),
  );
}

function isMoney({ type, typeBefore = type }: Effect, { currency }: Program): boolean {
  return [type, typeBefore].includes(`money(${currency})`);
}

function typeOf(measure: GateMeasure, { currency }: Program): NumericType {
  switch (measure) {
    case 'total-increase':
    case 'total-decrease':
    case 'largest-increase':
    case 'largest-decrease':
      return { ...money(currency), is: 'money', currency };
    case 'changed':
      return { ...percent, is: 'percent' };
    case 'became-undetermined':
    case 'errors':
      return { ...number, is: 'number' };
  }
}

const zero: Exact = { top: 0n, bottom: 1n };

function measured(measure: GateMeasure, effect: Effect, program: Program): Exact | undefined {
  const { amounts, rows, changed } = effect;
  const read = (printed: string): Exact | undefined => amountIn(printed, typeOf(measure, program), program);
  const count = (rows: number): Exact => ({ top: BigInt(rows), bottom: 1n });
  switch (measure) {
    case 'changed':
      return rows === 0 ? zero : exact(BigInt(changed), BigInt(rows));
    case 'became-undetermined':
      return count(effect.becameUndetermined);
    case 'errors':
      return count(effect.after.error);
    case 'total-increase':
    case 'total-decrease': {
      if (amounts?.totals === undefined) return undefined;
      const { change, onlyBefore, onlyAfter } = amounts.totals;
      const [all, apart] = [read(change), read(measure === 'total-increase' ? onlyAfter : onlyBefore)];
      if (all === undefined || apart === undefined) return undefined;
      return plusExact(measure === 'total-increase' ? all : minusExact(zero, all), apart);
    }
    case 'largest-increase':
    case 'largest-decrease': {
      if (amounts === undefined) return undefined;
      if (amounts.spread === undefined) return zero;
      const end = read(measure === 'largest-increase' ? amounts.spread.most : amounts.spread.least);
      if (end === undefined) return undefined;
      const size = measure === 'largest-increase' ? end : minusExact(zero, end);
      return compareExact(size, zero) < 0 ? zero : size;
    }
  }
}

/** `total-increase of pay.amount is 60000.00 CNY: fails if > 50000 CNY`. */
export function gateWords({ measure, decision, failsIf, value }: GateResult): Texts {
  if (value === undefined)
    return {
      en: `${measure} of ${decision} cannot be told, since its type changed: it counts as failed (${failsIf})`,
      zh: `${decision} 的类型已改变，无法得出 ${measure}，视为不通过（${failsIf}）`,
    };
  return {
    en: `${measure} of ${decision} is ${value}; the manifest fails a change if it is ${failsIf}`,
    zh: `${decision} 的 ${measure} 为 ${value}；清单规定 ${failsIf} 时不通过`,
  };
}
