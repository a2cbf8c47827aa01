import type { Texts } from '../../diagnostic/diagnostic.ts';
import { functions } from '../../ir/functions.ts';
import type { Decision, Fact, Gap, Interpretation, Parameter, PolicyHead } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import type { Register } from '../../kinds/documents/register.ts';
import type { Department, Post } from '../../kinds/organization/index.ts';
import type { Handbook } from '../../program/handbook.ts';
import type { Span } from '../../source/span.ts';
import { thingsOfDocuments } from './things-of-documents.ts';
import { thingsOfOrganizations } from './things-of-organizations.ts';
import { thingsOfPolicies } from './things-of-policies.ts';

/** What a name of the handbook stands for. `ats`: where it is declared, in the newest version first. */
export type Thing = { readonly name: string; readonly title?: Texts; readonly ats: readonly Span[] } & (
  | { readonly sort: 'fact'; readonly fact: Fact }
  | { readonly sort: 'decision' | 'definition'; readonly decision: Decision; readonly policy: string }
  | { readonly sort: 'parameter'; readonly parameter: Parameter }
  | { readonly sort: 'policy'; readonly head: PolicyHead }
  | { readonly sort: 'interpretation'; readonly interpretation: Interpretation }
  | { readonly sort: 'gap'; readonly gap: Gap }
  | { readonly sort: 'clause'; readonly clause: Register['clauses'][number] }
  | { readonly sort: 'post'; readonly scope: string; readonly post: Post }
  | { readonly sort: 'department'; readonly scope: string; readonly department: Department }
  | { readonly sort: 'member'; readonly enumeration: string }
  /** A worked example; `policy`: the first that it is of. */
  | { readonly sort: 'case'; readonly policy: string }
  | { readonly sort: 'scope' | 'source' | 'subject' | 'unit' | 'enumeration' | 'step' }
  | { readonly sort: 'function'; readonly signature: string; readonly doc: Texts; readonly example: string }
  /** A name that an expression or the policy's `each` binds. */
  | { readonly sort: 'element'; readonly type: Type | undefined }
);
export type Sort = Thing['sort'];

type By = ReadonlyMap<string, Thing>;
/** All things of a handbook, each sort by its full name, found when it is first asked for. */
export type Things = { readonly [Of in Exclude<Sort, 'element' | 'step'>]: () => By };

const known = new WeakMap<Handbook, Things>();

export function thingsOf(handbook: Handbook): Things {
  const before = known.get(handbook);
  if (before !== undefined) return before;
  const made = makeThings(handbook);
  known.set(handbook, made);
  return made;
}

/** What tells one thing from all others of its sort. */
export function idOf(thing: Thing): string {
  switch (thing.sort) {
    case 'member':
      return `${thing.enumeration}.${thing.name}`;
    case 'post':
    case 'department':
      return `${thing.scope}/${thing.name}`;
    case 'definition':
    case 'case':
      return `${thing.policy}:${thing.name}`;
    default:
      return thing.name;
  }
}

function makeThings(handbook: Handbook): Things {
  const { fact, clause, scope, source, subject, unit, enumeration, member, ...ofDocuments } =
    thingsOfDocuments(handbook);
  const { post, department } = thingsOfOrganizations(handbook);
  const { decision, definition, parameter, policy, interpretation, gap } = thingsOfPolicies(handbook);
  return {
    // Where two are declared at one place, the first wins (`declared.ts`).
    fact: once(fact),
    decision: once(decision),
    definition: once(definition),
    parameter: once(parameter),
    policy: once(policy),
    interpretation: once(interpretation),
    gap: once(gap),
    clause: once(clause),
    post: once(post),
    department: once(department),
    scope: once(scope),
    source: once(source),
    subject: once(subject),
    unit: once(unit),
    enumeration: once(enumeration),
    member: once(member),
    case: once(ofDocuments.case),
    function: once(functionThings),
  };
}

const functionThings = (): readonly Thing[] =>
  functions.map(({ name, signature, doc, example }) => ({
    sort: 'function',
    name,
    signature,
    doc,
    example: `${example.expression} → ${example.value}`,
    ats: [],
  }));

/** Versions of one thing become one thing; the newest says what it is. */
function once(make: () => readonly Thing[]): () => By {
  let made: Map<string, Thing> | undefined;
  return () => {
    if (made !== undefined) return made;
    made = new Map();
    for (const thing of make()) {
      const newer = made.get(idOf(thing));
      made.set(idOf(thing), newer === undefined ? thing : { ...newer, ats: [...newer.ats, ...thing.ats] });
    }
    return made;
  };
}
