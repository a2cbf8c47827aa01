import type { Workspace } from '../../../../engine/service/index.ts';
import type { CaseCoverage } from '../../../../engine/service/covered-by-cases.ts';
import type * as ByCases from '../../../../engine/service/covered-by-cases.ts';
import type { ClauseCoverage } from '../../../../engine/service/covered-clauses.ts';

const byCases = (): Promise<typeof ByCases> => import('../../../../engine/service/covered-by-cases.ts');

/** What the Coverage panel asks, of the worker in the background. */
export const coverageAsks = {
  clauses: async (workspace: Workspace, path: string): Promise<ClauseCoverage> =>
    (await import('../../../../engine/service/covered-clauses.ts')).coveredClauses(workspace, path),
  policies: async (workspace: Workspace): Promise<readonly string[]> => (await byCases()).policiesToCover(workspace),
  policyIn: async (workspace: Workspace, path: string): Promise<string | undefined> =>
    (await byCases()).policyIn(workspace, path),
  cases: async (workspace: Workspace, policy: string): Promise<CaseCoverage> =>
    (await byCases()).coveredByCases(workspace, policy),
} as const;
