import type { Domain } from './domain.ts';
import { floorSteps, isOnGrid, positionOf, stepOf, times, valueAt } from './line.ts';
import type { Part } from './part.ts';

/** Is the part's example a value that the domain's steps allow? */
export function holdsWitness(domain: Domain, { witness }: Part): boolean {
  const step = domain.is === 'line' ? stepOf(domain.type, domain.scale) : undefined;
  const position = witness === undefined ? undefined : positionOf(witness);
  return step === undefined || position === undefined || isOnGrid(position, step);
}

/** The same part, with the first value on the domain's steps that lies at its end or past it as the example. */
export function withValuePast(domain: Domain, { covers, witness }: Part): Part {
  const end = covers.is === 'interval' ? covers.high?.value : witness;
  const step = domain.is === 'line' ? stepOf(domain.type, domain.scale) : undefined;
  const position = end === undefined ? undefined : positionOf(end);
  if (domain.is !== 'line' || step === undefined || position === undefined) return { covers };
  const steps = floorSteps(position, step);
  return { covers, witness: valueAt(domain.type, times(isOnGrid(position, step) ? steps : steps + 1n, step)) };
}
