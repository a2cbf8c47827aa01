import type { Lowered, Plain, PlainNumber, PlainTruth } from '../../../plain/tree.ts';
import type { Names } from '../names.ts';
import type { Ratio } from './ratio.ts';

/** A line of code, or lines that stand one step further in. */
export type Line = string | readonly Line[];

/** What has been worked out: its name, its bounds if it is a number, and where its flags are if nobody has them yet. */
export interface Before {
  readonly name: string;
  readonly ratio: Ratio | undefined;
  readonly flags: string | undefined;
}

/** Lines that run one after another, and what is known in all that follow in them and in the blocks within. */
export interface Block {
  readonly lines: Line[];
  readonly known: Set<string>;
  readonly around: Block | undefined;
  /** What follows can never be reached. */
  left: boolean;
}

/** How shared values are named, by their numbers. */
interface SharedNames {
  /** Worked out before all else. */
  readonly before: Map<number, Before>;
  /** To be worked out where they are read first, and those that were. */
  readonly once: ReadonlySet<number>;
  readonly here: Map<number, Before>;
  readonly reads: Map<number, readonly Block[]>;
}

/** What prints a node inside another one, wherever that stands. */
interface Printing {
  readonly number: (node: PlainNumber, at: At) => Ratio;
  readonly truth: (node: PlainTruth, at: At) => Js;
}

/** Where code stands: its lines, what its flags are gathered in, and how a case that is not plain gets out of it. */
export interface At {
  readonly block: Block;
  readonly flags: string;
  readonly leave: string;
  readonly tree: Lowered;
  readonly printing: Printing;
  readonly names: Names;
  /** The flags that a node can raise, and the slots without which it is not determined. */
  readonly raises: (node: Plain) => number;
  readonly needed: (node: Plain) => ReadonlySet<number>;
  /** What was worked out before all else, by its number among what is shared. */
  readonly shared: SharedNames;
  readonly size: { lines: number; temporaries: number };
  /** What reads the texts of a slot's fact, by its name in the module. */
  readonly reader: (slot: number) => string;
}

/** More lines than anybody reads in one function, and more branches than a parser likes one in another: beyond them it leaves. */
export const mostLines = 600;
export const mostBranches = 100;

export function newBlock(around?: Block): Block {
  return { lines: [], known: new Set(), around, left: false };
}

export function inBlock(at: At): At {
  return { ...at, block: newBlock(at.block) };
}

export function put({ block, size }: At, ...lines: readonly Line[]): void {
  if (block.left) return;
  size.lines += lines.flat().length;
  block.lines.push(...lines);
}

/** A case that is not plain gets out here, if the condition holds. */
export function leaveIf(condition: string, at: At): void {
  if (condition === '!true') return;
  if (condition === '!false') leave(at);
  else put(at, `if (${condition}) ${at.leave}`);
}

/** A case that comes here is not plain. */
export function leave(at: At): void {
  put(at, at.leave);
  at.block.left = true;
}

/** Is it known already where the block stands? It is from now on. */
export function isKnown(what: string, { block }: At): boolean {
  for (let one: Block | undefined = block; one !== undefined; one = one.around) if (one.known.has(what)) return true;
  block.known.add(what);
  return false;
}

/** JavaScript with how tightly it holds together: 0 a name or number, 1 a product, 2 a sum, 3 a comparison, 4 `&&`, 5 `||`, 6 `? :`. */
export interface Js {
  readonly text: string;
  readonly rank: number;
}

export const js = (text: string, rank = 0): Js => ({ text, rank });

/** As it stands among what holds together as tightly as `rank`. */
export function within({ text, rank }: Js, most: number): string {
  return rank <= most ? text : `(${text})`;
}

export function unitsJs(units: number): Js {
  return js(String(units), units < 0 ? 1 : 0);
}

/** A name for the value, which is used more than once. */
export function held(value: Js, at: At, wanted = 'n'): Js {
  if (/^[\p{L}\p{N}_.]+$/u.test(value.text)) return value;
  const name = temporary(at, wanted);
  put(at, `const ${name} = ${value.text};`);
  return js(name);
}

export function temporary({ size, names }: At, wanted: string): string {
  size.temporaries += 1;
  return names.name(`temporary ${String(size.temporaries)}`, `${wanted}${String(size.temporaries)}`);
}

/** `if (condition) { … } else { … }`; a block without lines is left out. */
export function ifElse(condition: Js, then: readonly Line[], otherwise: readonly Line[], at: At): void {
  if (then.length === 0 && otherwise.length === 0) return;
  if (then.length === 0) {
    put(at, `if (${negated(condition).text}) {`, otherwise, '}');
    return;
  }
  const [first, ...rest] = otherwise;
  const isChain = typeof first === 'string' && first.startsWith('if (') && rest.every((line) => isElse(line));
  if (otherwise.length === 0) put(at, `if (${condition.text}) {`, then, '}');
  else if (isChain) put(at, `if (${condition.text}) {`, then, `} else ${first}`, ...rest);
  else put(at, `if (${condition.text}) {`, then, '} else {', otherwise, '}');
}

/** Does the line belong to an `if` that begins before it? */
const isElse = (line: Line): boolean => typeof line !== 'string' || line.startsWith('}');

export function negated(condition: Js): Js {
  return js(`!${within(condition, 0)}`, 0);
}

/** The lines as text. */
export function printed(lines: readonly Line[], indent: number): readonly string[] {
  return lines.flatMap((line) => (typeof line === 'string' ? [' '.repeat(indent) + line] : printed(line, indent + 2)));
}
