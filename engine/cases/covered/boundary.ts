import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Range } from '../../ir/ir.ts';
import { compareExact, type Exact } from '../../value/exact.ts';
import { printValue, type PrintWords } from '../../value/print.ts';
import { wordedCut, type CutPoint } from './cut-points.ts';
import type { Point } from './part.ts';
import { negated, positionOf, sum, valueAt, whole } from './position.ts';
import { stepsOf, type World } from './steps.ts';

/** A cut point with what cases must show of it: the value at the cut and the smallest unit to either side. */
export interface Boundary extends Pick<CutPoint, 'subject' | 'bound' | 'compared'> {
  readonly text: string;
  /** What is compared, and where: bounds of one group are seen together, since an earlier branch may decide next to a later one's. */
  readonly group: string;
  readonly inputs: readonly Texts[];
  readonly points: readonly Omit<Point, 'need'>[];
}

/** Sides that the fact's declared range leaves out are not asked for; values that come in a few sizes have no boundary. */
export function boundary(cut: CutPoint, policy: string, world: World, words: PrintWords): Boundary | undefined {
  const { subject, bound, compared, context, isPoint } = cut;
  const steps = stepsOf(subject, world);
  if (steps.is === 'discrete') return undefined;
  const within = steps.is === 'steps' ? { within: steps.step } : {};
  const at = bound.op === 'literal' ? positionOf(bound.value) : undefined;
  const offset = { exactly: whole(0), below: steps.is === 'steps' ? negated(steps.step) : undefined, above: steps.is === 'steps' ? steps.step : undefined }; // prettier-ignore
  const place = (side: Point['side']): Exact | undefined => {
    const by = offset[side];
    return at === undefined || by === undefined ? undefined : sum(at, by);
  };
  const sides = (['exactly', 'below', 'above'] as const).filter((side) => {
    if (isPoint && side !== 'exactly') return false;
    const position = place(side);
    return position === undefined || steps.is !== 'steps' || isInside(position, steps.range);
  });
  const [left, right] = wordedCut(cut, policy, words);
  const inputs = sides.map((side): Texts => {
    const position = place(side);
    const value = position === undefined ? undefined : valueAt(position, subject.type);
    const text = value === undefined ? `${left} ${sign[side]} ${right}` : `${left} = ${printValue(value, words)}`;
    return value !== undefined || side === 'exactly' || steps.is !== 'steps'
      ? { en: text, zh: text }
      : { en: `${text}, by the smallest unit`, zh: `${text}，只差最小单位` };
  });
  const of = at === undefined ? {} : { of: at };
  const points = sides.map((side) => (side === 'exactly' ? { side, ...of } : { side, ...of, ...within }));
  const text = `${left} | ${right}`;
  return { subject, bound, compared, text, group: `${left} | ${context}`, inputs, points };
}

const sign = { exactly: '=', below: '<', above: '>' } as const;

function isInside(position: Exact, range: Range | undefined): boolean {
  if (range?.range !== 'interval') return true;
  const { low, high } = range;
  const reaches = (end: typeof low, direction: 1 | -1): boolean => {
    const at = end?.at.op === 'literal' ? positionOf(end.at.value) : undefined;
    if (end === undefined || at === undefined) return true;
    const order = direction * compareExact(position, at);
    return order > 0 || (order === 0 && !end.open);
  };
  return reaches(low, 1) && reaches(high, -1);
}
