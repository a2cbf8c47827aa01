import type { Counted, Missing, Share, WholeCoverage } from '../../cases/covered/coverage.ts';
import { counted } from '../../cases/covered/counted.ts';

/** How much of all cases go through, before and after, and what of it changed. */
export interface CoverageChange {
  readonly total: Readonly<Record<Counted, { readonly before: Share; readonly after: Share }>>;
  /** Policies whose shares changed. */
  readonly policies: readonly {
    readonly policy: string;
    readonly shares: Readonly<Record<Counted, { readonly before: Share; readonly after: Share }>>;
  }[];
  /** Parts that no case goes through, and that the base did not have or had covered. */
  readonly lost: readonly Missing[];
  /** Parts that cases go through now and did not before, or that are gone. */
  readonly gained: readonly Missing[];
}

const none: Share = { covered: 0, of: 0 };

type Shares = Readonly<Record<Counted, Share>>;

export function coverageChange(before: WholeCoverage, after: WholeCoverage): CoverageChange {
  const [old, now] = [sharesOf(before), sharesOf(after)];
  const key = ({ policy, sort, text }: Missing): string => `${policy} ${sort} ${text}`;
  const [were, are] = [new Set(before.missing.map(key)), new Set(after.missing.map(key))];
  return {
    total: both(before.total, after.total),
    policies: [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((policy) => {
      const shares = both(old.get(policy), now.get(policy));
      return counted.every((sort) => isSame(shares[sort])) ? [] : [{ policy, shares }];
    }),
    lost: after.missing.filter((one) => !were.has(key(one))),
    gained: before.missing.filter((one) => !are.has(key(one))),
  };
}

const sharesOf = ({ policies }: WholeCoverage): ReadonlyMap<string, Shares> =>
  new Map(policies.map(({ policy, shares }) => [policy, shares]));

function both(before: Shares | undefined, after: Shares | undefined): CoverageChange['total'] {
  const of = (sort: Counted): { readonly before: Share; readonly after: Share } => ({
    before: before?.[sort] ?? none,
    after: after?.[sort] ?? none,
  });
  return {
    decision: of('decision'),
    row: of('row'),
    branch: of('branch'),
    boundary: of('boundary'),
    clause: of('clause'),
  };
}

/** Did a share change? */
export function isSame({ before, after }: { readonly before: Share; readonly after: Share }): boolean {
  return before.covered === after.covered && before.of === after.of;
}
