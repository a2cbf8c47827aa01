import type { End, Stretch } from '../proof/round-position.ts';
import { remembered } from '../source/remembered.ts';
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
  const left = eliminated(distinct(inequalities.map(usualOf)), key) ?? [];
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

/** Can nothing fulfil all of them? */
export function contradict(inequalities: readonly Inequality[]): boolean {
  const all = distinct(inequalities.map(usualOf));
  const question = all.map(({ key, strict }) => (strict ? `${key}>` : key)).join();
  const known = contradictions.get(question);
  if (known !== undefined) return known;
  const answer = eliminated(all, undefined) === undefined;
  if (contradictions.size >= mostQuestions) contradictions.clear();
  contradictions.set(question, answer);
  return answer;
}

// Boxes of one decision, and of others that read it, ask the same again and again.
const contradictions = new Map<string, boolean>();
const mostQuestions = 20_000;

/** Fourier and Motzkin: unknowns go one by one, until only the kept one is left; undefined when nothing can fulfil them. */
function eliminated(all: readonly Usual[], kept: string | undefined): readonly Usual[] | undefined {
  let left = all;
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

/** The unknown whose elimination leaves fewest inequalities; of equal ones the first. */
function cheapest(all: readonly Usual[], kept: string | undefined): string | undefined {
  const counts = new Map<string, { positive: number; negative: number }>();
  for (const { form } of all)
    for (const [key, { coefficient }] of form) {
      if (key === '' || key === kept) continue;
      const count = counts.get(key) ?? { positive: 0, negative: 0 };
      if (coefficient.top > 0n) count.positive += 1;
      else count.negative += 1;
      counts.set(key, count);
    }
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const [key, { positive, negative }] of counts)
    if (positive * negative < least) [best, least] = [key, positive * negative];
  return best;
}

type Sorted = readonly [positive: readonly Usual[], negative: readonly Usual[], without: readonly Usual[]];

function sorted(all: readonly Usual[], key: string): Sorted {
  const [positive, negative, without]: [Usual[], Usual[], Usual[]] = [[], [], []];
  for (const one of all) {
    const sign = one.form.get(key)?.coefficient.top ?? 0n;
    (sign > 0n ? positive : sign < 0n ? negative : without).push(one);
  }
  return [positive, negative, without];
}

function combine(a: Inequality, b: Inequality, key: string): Usual {
  const size = ({ form }: Inequality): Exact => {
    const { top, bottom } = form.get(key)?.coefficient ?? forms.one;
    return { top: top < 0n ? -top : top, bottom };
  };
  const form = forms.plus(forms.scaled(a.form, size(b)), forms.scaled(b.form, size(a)));
  return usualForm({ form, strict: a.strict || b.strict });
}

/** Without repetitions: of inequalities that differ by a factor one is enough. */
function distinct(all: readonly Usual[]): readonly Usual[] {
  const found = new Map<string, Usual>();
  for (const one of all) if (found.get(one.key)?.strict !== true) found.set(one.key, one);
  return [...found.values()];
}

/** An inequality with a first coefficient of 1 or −1, and a key that says its form. */
interface Usual extends Inequality {
  readonly key: string;
}

const usualOf = remembered(usualForm);

function usualForm({ form, strict }: Inequality): Usual {
  const terms = forms.termsOf(form);
  const first = terms.find(([key]) => key !== '')?.[1].coefficient;
  const size = first === undefined ? forms.one : { top: first.top < 0n ? -first.top : first.top, bottom: first.bottom };
  const by = forms.inverse(size);
  const key = terms
    .map(([of, { coefficient }]) => {
      const { top, bottom } = timesExact(coefficient, by);
      return `${top}/${bottom}*${of}`;
    })
    .join('+');
  return { form: forms.scaled(form, by), strict, key };
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
