import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Type } from '../../ir/type.ts';

/** What a name of the language stands for, as readers know it. */
export interface Named {
  /** Undefined where the author gave none: the name itself is shown. */
  readonly title?: Texts;
  readonly type?: Type;
  /** The page, and the place on it, that says more. */
  readonly href?: string;
  /** Of an element of a list: the fact that holds the list. */
  readonly elementOf?: string;
}

/** Names that mean something only inside an expression, a policy or an element of a list. */
export type Locals = ReadonlyMap<string, Named>;

/** Looks a dotted name up: whole, else as a field of what its beginning names. */
export function lookUp(name: string, find: (name: string) => Named | undefined): Named | undefined {
  const whole = find(name);
  const dot = name.lastIndexOf('.');
  if (whole !== undefined || dot < 0) return whole;
  const owner = lookUp(name.slice(0, dot), find);
  if (owner === undefined) return undefined;
  const field = name.slice(dot + 1);
  const title = owner.elementOf === undefined ? undefined : find(`${owner.elementOf}[].${field}`)?.title;
  const type = owner.type?.is === 'record' ? owner.type.fields[field] : undefined;
  return { ...(title === undefined ? {} : { title }), ...(type === undefined ? {} : { type }) };
}
