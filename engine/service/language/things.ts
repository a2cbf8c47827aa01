import type { Texts } from '../../diagnostic/diagnostic.ts';
import { functions } from '../../ir/functions.ts';
import type { Decision, Fact, Gap, Interpretation, Parameter, PolicyHead } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import type { Register } from '../../kinds/documents/register.ts';
import type { Department, Post } from '../../kinds/organization/index.ts';
import type { Handbook, Version } from '../../program/handbook.ts';
import { isOrganization } from '../../program/organizations.ts';
import type { Span } from '../../source/span.ts';

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
      return `${thing.policy}:${thing.name}`;
    default:
      return thing.name;
  }
}

function makeThings(handbook: Handbook): Things {
  const { sources } = handbook;
  const versions = [...handbook.versions.values()].flat();
  const vocabularies = sources.vocabularies.map(({ value }) => value);
  const scopes = sources.manifest?.value.scopes ?? [];
  return {
    fact: once(() =>
      Object.values(handbook.facts).map((fact) => ({
        sort: 'fact',
        name: fact.name,
        title: fact.title,
        fact,
        ats: [fact.origin],
      })),
    ),
    decision: once(() => versions.flatMap((version) => decisionsOf(version, false))),
    definition: once(() => versions.flatMap((version) => decisionsOf(version, true))),
    parameter: once(() =>
      versions.flatMap(({ parameters }) =>
        parameters.map((parameter) => ({
          sort: 'parameter',
          name: parameter.name,
          title: parameter.title,
          parameter,
          ats: [parameter.origin],
        })),
      ),
    ),
    policy: once(() =>
      versions.map(({ head, read }) => ({
        sort: 'policy',
        name: head.policy,
        title: head.title,
        head,
        ats: [read.policy.policy.span],
      })),
    ),
    interpretation: once(() =>
      [...handbook.conventions, ...versions.flatMap(({ interpretations }) => interpretations)].map(
        (interpretation) => ({
          sort: 'interpretation',
          name: interpretation.id,
          title: interpretation.answer,
          interpretation,
          ats: [interpretation.origin],
        }),
      ),
    ),
    gap: once(() =>
      versions.flatMap(({ gaps }) =>
        gaps.map((gap) => ({ sort: 'gap', name: gap.id, title: gap.says, gap, ats: [gap.origin] })),
      ),
    ),
    clause: once(() =>
      sources.registers.flatMap(({ value }) =>
        value.clauses.map((clause) => ({
          sort: 'clause',
          name: clause.id.text,
          title: clause.title,
          clause,
          ats: [clause.id.span],
        })),
      ),
    ),
    post: once(() =>
      organizationsOf(versions).flatMap(([scope, { posts }]) =>
        posts.map(({ key, value }) => ({
          sort: 'post',
          name: key.text,
          title: value.title,
          scope,
          post: value,
          ats: [key.span],
        })),
      ),
    ),
    department: once(() =>
      organizationsOf(versions).flatMap(([scope, { departments }]) =>
        departments.map(({ key, value }) => ({
          sort: 'department',
          name: key.text,
          title: value.title,
          scope,
          department: value,
          ats: [key.span],
        })),
      ),
    ),
    scope: once(() =>
      scopes.map(({ key, value }) => ({ sort: 'scope', name: key.text, title: value.title, ats: [key.span] })),
    ),
    source: once(() =>
      (sources.manifest?.value.sources ?? []).map(({ key, value }) => ({
        sort: 'source',
        name: key.text,
        title: value.title,
        ats: [key.span],
      })),
    ),
    subject: once(() =>
      vocabularies.flatMap(({ subjects = [] }) =>
        subjects.map(({ key, value }) => ({ sort: 'subject', name: key.text, title: value.title, ats: [key.span] })),
      ),
    ),
    unit: once(() =>
      vocabularies.flatMap(({ units = [] }) =>
        units.map(({ id, en, zh }) => ({
          sort: 'unit',
          name: id.text,
          title: { en: en.at(-1) ?? id.text, zh: zh[0] ?? id.text },
          ats: [id.span],
        })),
      ),
    ),
    enumeration: once(() =>
      vocabularies.flatMap(({ enumerations = [] }) =>
        enumerations.map(({ key }) => ({ sort: 'enumeration', name: key.text, ats: [key.span] })),
      ),
    ),
    member: once(() =>
      vocabularies.flatMap(({ enumerations = [] }) =>
        enumerations.flatMap(({ key: of, value }) =>
          value.map(({ key, value: title }) => ({
            sort: 'member',
            name: key.text,
            enumeration: of.text,
            title,
            ats: [key.span],
          })),
        ),
      ),
    ),
    function: once(() =>
      functions.map(({ name, signature, doc, example }) => ({
        sort: 'function',
        name,
        signature,
        doc,
        example: `${example.expression} → ${example.value}`,
        ats: [],
      })),
    ),
  };
}

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

const elementSuffix = '/each';

function decisionsOf({ head, decisions }: Version, hidden: boolean): readonly Thing[] {
  const prefix = `${head.policy}.`.length;
  const own = new Map<string, Decision>();
  for (const decision of decisions) {
    const isElement = decision.name.endsWith(elementSuffix);
    const name = isElement ? decision.name.slice(0, -elementSuffix.length) : decision.name;
    // A local definition under `each` exists only for an element; other outputs exist as a list as well.
    if (!isElement || !own.has(name)) own.set(name, decision);
  }
  return [...own]
    .filter(([name, decision]) => isDefinition(name, decision, decisions) === hidden)
    .map(([name, decision]) => ({
      sort: hidden ? 'definition' : 'decision',
      name: hidden ? name.slice(prefix) : name,
      title: decision.title,
      decision,
      policy: head.policy,
      ats: [decision.origin],
    }));
}

function isDefinition(name: string, decision: Decision, all: readonly Decision[]): boolean {
  return decision.hidden && !all.some((other) => other.name === name && !other.hidden);
}

function organizationsOf(versions: readonly Version[]): readonly (readonly [
  string,
  {
    readonly posts: readonly { key: Word; value: Post }[];
    readonly departments: readonly { key: Word; value: Department }[];
  },
])[] {
  return versions.flatMap(({ read: { policy } }) =>
    isOrganization(policy) && policy.scope !== undefined ? [[policy.scope.text, policy] as const] : [],
  );
}
interface Word {
  readonly text: string;
  readonly span: Span;
}
