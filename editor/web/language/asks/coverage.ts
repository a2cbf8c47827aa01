import { coveredByCases, policiesToCover, policyIn } from '../../../../engine/service/covered-by-cases.ts';
import { coveredClauses } from '../../../../engine/service/covered-clauses.ts';

/** What the Coverage panel asks, of the worker in the background. */
export const coverageAsks = {
  clauses: coveredClauses,
  policies: policiesToCover,
  policyIn,
  cases: coveredByCases,
} as const;
