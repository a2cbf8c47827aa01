import { largest } from '../../../plain/scaled.ts';
import type { NumberOperation, PlainNumber } from '../../../plain/tree.ts';
import { held, js, leave, leaveIf, unitsJs, within, type At, type Js } from './block.ts';
import { branching } from './branches.ts';
import { one, whole, type Ratio } from './ratio.ts';
import { rounded } from './rounding.ts';
import { rememberedNumber, sharedName } from './shared.ts';
import { numberRead } from './slots.ts';

const isOne = ({ text }: Js): boolean => text === '1';

/** Stands where nothing is reached any more, and makes no bound wider. */
const unreached: Ratio = { units: js('NaN'), below: one, least: Infinity, most: -Infinity, widest: 1 };

/** A number in plain cases; what does not fit leaves. */
export function number({ does, quotient }: PlainNumber, at: At): Ratio {
  switch (does.op) {
    case 'units':
      return whole(unitsJs(does.units), does.units, does.units);
    case 'fact':
      return numberRead(does.slot, at);
    case 'scaled': {
      const of = number(does.of, at);
      const { factor } = does;
      const units = product(of, whole(js(String(factor)), factor, factor), at);
      return { ...of, ...units };
    }
    case 'negate': {
      // From 0, or 0 would become −0.
      const of = number(does.of, at);
      return { ...of, units: js(`0 - ${within(of.units, 1)}`, 2), least: -of.most, most: -of.least };
    }
    case 'abs': {
      const of = number(does.of, at);
      const { least, most, units } = of;
      if (least >= 0) return of;
      return { ...of, units: js(`Math.abs(${units.text})`), least: Math.max(0, -most), most: Math.max(-least, most) };
    }
    case 'sum':
      return sum(does, at);
    case 'product': {
      const [left, right] = [number(does.left, at), number(does.right, at)];
      const { below, widest } = denominators(left, right, at);
      return { ...product(left, right, at), below, widest };
    }
    case 'quotient':
      return divided(does, at);
    case 'extreme':
      return extreme(does, at);
    case 'rounded':
      return rounded(does, number(does.of, at), at);
    case 'exactly':
      leave(at);
      return unreached;
    case 'shared': {
      const before = sharedName(does.at, at);
      if (before !== undefined) return before.ratio ?? unreached;
      const shared = at.tree.shared[does.at]?.value;
      return shared?.is === 'number' ? rememberedNumber(does.at, number(shared, at), at) : unreached;
    }
    default: {
      let bounds = { least: Infinity, most: -Infinity, widest: 1 };
      const print = (of: PlainNumber | { readonly is: 'never' }, into: At): readonly Js[] => {
        if (of.is === 'never') leave(into);
        const value = of.is === 'never' ? unreached : number(of, into);
        const { least, most, widest } = value;
        bounds = {
          least: Math.min(bounds.least, least),
          most: Math.max(bounds.most, most),
          widest: Math.max(bounds.widest, widest),
        };
        return quotient ? [value.units, value.below] : [value.units];
      };
      const [units = one, below = one] = branching<PlainNumber>(
        does,
        quotient ? ['units', 'below'] : ['units'],
        print,
        at,
      );
      return { units, below, ...bounds };
    }
  }
}

type Of<Op extends NumberOperation['op']> = Extract<NumberOperation, { op: Op }>;
type Units = Pick<Ratio, 'units' | 'least' | 'most'>;

/** The product of two numbers that are whole, if it is exact. */
function product(a: Units, b: Units, at: At): Units {
  if (isOne(a.units)) return b;
  if (isOne(b.units)) return a;
  const corners = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most];
  // Where nothing is reached, 0 times infinity is no number.
  const [least, most] = [Math.min(...corners), Math.max(...corners)].map((end) => (Number.isNaN(end) ? 0 : end));
  const { units: left } = a;
  const { units: right } = b;
  const isWritten = /^-?\d+$/.test(left.text) && /^\d+$/.test(right.text);
  const units = isWritten
    ? unitsJs(Number(left.text) * Number(right.text))
    : js(`${within(left, 1)} * ${within(right, 0)}`, 1);
  return fitting(units, least ?? 0, most ?? 0, at);
}

/** The number, if it is exact: its bounds tell at which end to look. */
function fitting(units: Js, least: number, most: number, at: At): Units {
  if (least >= -largest && most <= largest) return { units, least, most };
  const name = held(units, at);
  const tests = [
    ...(most > largest ? [`${name.text} > ${String(largest)}`] : []),
    ...(least < -largest ? [`${name.text} < ${String(-largest)}`] : []),
  ];
  leaveIf(tests.join(' || '), at);
  return { units: name, least: Math.max(least, -largest), most: Math.min(most, largest) };
}

/** The denominator as a number. */
const under = ({ below, widest }: Ratio): Units => ({ units: below, least: 1, most: widest });

function denominators(left: Ratio, right: Ratio, at: At): Pick<Ratio, 'below' | 'widest'> {
  const { units: below, most: widest } = product(under(left), under(right), at);
  return { below, widest };
}

/** Both numbers, and both sides multiplied by the other's denominator. */
export function crosswise(
  { left: a, right: b }: Pick<Of<'sum'>, 'left' | 'right'>,
  at: At,
): { readonly left: Units; readonly right: Units; readonly ratios: readonly [Ratio, Ratio] } {
  const ratios = [heldRatio(number(a, at), at), heldRatio(number(b, at), at)] as const;
  const [left, right] = ratios;
  return { left: product(left, under(right), at), right: product(right, under(left), at), ratios };
}

function heldRatio(ratio: Ratio, at: At): Ratio {
  return isOne(ratio.below) ? ratio : { ...ratio, units: held(ratio.units, at), below: held(ratio.below, at) };
}

function sum(does: Of<'sum'>, at: At): Ratio {
  const { left, right, ratios } = crosswise(does, at);
  // Of a single product the sign is the whole's; of a sum it is the first part's alone.
  const isNegative = right.units.rank <= 1 && right.units.text.startsWith('-');
  const added = isNegative ? js(right.units.text.slice(1), right.units.rank) : right.units;
  const sign = (does.sign === 1) === isNegative ? '-' : '+';
  const units = js(`${within(left.units, 2)} ${sign} ${within(added, 1)}`, 2);
  const [least, most] =
    does.sign === 1
      ? [left.least + right.least, left.most + right.most]
      : [left.least - right.most, left.most - right.least];
  return { ...fitting(units, least, most, at), ...denominators(...ratios, at) };
}

/** A division is not carried out: it stays a pair. */
function divided({ left: a, right: b, factor }: Of<'quotient'>, at: At): Ratio {
  const [left, divisor] = [number(a, at), heldRatio(number(b, at), at)];
  const by = { ...divisor, units: divisor.least > 0 ? divisor.units : held(divisor.units, at) };
  if (divisor.least <= 0) leaveIf(`${by.units.text} <= 0`, at);
  const above = product(product(left, under(divisor), at), whole(js(String(factor)), factor, factor), at);
  const { units: below, most: widest } = product(under(left), { ...by, least: 1, most: Math.max(1, by.most) }, at);
  return { ...above, below, widest };
}

function extreme(does: Of<'extreme'>, at: At): Ratio {
  const { left, right, ratios } = crosswise(does, at);
  const [a, b] = ratios;
  if (isOne(a.below) && isOne(b.below)) {
    const pick = does.sign === 1 ? Math.max : Math.min;
    const units = js(`Math.${does.sign === 1 ? 'max' : 'min'}(${a.units.text}, ${b.units.text})`);
    return whole(units, pick(a.least, b.least), pick(a.most, b.most));
  }
  const sign = does.sign === 1 ? '>' : '<';
  const isRight = held(js(`${within(right.units, 2)} ${sign} ${within(left.units, 2)}`, 3), at, 'other');
  const pick = (ofLeft: Js, ofRight: Js): Js =>
    held(js(`${isRight.text} ? ${within(ofRight, 5)} : ${within(ofLeft, 5)}`, 6), at);
  return {
    units: pick(a.units, b.units),
    below: pick(a.below, b.below),
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
    widest: Math.max(a.widest, b.widest),
  };
}
