import type { ChangeInWords, PolicyInWords } from '../../../engine/service/index.ts';

/** Whether a change touches what held, which no proposal may. */
export const isRefusedInForce = ({ change }: Pick<PolicyInWords, 'change'>): boolean =>
  change === 'edited-in-force' || change === 'removed-in-force';

/** Where what stands in the way of a proposal is told: under what changes, among the checks, or at both places. */
export type Refusal = 'byChange' | 'byErrors' | 'byBoth';

/** Why a change would not be accepted as it stands; undefined where it would be. */
export function refusalOf({ policies, shared, newFindings, refused }: ChangeInWords): Refusal | undefined {
  if (!refused) return undefined;
  const isChange = policies.some(isRefusedInForce) || shared.some((one) => one.refused);
  const isError = newFindings.some(({ severity }) => severity === 'error');
  if (isChange) return isError ? 'byBoth' : 'byChange';
  return 'byErrors';
}
