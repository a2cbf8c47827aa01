import { addCase, casesOf, explainCase, proposedCases, removeCase } from '../../../../engine/service/index.ts';

/** What the Cases panel asks, and Try where it adds a case. */
export const casesAsks = {
  of: casesOf,
  explain: explainCase,
  propose: proposedCases,
  add: addCase,
  remove: removeCase,
} as const;
