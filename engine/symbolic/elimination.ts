import type { End, Stretch } from '../proof/round-position.ts';
import { timesExact, type Exact } from '../value/exact.ts';
import { both } from './box.ts';
import * as forms from './form.ts';
import type { Form } from './form.ts';
import type { Quotient } from './quotient.ts';

/** `form > 0`, or `form >= 0` where it is not strict. */
export interface Inequality {
  readonly form: Form;
  readonly strict: boolean;
}

// Elimination can square the number of inequalities; those that people write stay far below.
const mostInequalities = 600;

/** Where the one number can lie when all inequalities hold. */
export function projected(inequalities: readonly Inequality[], key: string): Stretch {
  const left = eliminated(inequalities, key) ?? [];
  return left.reduce<Stretch>((stretch, { form, strict }) => {
    const factor = form.get(key)?.coefficient;
    if (factor === undefined || form.size > (form.has('') ? 2 : 1)) return stretch;
    const at = timesExact(
      { top: -1n, bottom: 1n },
      timesExact(form.get('')?.coefficient ?? forms.zero, forms.inverse(factor)),
    );
    const end: End = { at, open: strict };
    return both(stretch, factor.top > 0n ? { low: end } : { high: end });
  }, {});
}

export function contradict(inequalities: readonly Inequality[]): boolean {
  return eliminated(inequalities, undefined) === undefined;
}

/** Fourier and Motzkin: unknowns go one by one, until only the kept one is left; undefined when nothing can fulfil them. */
function eliminated(all: readonly Inequality[], kept: string | undefined): readonly Inequality[] | undefined {
  let left = distinct(all);
  for (;;) {
    if (left.some(isFalse)) return undefined;
    const next = cheapest(left, kept);
    if (next === undefined) return left;
    const [positive, negative, without] = sorted(left, next);
    const combined = positive.flatMap((a) => negative.map((b) => combine(a, b, next)));
    left = distinct([...without, ...combined]);
    if (left.length > mostInequalities) return left;
  }
}

function isFalse({ form, strict }: Inequality): boolean {
  const value = forms.constantOf(form);
  return value !== undefined && (value.top < 0n || (strict && value.top === 0n));
}

function cheapest(all: readonly Inequality[], kept: string | undefined): string | undefined {
  const keys = new Set(all.flatMap(({ form }) => [...form.keys()]).filter((key) => key !== '' && key !== kept));
  const cost = (key: string): number => {
    const [positive, negative] = sorted(all, key);
    return positive.length * negative.length;
  };
  const [first, ...more] = [...keys].map((key) => ({ key, cost: cost(key) }));
  return more.reduce((best, one) => (best !== undefined && best.cost <= one.cost ? best : one), first)?.key;
}

function sorted(
  all: readonly Inequality[],
  key: string,
): readonly [positive: readonly Inequality[], negative: readonly Inequality[], without: readonly Inequality[]] {
  const sign = ({ form }: Inequality): bigint => form.get(key)?.coefficient.top ?? 0n;
  return [
    all.filter((one) => sign(one) > 0n),
    all.filter((one) => sign(one) < 0n),
    all.filter((one) => sign(one) === 0n),
  ];
}

function combine(a: Inequality, b: Inequality, key: string): Inequality {
  const size = ({ form }: Inequality): Exact => {
    const { top, bottom } = form.get(key)?.coefficient ?? forms.one;
    return { top: top < 0n ? -top : top, bottom };
  };
  const form = forms.plus(forms.scaled(a.form, size(b)), forms.scaled(b.form, size(a)));
  return { form, strict: a.strict || b.strict };
}

/** Without repetitions: of inequalities that differ by a factor one is enough. */
function distinct(all: readonly Inequality[]): readonly Inequality[] {
  const found = new Map<string, Inequality>();
  for (const one of all) {
    const first = forms.termsOf(one.form).find(([key]) => key !== '')?.[1].coefficient;
    const size =
      first === undefined ? forms.one : { top: first.top < 0n ? -first.top : first.top, bottom: first.bottom };
    const form = forms.scaled(one.form, forms.inverse(size));
    const key = forms.keyOf(form);
    if (found.get(key)?.strict !== true) found.set(key, { form, strict: one.strict });
  }
  return [...found.values()];
}

/** The number lies in the stretch: multiplied by its bottom, which is positive. */
export function within({ top, bottom }: Quotient, { low, high }: Stretch): readonly Inequality[] {
  const beyond = (end: End, sign: bigint): Inequality => ({
    form: forms.scaled(forms.plus(top, forms.scaled(bottom, { top: -end.at.top, bottom: end.at.bottom })), {
      top: sign,
      bottom: 1n,
    }),
    strict: end.open,
  });
  return [
    ...(low === undefined ? [] : [beyond(low, 1n)]),
    ...(high === undefined ? [] : [beyond(high, -1n)]),
    ...(forms.constantOf(bottom) === undefined ? [{ form: bottom, strict: true }] : []),
  ];
}
