import type { Scaled } from './scaled.ts';
import type { PlainNumber } from './tree.ts';

export function constant({ units, scale }: Scaled): PlainNumber {
  return { is: 'number', scale, quotient: false, does: { op: 'units', units } };
}

/** Units that it always has. */
export function constantOf({ does }: PlainNumber): number | undefined {
  return does.op === 'units' ? does.units : undefined;
}

/** The same number at a scale that is not smaller. */
export function atScale(of: PlainNumber, scale: number): PlainNumber {
  const factor = 10 ** (scale - of.scale);
  if (factor === 1) return of;
  const units = (constantOf(of) ?? NaN) * factor;
  if (Number.isSafeInteger(units)) return constant({ units, scale });
  return { ...of, scale, does: { op: 'scaled', of, factor } };
}

/** Both numbers at one scale. */
export function alike(a: PlainNumber, b: PlainNumber): { readonly left: PlainNumber; readonly right: PlainNumber } {
  const scale = Math.max(a.scale, b.scale);
  return { left: atScale(a, scale), right: atScale(b, scale) };
}
