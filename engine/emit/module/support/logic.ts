import {
  determined,
  flagsOf,
  isTruth,
  joinFlags,
  none,
  reasonsOf,
  strict,
  undetermined,
  withFlags,
  type Result,
} from './result.ts';

export function and(left: Result, right: () => Result): Result {
  return connected(false, left, right);
}

export function or(left: Result, right: () => Result): Result {
  return connected(true, left, right);
}

/** What the left side decides, the right side is not asked about. */
export function connected(decides: boolean, left: Result, right: () => Result): Result {
  if (left.status === 'error' || isTruth(left, decides)) return left;
  const other = right();
  if (other.status === 'error') return other;
  if (left.status === 'determined') return withFlags(left.flags, other);
  return isTruth(other, decides) ? other : undetermined(reasonsOf([left, other]), flagsOf([left, other]));
}

export function not(value: Result): Result {
  return strict([value], (truth) => determined(truth === false));
}

/** The first arm whose condition is true; the last argument is what holds otherwise. */
export function choose(...parts: readonly (() => Result)[]): Result {
  let met = none;
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const condition = run(parts[i]);
    if (condition.status !== 'determined') return withFlags(met, condition);
    met = joinFlags(met, condition.flags);
    if (condition.value === true) return withFlags(met, run(parts[i + 1]));
  }
  return withFlags(met, run(parts.at(-1)));
}

function run(part: (() => Result) | undefined): Result {
  if (part === undefined) throw new TypeError('a part is missing');
  return part();
}
