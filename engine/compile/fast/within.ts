import type { Ir, Range } from '../../ir/ir.ts';
import { compare } from './compare.ts';
import { once } from './once.ts';
import type { Fast, FastNumber, FastTruth, Run } from './run.ts';
import { inForm } from './scaled.ts';

type Compile = (ir: Ir) => Fast;

/** Does the value lie in the range? All bounds and items are evaluated, since one that is not plain decides the whole. */
export function within(value: () => Fast, range: Range, compile: Compile): FastTruth | undefined {
  switch (range.range) {
    case 'any':
      return always(true);
    case 'interval': {
      const by = value();
      const low = range.low === undefined ? undefined : compile(range.low.at);
      const high = range.high === undefined ? undefined : compile(range.high.at);
      const open = { low: range.low?.open === true, high: range.high?.open === true };
      if (low === undefined && high === undefined) return evaluated(by);
      const fixed = betweenConstants(by, low, high, open);
      if (fixed !== undefined) return fixed;
      const held = once(by);
      return both(
        low === undefined ? always(true) : compare(open.low ? '>' : '>=', held, low),
        high === undefined ? always(true) : compare(open.high ? '<' : '<=', held, high),
      );
    }
    case 'set': {
      const by = value();
      const { items, none } = range;
      const members = items.map(compile);
      const words = members.map((member) => (member.is === 'word' ? member.constant : undefined));
      if (by.is === 'word' && words.every((word) => word !== undefined)) return among(by.run, words, none);
      if (items.length === 0) return undefined;
      const held = once(by);
      return members.reduce<FastTruth | undefined>(
        (chain, member) => neither(chain, compare('=', held, member), none),
        always(none),
      );
    }
    case 'list':
      return undefined;
  }
}

function always(truth: boolean): FastTruth {
  return { is: 'truth', run: () => truth };
}

/** Without ends everything is inside, yet the value is evaluated. */
function evaluated(by: Fast): FastTruth | undefined {
  if (by.is === 'never-plain') return undefined;
  const run = (at: Run): boolean => {
    by.run(at);
    return true;
  };
  return { is: 'truth', run };
}

/** Between fixed ends of whole units an open end is the closed end of the next unit. */
function betweenConstants(
  by: Fast,
  low: Fast | undefined,
  high: Fast | undefined,
  open: { readonly low: boolean; readonly high: boolean },
): FastTruth | undefined {
  if (by.is !== 'number' || by.quotient) return undefined;
  const span = wholeSpan(by, low, high, open);
  if (span === undefined) return undefined;
  const { run } = span.by;
  const { least, most } = span;
  return {
    is: 'truth',
    run: (at) => {
      const units = run(at);
      return units >= least && units <= most;
    },
  };
}

/** The ends in the units of the value; infinite where there is none. */
function wholeSpan(
  by: FastNumber,
  low: Fast | undefined,
  high: Fast | undefined,
  open: { readonly low: boolean; readonly high: boolean },
): { readonly by: FastNumber; readonly least: number; readonly most: number } | undefined {
  const isEnd = (end: Fast | undefined): end is FastNumber | undefined =>
    end === undefined || (end.is === 'number' && end.constant !== undefined);
  if (!isEnd(low) || !isEnd(high)) return undefined;
  const scale = Math.max(by.scale, low?.scale ?? 0, high?.scale ?? 0);
  const units = (end: FastNumber): number => inForm(end, scale, false).constant ?? NaN;
  const least = low === undefined ? -Infinity : units(low) + (open.low ? 1 : 0);
  const most = high === undefined ? Infinity : units(high) - (open.high ? 1 : 0);
  return Number.isNaN(least) || Number.isNaN(most) ? undefined : { by: inForm(by, scale, false), least, most };
}

/** Both are evaluated, whatever the first one says. */
function both(a: FastTruth | undefined, b: FastTruth | undefined): FastTruth | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [{ run: left }, { run: right }] = [a, b];
  const run = (at: Run): boolean => {
    const first = left(at);
    return right(at) && first;
  };
  return { is: 'truth', run };
}

function neither(chain: FastTruth | undefined, same: FastTruth | undefined, none: boolean): FastTruth | undefined {
  if (chain === undefined || same === undefined) return undefined;
  const [{ run: before }, { run: equal }] = [chain, same];
  const run = (at: Run): boolean => {
    const first = before(at);
    return none ? !equal(at) && first : equal(at) || first;
  };
  return { is: 'truth', run };
}

function among(run: (at: Run) => string, words: readonly string[], none: boolean): FastTruth {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return { is: 'truth', run: (at) => (run(at) === only) !== none };
  const set = new Set(words);
  return { is: 'truth', run: (at) => set.has(run(at)) !== none };
}
