import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';
import type { Ir, Range } from './ir.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

/** A day beyond all knowledge: everything that the files hold counts as published by then. */
export const everything = '9999-12-31';

/**
 * A handbook cut to one instant (`at`, as published by `known`) and linked: what the evaluators read. Plain JSON.
 * Every decision that any version knows stands here; one without a version in force is `absent`.
 */
export interface Program {
  readonly handbook: string;
  readonly revision: number;
  readonly at: string;
  readonly known: string;
  readonly currency: string;
  /** Decimals that money is printed with: those of the manifest's rounding step. */
  readonly moneyDecimals: number;
  readonly units: Readonly<Record<string, Unit>>;
  readonly enumerations: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly interpretations: Readonly<Record<string, Interpretation>>;
  readonly gaps: Readonly<Record<string, Gap>>;
  readonly contradictions: readonly Contradiction[];
  /** Per scope, what organization functions read. */
  readonly organizations: Readonly<Record<string, Organization>>;
  readonly policies: Readonly<Record<string, PolicyHead>>;
  readonly decisions: Readonly<Record<string, Decision>>;
}

export interface Unit {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly whole: boolean;
}

export interface Fact {
  readonly name: string;
  readonly type: Type;
  readonly title: Texts;
  readonly alias: readonly string[];
  readonly subject?: string;
  /** Bounds are literals. */
  readonly range?: Range;
  /** Most decimals after the point as people write the value (`30.25%` has two), 0 for whole ones; more are refused at input. */
  readonly scale?: number;
  readonly closed: boolean;
  /** How the fact follows from others when the caller does not give it. */
  readonly orFrom?: Ir;
  /** Of a list fact: what holds for the fields of an element. */
  readonly fields?: Readonly<Record<string, FieldRule>>;
  readonly origin: Span;
}
export interface FieldRule {
  readonly type: Type;
  readonly range?: Range;
  readonly scale?: number;
  readonly closed: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly title: Texts;
  readonly owner: string;
  readonly scope: string;
  readonly range?: Range;
  readonly scale?: number;
  readonly keys: readonly Type[];
  /** Unset when missing. A keyed parameter has entries instead: keys as text, outermost first. */
  readonly value?: Value;
  readonly entries?: readonly {
    readonly keys: readonly string[];
    readonly value: Value;
  }[];
  readonly origin: Span;
}

export type About = 'convention' | 'doubt' | 'fills' | 'chooses';
export interface Interpretation {
  /** `policy#id`; conventions of the manifest are `handbook#id`. */
  readonly id: string;
  readonly about: About;
  readonly clauses: readonly string[];
  readonly question: Texts;
  readonly answer: Texts;
  readonly status: 'proposed' | { readonly by: string; readonly date: string };
  readonly origin: Span;
}
export interface Gap {
  readonly id: string;
  readonly clause?: string;
  readonly says: Texts;
  readonly origin: Span;
}

export interface Organization {
  /** Superior: a post, `none` at the top, or the gap that leaves it open (`policy#id`). */
  readonly posts: Readonly<
    Record<
      string,
      {
        readonly superior: { readonly post: string } | { readonly gap: string } | 'none';
        readonly department: string;
      }
    >
  >;
}

/** Parts of the handbook say different things. Each holds in its own scope, and nobody merged them. */
export interface Contradiction {
  readonly id: string;
  readonly says: Texts;
  /** Two or more, of policies that are in force and cite the clause. */
  readonly sides: readonly Side[];
}
export interface Side {
  readonly policy: string;
  readonly clause: string;
}

export interface PolicyHead {
  readonly policy: string;
  readonly kind: string;
  readonly version: number;
  readonly from: string;
  readonly to?: string;
  readonly published: string;
  readonly title: Texts;
  readonly cites: readonly string[];
  readonly scope?: string;
  readonly owner?: string;
  readonly period?: 'month';
  readonly split?: 'days';
  readonly periodRule?: 'end';
  readonly because?: Texts;
  readonly file: string;
}

export interface Decision {
  readonly name: string;
  readonly policy: string;
  readonly version: number;
  readonly title: Texts;
  /** The decision's own citations, or its policy's. */
  readonly cites: readonly string[];
  readonly type: Type;
  /** A local definition: named for explanations, not seen from outside, never rounded. */
  readonly hidden: boolean;
  /** Arguments asked with `on`; `id`s are the locals of the body. */
  readonly takes: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: Type;
  }[];
  /** False: not-applicable; of the policy and of the decision, in this order. */
  readonly appliesWhen: readonly Ir[];
  /** Conditions between facts; false is the error `requires/failed` (semantics 2.8). */
  readonly requires: readonly {
    readonly that: Ir;
    readonly says: Texts;
    /** Not written in the policy: the kind adds it, also where the facts can never break it. */
    readonly byKind?: true;
  }[];
  readonly body: Body;
  /** What the policy promises of its values, which proofs hold it to: bounds are literals. No evaluator reads it. */
  readonly range?: Range;
  /** The value never falls (`up`) or never rises (`down`) when the fact rises and the others that are given stay. */
  readonly monotone?: readonly {
    readonly fact: string;
    readonly direction: 'up' | 'down';
    readonly origin: Span;
  }[];
  /** For the same facts the value is never below (`at-least`) or above (`at-most`) what this comes to, where both have a value. */
  readonly limits?: readonly {
    readonly side: 'at-least' | 'at-most';
    readonly of: Ir;
    /** As the author wrote it. */
    readonly text: string;
  }[];
  readonly origin: Span;
}
export type Body =
  | { readonly is: 'ir'; readonly ir: Ir }
  /** A blocking diagnostic: the decision is `error` with its code. */
  | { readonly is: 'blocked'; readonly diagnostic: Diagnostic }
  /** No version of the policy is in force on the date. */
  | { readonly is: 'no-version' };
