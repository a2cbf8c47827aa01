import type { Lookup } from '../../../plain/lookup.ts';
import type { Plain, PlainNumber, Span } from '../../../plain/tree.ts';
import { held, ifElse, inBlock, js, leaveIf, type At, type Js } from './block.ts';
import type { Ratio } from './ratio.ts';

/** Bands from the lowest to the highest, each by its upper end; `print` is asked for no branch in a hole between them. */
export function bandChain(
  { by, spans, widest }: Pick<Lookup<Plain>, 'by' | 'spans' | 'widest'>,
  print: (branch: number | undefined, at: At) => void,
  at: At,
): void {
  const value = heldBy(by, widest, at);
  const rising = [...spans.entries()].sort(([, a], [, b]) => a.low - b.low);
  // Each arm is an upper end and the branch below it; the last one has none.
  const arms: (readonly [below: Js | undefined, branch: number | undefined])[] = [];
  for (const [i, [branch, span]] of rising.entries()) {
    const before = rising[i - 1]?.[1];
    if (before === undefined ? !startsBelow(span, value, by.quotient) : !follows(span, before, by.quotient))
      arms.push([end(value, span.low, span.openLow ? '<=' : '<'), undefined]);
    const isLast = span.high === Infinity || (!by.quotient && value.most <= span.high);
    arms.push([isLast ? undefined : end(value, span.high, span.openHigh ? '<' : '<='), branch]);
    if (isLast) break;
  }
  const from = (i: number, into: At): void => {
    const [below, branch] = arms[i] ?? [];
    if (below === undefined) {
      print(branch, into);
      return;
    }
    const [then, otherwise] = [inBlock(into), inBlock(into)];
    print(branch, then);
    from(i + 1, otherwise);
    ifElse(below, then.block.lines, otherwise.block.lines, into);
  };
  from(0, at);
}

/** Does the number lie in the span? */
export function between(by: PlainNumber, span: Span, widest: number, at: At): Js {
  const value = heldBy(by, widest, at);
  const tests = [
    ...(startsBelow(span, value, by.quotient) ? [] : [end(value, span.low, span.openLow ? '>' : '>=').text]),
    ...(span.high === Infinity || (!by.quotient && value.most <= span.high)
      ? []
      : [end(value, span.high, span.openHigh ? '<' : '<=').text]),
  ];
  const [only, ...more] = tests;
  return only === undefined ? js('true') : js(tests.join(' && '), more.length === 0 ? 3 : 4);
}

/** The ends of spans are multiplied by the denominator, for which those beyond `widest` are too great. */
function heldBy(by: PlainNumber, widest: number, at: At): Ratio {
  const ratio = at.printing.number(by, at);
  const value = { ...ratio, units: held(ratio.units, at), below: held(ratio.below, at) };
  if (value.widest > widest) leaveIf(`${value.below.text} > ${String(widest)}`, at);
  return value;
}

function end({ units, below }: Ratio, to: number, sign: string): Js {
  const limit = below.text === '1' || to === 0 ? String(to) : to === 1 ? below.text : `${String(to)} * ${below.text}`;
  return js(`${units.text} ${sign} ${limit}`, 3);
}

/** Are all numbers that there can be above the span's low end? */
function startsBelow({ low, openLow }: Span, { least }: Ratio, quotient: boolean): boolean {
  if (low === -Infinity) return true;
  return quotient ? low <= 0 && !(low === 0 && openLow) && least >= 0 : least >= low;
}

/** Is there no number between the spans? */
function follows(span: Span, before: Span, quotient: boolean): boolean {
  if (!quotient) return before.high + 1 === span.low;
  return before.high === span.low && !(before.openHigh && span.openLow);
}
