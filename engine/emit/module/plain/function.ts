import { lower } from '../../../plain/lower.ts';
import { neededBy } from '../../../plain/always.ts';
import { raisesOf } from '../../../plain/raises.ts';
import { never, type Lowered, type Plain, type Slot } from '../../../plain/tree.ts';
import type { Program } from '../../../ir/program.ts';
import { newNames, type Names } from '../names.ts';
import {
  held,
  js,
  leave,
  leaveIf,
  mostLines,
  newBlock,
  printed,
  put,
  within,
  type At,
  type Before,
  type Block,
  type Line,
} from './block.ts';
import { number } from './numbers.ts';
import { isReadFirst, type SharedReads } from './shared.ts';
import { slotName } from './slots.ts';
import { truth, word } from './truths.ts';

/** A decision of plain cases as a function of whole numbers, truths and words; undefined for cases that are not plain. */
export interface PlainFunction {
  /** In the order of the arguments. */
  readonly slots: readonly Slot[];
  readonly value: Exclude<Plain, { is: 'never' }>;
  /** The flag of each bit that it may raise; none where it raises none and leaves those of the question before. */
  readonly flags: readonly string[];
  readonly text: string;
}

/** The function by its name in the module; undefined where no case is plain, or where it would be too long. `reader` names what reads a fact's texts. */
export function plainFunction(
  program: Program,
  decision: string,
  name: string,
  taken: Iterable<string>,
  reader: (slot: Slot) => string,
): PlainFunction | undefined {
  const tree = lower(program, [decision]);
  const [value] = tree.asked;
  if (value === undefined || value.is === 'never') return undefined;
  const named = [...taken];
  const raises = raisesOf(tree);
  const write = (once: ReadonlySet<number>, isBefore: (number: number) => boolean): Written =>
    written(tree, value, newNames(named), once, isBefore, (slot) => reader(tree.slots[slot] as Slot));
  // What is read in several places is worked out before all else at first; then it is known where each is read first.
  const { reads } = write(new Set(), () => true);
  const once = [...reads].filter(
    ([at, blocks]) => blocks.length > 1 && isReadFirst(blocks) && raises(tree.shared[at]?.value ?? never) === 0,
  );
  const isOnce = new Set(once.map(([at]) => at));
  const found = write(isOnce, (at) => !isOnce.has(at) && (reads.get(at)?.length ?? 0) > 1);
  if (found.lines === undefined) return undefined;
  const text = [`function ${name}(${found.parameters.join(', ')}) {`, ...printed(found.lines, 2), '}'].join('\n');
  return { slots: tree.slots, value, flags: raises(value) === 0 ? [] : tree.flags, text };
}

interface Written {
  readonly parameters: readonly string[];
  /** Undefined where it always leaves, or is too long. */
  readonly lines: readonly Line[] | undefined;
  readonly reads: SharedReads;
}

function written(
  tree: Lowered,
  value: Plain,
  names: Names,
  once: ReadonlySet<number>,
  isBefore: (number: number) => boolean,
  reader: (slot: number) => string,
): Written {
  const reads = new Map<number, readonly Block[]>();
  const before = new Map<number, Before>();
  const raises = raisesOf(tree);
  const flagged = raises(value) !== 0;
  const at: At = {
    block: newBlock(),
    flags: 'flags',
    leave: 'return undefined;',
    tree,
    printing: { number, truth },
    names,
    raises,
    needed: neededBy(tree),
    shared: { before, once, here: new Map(), reads },
    size: { lines: 0, temporaries: 0 },
    reader,
  };
  const parameters = tree.slots.map((_slot, i) => slotName(i, at));
  if (flagged) put(at, 'let flags = 0;');
  for (const [i, shared] of tree.shared.entries())
    if (shared.uses > 1 && !isSimple(shared.value) && isBefore(i))
      before.set(i, workedOutBefore(shared.value, names.name(`shared ${String(i)}`, `shared${String(i)}`), at));
  const result = resultOf(value, at);
  if (at.block.left || at.size.lines > mostLines) return { parameters, reads, lines: undefined };
  if (flagged) put(at, 'raised = flags;');
  put(at, `return ${result};`);
  return { parameters, reads, lines: at.block.lines };
}

/** What several places read, wherever the first of them is; where it leaves, only those leave that read it. */
function workedOutBefore(value: Plain, name: string, around: At): Before {
  const { names } = around;
  const named = (what: string): string => names.name(`${what} of ${name}`, `${name}_${what}`);
  const label = named('left');
  const flags = around.raises(value) !== 0 ? named('flags') : undefined;
  const at: At = { ...around, block: newBlock(around.block), leave: `break ${label};`, flags: flags ?? around.flags };
  const isNumber = value.is === 'number';
  put(around, `let ${name}${isNumber ? ' = NaN' : ''};`);
  if (flags !== undefined) put(around, `let ${flags} = 0;`);
  const ratio = isNumber ? number(value, at) : undefined;
  const below = ratio === undefined || ratio.below.text === '1' ? undefined : named('below');
  if (below !== undefined) put(around, `let ${below} = 1;`);
  if (value.is === 'never') leave(at);
  else put(at, `${name} = ${ratio?.units.text ?? wordOrTruth(value, at)};`);
  if (below !== undefined) put(at, `${below} = ${ratio?.below.text ?? '1'};`);
  put(around, `${label}: {`, at.block.lines, '}');
  return { name, ratio: ratio && { ...ratio, units: js(name), below: js(below ?? '1') }, flags };
}

/** Is it as short as the name that it would get? */
function isSimple(value: Plain): boolean {
  return value.is !== 'never' && /^(units|fact|truth|word|shared)$/.test(value.does.op);
}

function wordOrTruth(value: Plain, at: At): string {
  if (value.is === 'truth') return truth(value, at).text;
  return value.is === 'word' ? word(value, at).text : '';
}

/** A quotient is plain where it comes out even at its scale; −0 is 0. */
function resultOf(value: Plain, at: At): string {
  if (value.is !== 'number') return wordOrTruth(value, at);
  const { units, below, least, most } = number(value, at);
  if (below.text !== '1') leaveIf(`${held(below, at).text} !== 1`, at);
  return least < 0 || Object.is(least, -0) || Object.is(most, -0) ? `${within(units, 2)} + 0` : units.text;
}
