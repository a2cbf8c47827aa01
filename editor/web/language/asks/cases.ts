import { addCase, removeCase } from '../../../../engine/service/cases/change-cases.ts';
import { proposedCases } from '../../../../engine/service/cases/propose-cases.ts';
import { casesOf, explainCase } from '../../../../engine/service/cases/run-cases.ts';

/** What the Cases panel asks, and Try where it adds a case. */
export const casesAsks = {
  of: casesOf,
  explain: explainCase,
  propose: proposedCases,
  add: addCase,
  remove: removeCase,
} as const;
