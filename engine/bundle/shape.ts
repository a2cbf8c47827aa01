import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';

/**
 * How a piece of a program stands in a bundle, said once for both directions, so that writing and reading cannot drift apart.
 * Reading takes nothing for granted: what does not fit is a `Misfit`.
 */
export interface Shape<T> {
  readonly write: (value: T, out: Writer) => unknown;
  readonly read: (raw: unknown, from: Reader) => T;
}

/** Types and nodes stand once in tables of their section; others name them by number. */
export interface Writer {
  readonly file: string;
  readonly type: (type: Type) => number;
  readonly node: (node: Ir) => number;
}
export interface Reader {
  /** The file that places without one are in. */
  readonly file: string;
  readonly types: readonly Type[];
  readonly nodes: readonly Ir[];
  /** Where reading stands: names and numbers from the section's top. */
  readonly path: (string | number)[];
}

/** What does not fit. Thrown and caught within this folder only; nobody outside sees it. */
export interface Misfit {
  readonly misfit: Texts;
}

/** Throws, so that reading stops at the first thing that does not fit; the path says where. */
export function misfit(en: string, zh: string): never {
  const found: Misfit = { misfit: { en, zh } };
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- no error of the program; caught by the reader of the section
  throw found;
}

export const isMisfit = (error: unknown): error is Misfit =>
  typeof error === 'object' && error !== null && 'misfit' in error;

const deepest = 60;

/** Reads a part with its name on the path while it lasts. */
export function readIn<T>(step: string | number, shape: Shape<T>, raw: unknown, from: Reader): T {
  const { path } = from;
  if (path.length >= deepest) misfit('something less deep', '较浅的结构');
  path.push(step);
  const value = shape.read(raw, from);
  path.pop();
  return value;
}

const same = <T>(value: T): T => value;

export const word: Shape<string> = {
  write: same,
  read: (raw) => (typeof raw === 'string' ? raw : misfit('a text', '文本')),
};
export const flag: Shape<boolean> = {
  write: same,
  read: (raw) => (typeof raw === 'boolean' ? raw : misfit('true or false', 'true 或 false')),
};
/** A whole number from 0 on: a version, a place, a number of things. */
export const count: Shape<number> = {
  write: same,
  read: (raw) =>
    typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0
      ? raw
      : misfit('a whole number from 0 on', '不小于 0 的整数'),
};

export function oneOf<const Word extends string>(...words: readonly Word[]): Shape<Word> {
  return {
    write: same,
    read: (raw) => words.find((one) => one === raw) ?? misfit(words.join(' or '), words.join(' 或 ')),
  };
}

/** A text that a test accepts. */
export function text(fits: (text: string) => boolean, en: string, zh: string): Shape<string> {
  return { write: same, read: (raw) => (typeof raw === 'string' && fits(raw) ? raw : misfit(en, zh)) };
}

export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return {
    write: (values, out) => values.map((value) => of.write(value, out)),
    read: (raw, from) => rawList(raw).map((item, i) => readIn(i, of, item, from)),
  };
}

/** Names that authors give with what they stand for, as pairs: no name can then be taken for a key, and their order stays. */
export function names<T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    write: (values, out) => Object.entries(values).map(([name, value]) => [name, of.write(value, out)]),
    read: (raw, from) => {
      const pairs = rawList(raw).map((pair): readonly [string, T] => {
        const [name, value, ...more]: readonly unknown[] = rawList(pair);
        if (typeof name !== 'string' || more.length > 0) return misfit('pairs of a name and a value', '名称与值的配对');
        if (name === '__proto__') return misfit('another name', '别的名称');
        return [name, readIn(name, of, value, from)];
      });
      const found = new Map(pairs);
      if (found.size !== pairs.length) return misfit('names that stand once', '不重复的名称');
      return Object.fromEntries(found);
    },
  };
}

export function rawList(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : misfit('a list', '列表');
}
