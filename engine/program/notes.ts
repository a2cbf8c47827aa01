import type { Diagnostic } from '../diagnostic/diagnostic.ts';

/** What reading the expressions of one policy told, and what it asked of the rest of the handbook: while it lasts, it grows. */
export interface Notes {
  readonly found: Diagnostic[];
  /** Files of which it reads something that means nothing there. */
  readonly touched: Set<string>;
  /** Files of which it reads facts, parameters and posts. */
  readonly files: Set<string>;
  /** Facts that it reads. */
  readonly facts: Set<string>;
  /** Every name that it asked for, with the names of all policies that might have had it. */
  readonly asked: Set<string>;
}

export const newNotes = (): Notes => ({
  found: [],
  touched: new Set(),
  files: new Set(),
  facts: new Set(),
  asked: new Set(),
});

/** Asked by whoever looks at all names, as suggestions do. No name contains a blank. */
export const anyName = 'any name';

/** Asked by whoever looks at a scope's posts. */
export const postsOf = (scope: string): string => `posts of ${scope}`;

/** Notes that the answer for a name counts; a decision's name may be one of every policy that it begins with. */
export function ask({ asked }: Notes, name: string): void {
  if (asked.has(name)) return;
  asked.add(name);
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) asked.add(name.slice(0, dot));
}
