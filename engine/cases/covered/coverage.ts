import type { Handbook } from '../../program/handbook.ts';
import type { Span } from '../../source/span.ts';
import type { Need, Part, Plan, Sort } from './part.ts';

/** So much of all. */
export interface Share {
  readonly covered: number;
  readonly of: number;
}
export type Counted = Sort | 'clause';

/** What cases that hold go through, of all that the policies consist of. */
export interface Coverage {
  readonly total: Readonly<Record<Counted, Share>>;
  /** In the order of their names. */
  readonly policies: readonly { readonly policy: string; readonly shares: Readonly<Record<Counted, Share>> }[];
  /** Policy by policy, in the order of their text; of a boundary only what is missing of it. */
  readonly missing: readonly Missing[];
}
export interface Missing extends Pick<Part, 'sort' | 'policy' | 'span' | 'text'> {
  readonly needs: readonly Need[];
}
interface MissingClause {
  readonly clause: string;
  readonly span: Span;
}

/** What cases that hold and are not recorded went through. */
interface Passed {
  readonly needs: ReadonlySet<number>;
  /** Clauses that the cases name, and those that the decisions they ask cite. */
  readonly clauses: ReadonlySet<string>;
}

export interface WholeCoverage extends Coverage {
  readonly clauses: readonly MissingClause[];
}

/** Counts what was passed of the policies that `isMeant` keeps; without it of the whole handbook, all its clauses among it. */
export function coverageOf(
  { parts }: Plan,
  handbook: Handbook,
  passed: Passed,
  isMeant?: (policy: string) => boolean,
): WholeCoverage {
  const cited = new Set([...passed.clauses, ...parts.filter(isPassed).flatMap(({ cites }) => cites)]);
  const policies = [...handbook.versions.keys()].filter((policy) => isMeant?.(policy) ?? true).sort();
  const executable = handbook.sources.registers.flatMap(({ value }) =>
    value.clauses.flatMap(({ id, form }) => (form === 'executable' ? [id] : [])),
  );
  const byPolicy = Map.groupBy(parts, ({ policy }) => policy);
  const own = policies.map((policy) => ({ policy, parts: byPolicy.get(policy) ?? [], clauses: citedBy(policy) }));
  const meant = isMeant === undefined ? undefined : new Set(own.flatMap(({ clauses }) => [...clauses]));
  const clauses = executable.filter(({ text }) => meant?.has(text) ?? true);
  return {
    total: shares(own.flatMap((each) => each.parts), clauses.map(({ text }) => text)), // prettier-ignore
    policies: own.map((each) => {
      const ids = executable.flatMap(({ text }) => (each.clauses.has(text) ? [text] : []));
      return { policy: each.policy, shares: shares(each.parts, ids) };
    }),
    missing: own.flatMap((each) =>
      each.parts
        .filter((part) => !isPassed(part))
        .map(left)
        .toSorted(inText),
    ),
    clauses: clauses.flatMap(({ text, span }) => (cited.has(text) ? [] : [{ clause: text, span }])),
  };

  function isPassed({ needs }: Part): boolean {
    return needs.every(({ number }) => passed.needs.has(number));
  }

  function left({ sort, policy, span, text, needs }: Part): Missing {
    return { sort, policy, span, text, needs: needs.filter(({ number }) => !passed.needs.has(number)) };
  }

  function shares(all: readonly Part[], ids: readonly string[]): Coverage['total'] {
    const share = (sort: Sort): Share => {
      const sorted = all.filter((part) => part.sort === sort);
      return { covered: sorted.filter(isPassed).length, of: sorted.length };
    };
    const clause = { covered: ids.filter((id) => cited.has(id)).length, of: ids.length };
    return { decision: share('decision'), row: share('row'), branch: share('branch'), boundary: share('boundary'), clause }; // prettier-ignore
  }

  /** The clauses that any version of the policy cites anywhere. */
  function citedBy(policy: string): ReadonlySet<string> {
    const versions = handbook.versions.get(policy) ?? [];
    return new Set([
      ...versions.flatMap(({ head, decisions }) => [...head.cites, ...decisions.flatMap(({ cites }) => cites)]),
      ...(byPolicy.get(policy) ?? []).flatMap(({ cites }) => cites),
    ]);
  }
}

function inText(a: Missing, b: Missing): number {
  return a.span.file === b.span.file ? a.span.start - b.span.start : a.span.file < b.span.file ? -1 : 1;
}
