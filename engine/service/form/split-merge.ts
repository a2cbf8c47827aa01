import type { Address, FormEdit, Refusal } from './form.ts';
import { compareWritten, printStretch, stretchOf, valueOf, type Stretch } from './bounds.ts';
import { copied } from './copied.ts';
import type { Fresh } from './fresh.ts';
import { leafOf } from './located.ts';
import { insert, placeIn, remove, setScalars } from './primitives.ts';
import { refusals } from './refusals.ts';
import type { State, Stepper } from './state.ts';
import { typedText, type Typing } from './typed.ts';
import { doubtOf } from './typed-fault.ts';

type Split = Extract<FormEdit, { edit: 'split-row' }>;
type Merge = Extract<FormEdit, { edit: 'merge-rows' }>;

/**
 * Cuts a row's stretch of a scale in two at a bound that lies inside it: both rows together cover what the one did, no more
 * and no less, and say the same until somebody changes one. The lower row keeps the bound where the row's own brackets
 * keep their higher end and not the lower one; else the higher row has it.
 */
export function splitSteps(
  state: State,
  { at, row, under, text }: Split,
  typing: Typing,
): readonly Stepper[] | Refusal {
  const whole = stretchAt(state, [...at, row, under]);
  const node = placeIn(state, [...at, row])?.node;
  if (whole === undefined || node?.yaml !== 'map') return refusals.noStretch;
  const { schema, written, stretch } = whole;
  const doubt = doubtOf(text, schema, typing);
  if (doubt !== undefined) return { refused: doubt.says, instead: doubt.instead };
  const bound = valueOf(typedText(text, schema, typing));
  if (bound === undefined) return refusals.noBound(text, written);
  const { low, high } = stretch;
  const order = [low === undefined ? -1 : compareWritten(low.at, bound), high && compareWritten(bound, high.at)];
  if (order.some((sign, index) => sign === undefined && (index === 0 || high !== undefined)))
    return refusals.otherUnit(text, written);
  if (order.some((sign) => sign !== undefined && sign >= 0)) return refusals.boundOutside(text, written);
  const lowerHasIt = high === undefined ? low?.open === true : !high.open && low?.open !== false;
  const lower = { ...stretch, high: { at: bound, open: !lowerHasIt } };
  const higher = { ...stretch, low: { at: bound, open: lowerHasIt } };
  const [first, second] = isFalling(state, at, row, under) ? [higher, lower] : [lower, higher];
  const fresh = withLeaf(copied(state, [...at, row], node), under, printStretch(second));
  return [setting([...at, row, under], printStretch(first)), (now) => insert(now, [...at, row + 1], fresh, row + 1)];
}

/** Makes one row of two neighbours: it covers both and what lies between them, and says what the one that is kept said. */
export function mergeSteps(state: State, { at, row, under, keep }: Merge): readonly Stepper[] | Refusal {
  const [first, second] = [stretchAt(state, [...at, row, under]), stretchAt(state, [...at, row + 1, under])];
  if (first === undefined || second === undefined) return refusals.noStretch;
  if (!otherConditionsAgree(state, at, row, under)) return refusals.otherConditions;
  const together = unionOf(first.stretch, second.stretch);
  if (together === undefined) return refusals.notOrdered(first.written, second.written);
  const [kept, gone] = keep === 'first' ? [row, row + 1] : [row + 1, row];
  return [setting([...at, kept, under], printStretch(together)), (now) => remove(now, [...at, gone])];
}

const setting =
  (at: Address, text: string): Stepper =>
  (now) => {
    const place = placeIn(now, at);
    return place === undefined ? refusals.nowhere : setScalars(now, [{ place, text }]);
  };

interface Written {
  readonly schema: ReturnType<typeof leafOf>;
  readonly written: string;
  readonly stretch: Stretch;
}

function stretchAt(state: State, at: Address): Written | undefined {
  const place = placeIn(state, at);
  if (place?.node?.yaml !== 'scalar') return undefined;
  const { text } = place.node;
  const stretch = stretchOf(text);
  return stretch === undefined ? undefined : { schema: leafOf(place.schema), written: text, stretch };
}

/** Whether the rows go from high to low, as far as the row and a neighbour tell. */
function isFalling(state: State, at: Address, row: number, under: string): boolean {
  const stretches = [row - 1, row, row + 1].map((one) => stretchAt(state, [...at, one, under])?.stretch);
  const pairs = [stretches.slice(0, 2), stretches.slice(1)];
  return pairs.some(([a, b]) => {
    if (a === undefined || b === undefined) return false;
    const sign = a.low && b.high ? compareWritten(b.high.at, a.low.at) : undefined;
    return sign !== undefined && sign <= 0;
  });
}

/** From the lower of the low ends to the higher of the high ones. */
function unionOf(a: Stretch, b: Stretch): Stretch | undefined {
  const low = outer(a.low, b.low, -1);
  const high = outer(a.high, b.high, 1);
  if (low === 'unknown' || high === 'unknown') return undefined;
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function outer(a: Stretch['low'], b: Stretch['low'], outwards: 1 | -1): Stretch['low'] | 'unknown' {
  if (a === undefined || b === undefined) return undefined;
  const sign = compareWritten(a.at, b.at);
  if (sign === undefined) return 'unknown';
  if (sign === 0) return a.open ? b : a;
  return sign * outwards > 0 ? a : b;
}

/** In a table with several conditions two rows are one only where the others are the same. */
function otherConditionsAgree(state: State, at: Address, row: number, under: string): boolean {
  const node = placeIn(state, at)?.node;
  if (node?.yaml !== 'list') return false;
  const conditions = [row, row + 1].map((index) => {
    const item = node.items[index];
    return item?.yaml !== 'map'
      ? []
      : item.entries
          .filter(({ key }) => key.text !== under && isCondition(state, [...at, index, key.text]))
          .map(({ key, value }) => `${key.text} ${value.yaml === 'scalar' ? value.text : ''}`)
          .toSorted();
  });
  return JSON.stringify(conditions[0]) === JSON.stringify(conditions[1]);
}

function isCondition({ file, root, ...state }: State, at: Address): boolean {
  const place = placeIn({ file, root, ...state }, at);
  const columns = root.entries.find(({ key }) => key.text === 'columns')?.value;
  const names = columns?.yaml === 'map' ? columns.entries.map(({ key }) => key.text) : [];
  return place !== undefined && names.includes(String(at.at(-1)));
}

function withLeaf(fresh: Fresh, key: string, text: string): Fresh {
  if (fresh.is !== 'map') return fresh;
  return {
    is: 'map',
    entries: fresh.entries.map(([name, value]) =>
      name === key && value.is === 'leaf' ? [name, { ...value, text }] : [name, value],
    ),
  };
}
