import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Checker } from '../expression/environment.ts';
import type { Cell, Expr } from '../expression/ast.ts';
import type { Ir } from '../ir/ir.ts';
import type { Fact, Parameter } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Entry, Shape, Word } from '../shape/schema.ts';
import type { PrintWords } from '../value/print.ts';
import type { Head, Rounding } from './head.ts';

/**
 * One kind of policy: which shape its file has, which decisions it computes, and what it checks beyond what all policies
 * are checked for. A kind knows its own folder and what lies below it, never another kind.
 */
export interface Kind<Policy extends Head = Head> {
  readonly name: string;
  readonly title: Texts;
  readonly schema: Shape<Policy>;
  declare(policy: Policy): Declaration;
}

/** What a policy brings, before its expressions are checked. */
export interface Declaration {
  /** Facts that the policy declares itself because its own lines already say all about them. */
  readonly facts: readonly Fact[];
  readonly outputs: readonly Output[];
  /** Of a policy about something that goes on for a while: has it begun, and on which day? Its first day's version holds until it ends. */
  readonly began?: { readonly isRunning: Ir; readonly day: Ir };
  /** The kind's own checks, over what its outputs were lowered to (by the output's name). */
  check(lowered: ReadonlyMap<string, Ir>, context: CheckContext, conditions: Conditions): readonly Diagnostic[];
}

/** What must hold before any decision of the policy says something. */
export interface Conditions {
  readonly appliesWhen: readonly Ir[];
  readonly requires: readonly Ir[];
}

/** What a kind's own checks may ask about the rest of the handbook. */
export interface CheckContext {
  fact(name: string): Fact | undefined;
  members(enumeration: string): readonly string[];
  /** The parameter as each version of its policy has it. */
  parameters(name: string): readonly Parameter[];
  /** Is this the full name of a decision, or might it be one of a policy that cannot be read? */
  decides(name: string): boolean;
  decisionNames(): readonly string[];
  /** The posts of a scope's organization; none where it is not known. */
  posts(scope: string): readonly string[];
  /** The scopes whose organization has such a post. */
  scopesOf(post: string): readonly string[];
  /** What values and ranges are printed with, so that a gap reads here as in the evaluator's reason. */
  readonly words: PrintWords;
  /** The policy's file as it stands, for mends that add or take away lines. */
  readonly text: string;
}

/** One decision, or one local definition (`hidden`), that can say what it is lowered to. */
export interface Output {
  readonly name: Word;
  readonly title?: Texts;
  readonly cites: readonly Word[];
  readonly hidden: boolean;
  /** The declared type: a word of the type language (`money`, an enumeration); else the body tells. */
  readonly type?: Word;
  /** The declared type is that of single items; the body makes a list of them. */
  readonly typesItems?: boolean;
  readonly round?: Rounding;
  readonly appliesWhen?: Expr;
  /** Promises of the values, which are proved and not enforced. */
  readonly range?: Cell;
  readonly monotone?: readonly Entry<'up' | 'down'>[];
  readonly 'at-least'?: Expr;
  readonly 'at-most'?: Expr;
  /** It is there only where these other outputs are all about one thing (semantics 2.5); else nobody can ask for it. */
  readonly together?: readonly string[];
  /** Arguments asked with `on`, beside those that the policy's `each` adds. */
  readonly takes?: readonly { readonly name: Word; readonly type: Word }[];
  /** What must hold between facts beside the policy's own `requires`. */
  requires?(lowering: Lowering): readonly Requirement[];
  lower(lowering: Lowering): Ir;
}

/** A condition between facts; false is the error `requires/failed` with this text (semantics 2.8). */
export interface Requirement {
  readonly that: Ir;
  readonly says: Texts;
}

/** What lowering an output may ask for. */
export interface Lowering {
  readonly checker: Checker;
  /** The declared type, when there is one. */
  readonly expected: Type | undefined;
  /** Reads another output or definition of the same policy. */
  readonly read: (output: string, place: Word) => Ir;
}

/** Erases the kind's own policy type, so that kinds of all shapes stand in one list. */
export function defineKind<Policy extends Head>(kind: Kind<Policy>): Kind {
  return kind;
}
