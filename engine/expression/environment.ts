import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import type { Expr } from './ast.ts';

/** What a name in an expression stands for. */
export type Binding =
  | { readonly binds: 'fact'; readonly name: string; readonly type: Type }
  | { readonly binds: 'parameter'; readonly name: string; readonly type: Type; readonly keys: readonly Type[] }
  | {
      readonly binds: 'decision';
      readonly name: string;
      readonly type: Type;
      readonly takes: readonly Type[];
      /** Arguments that are passed on silently: inside a policy with `each` or `takes` its own outputs mean this element. */
      readonly passes: readonly Ir[];
      /** It has an `applies-when`, so that it may be read only through `when-applies`. */
      readonly conditional: boolean;
      /** Of a policy with `each`: the list it runs through, and the decision about one element. */
      readonly each?: { readonly over: Ir; readonly element: string };
    }
  | { readonly binds: 'local'; readonly id: string; readonly type: Type }
  /** Known, but broken: its own diagnostic says why. */
  | { readonly binds: 'broken' };

/** All that an expression's meaning depends on outside itself. */
export interface Environment {
  readonly currency: string;
  /** The scope whose posts are meant. */
  readonly scope: string;
  lookup(name: string): Binding | undefined;
  /** Would `lookup` find something? Asked without finding out its type, which may not be known yet. */
  knows(name: string): boolean;
  /** Names to suggest from when one is unknown. */
  names(): readonly string[];
  /** The id of a unit, from any of its forms. */
  unit(form: string): string | undefined;
  units(): readonly string[];
  enumeration(name: string): readonly string[] | undefined;
  posts(): readonly string[];
  /** `policy#id` of an interpretation of this policy, or of the handbook. */
  interpretation(id: string): string | undefined;
  interpretations(): readonly string[];
  gap(id: string): string | undefined;
  gaps(): readonly string[];
  readonly report: (diagnostic: Diagnostic) => void;
  /** A number that no other local of the policy has. */
  fresh(): number;
}

/** The environment together with the check itself, handed to the parts that recurse. */
export interface Checker {
  readonly env: Environment;
  check(expr: Expr, expected?: Type): Ir;
  /** The same with one more name. */
  within(name: string, binding: Binding): Checker;
}
