import { isOnGrid, stepOf } from '../proof/line.ts';
import { exact, timesExact, type Exact } from '../value/exact.ts';
import type { Atom } from './atom.ts';
import { constantOf, inverse, one, zero } from './form.ts';
import type { Quotient } from './quotient.ts';

/** Is the number always a multiple of the step, since its parts come in steps themselves? Money of two decimals adds up to such. */
export function isOnSteps(of: Quotient, step: Exact): boolean {
  const own = stepOfSum(of);
  return own !== undefined && isOnGrid(own, step);
}

/** The step of which a sum is always a multiple: days between two dates are whole, twice a count is even. */
export function stepOfSum({ top, bottom }: Quotient): Exact | undefined {
  const under = constantOf(bottom);
  if (under === undefined) return undefined;
  let common = zero;
  for (const { coefficient, atoms } of top.values()) {
    const [atom, ...more] = atoms;
    const own = atom === undefined ? one : stepOfAtom(atom);
    if (own === undefined || more.length > 0) return undefined;
    common = commonStep(common, timesExact(timesExact(coefficient, inverse(under)), own));
  }
  return common;
}

function stepOfAtom({ domain, rounded }: Atom): Exact | undefined {
  return rounded?.step ?? (domain?.is === 'line' ? stepOf(domain.type, domain.scale) : undefined);
}

/** The greatest step of which both are multiples. */
function commonStep(a: Exact, b: Exact): Exact {
  let [x, y] = [a.top * b.bottom, b.top * a.bottom];
  while (y !== 0n) [x, y] = [y, x % y];
  return exact(x < 0n ? -x : x, a.bottom * b.bottom);
}
