import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Ir } from '../../ir/ir.ts';
import { areTyped } from '../../proof/domain.ts';
import { situations } from '../../proof/situations.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import type { ProcedurePolicy } from './index.ts';
import { procedureMessages as messages } from './messages.ts';

/** Steps that are always left out, since no facts make their condition true. What cannot be decided is not told: it may be meant so. */
export function neverOpen(
  { policy, steps }: ProcedurePolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
  { appliesWhen: holds, requires }: Conditions,
): readonly Diagnostic[] {
  const prefix = `${policy.text}.`;
  const inline = (decision: string): Ir | undefined =>
    decision.startsWith(prefix) ? lowered.get(decision.slice(prefix.length)) : undefined;
  return steps.flatMap(({ id, when }) => {
    const condition = when === undefined ? undefined : lastOf(lowered.get(`open/${id.text}`));
    if (when === undefined || condition?.type.is !== 'boolean' || !areTyped([condition])) return [];
    const ways = situations({ statements: [condition], holds, requires, inline }, context);
    if ('notDecided' in ways) return [];
    // What a gap leaves open may be decided some day; that a fact is missing decides nothing.
    const mayHold = ways.some(({ truths: [truth], isAbsent }) => truth === 'true' || (truth === 'open' && !isAbsent));
    return mayHold ? [] : [messages['never-open']({ id: id.text }, when.span)];
  });
}

/** A step is open when, last of all, its own condition is true. */
function lastOf(open: Ir | undefined): Ir | undefined {
  return open?.op === 'logic' ? open.right : undefined;
}
