import type { Linear } from '../../plain/linear.ts';
import { newNumbers, type Building, type Kernel, type NumberVector } from './vectors.ts';

/** Four terms in one step; what they come to is a term of the next step. */
export function sumOfProducts({ terms, constant }: Linear, to: Building): NumberVector {
  const units = newNumbers();
  let parts = terms.map(({ slot, factor }): Part => ({ from: to.slot(slot).guarded, factor }));
  const [first] = parts;
  if (first === undefined) return { is: 'number', units: units.fill(constant), below: undefined, flags: undefined };
  if (parts.length === 1) {
    const isSame = first.factor === 1 && constant === 0;
    if (!isSame) to.then(timesOne(first, constant, units));
    return { is: 'number', units: isSame ? first.from : units, below: undefined, flags: undefined };
  }
  for (let more = constant; parts.length > 1; more = 0) {
    to.then(timesFour(parts, more, units));
    parts = [{ from: units, factor: 1 }, ...parts.slice(4)];
  }
  return { is: 'number', units, below: undefined, flags: undefined };
}

interface Part {
  readonly from: Float64Array;
  readonly factor: number;
}

function timesOne({ from, factor }: Part, constant: number, units: Float64Array): Kernel {
  return (length) => {
    for (let i = 0; i < length; i += 1) units[i] = (from[i] ?? NaN) * factor + constant;
  };
}

/** The first four; nothing of the first one where there are fewer. */
function timesFour(parts: readonly Part[], constant: number, units: Float64Array): Kernel {
  const first = parts[0]?.from ?? units;
  const [a = first, b = first, c = first, d = first] = parts.map(({ from }) => from);
  const factors = Float64Array.from({ length: 4 }, (_none, i) => parts[i]?.factor ?? 0);
  const added = Float64Array.of(constant);
  return (length) => {
    const p = factors[0] ?? NaN;
    const q = factors[1] ?? NaN;
    const r = factors[2] ?? NaN;
    const s = factors[3] ?? NaN;
    const more = added[0] ?? NaN;
    for (let i = 0; i < length; i += 1)
      units[i] = (a[i] ?? NaN) * p + (b[i] ?? NaN) * q + (c[i] ?? NaN) * r + (d[i] ?? NaN) * s + more;
  };
}
