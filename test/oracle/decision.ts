import type { Decision } from '../../engine/ir/program.ts';
import type { Place } from './place.ts';
import { failed, flagsOf, isFalse, undetermined, withFlags, type Result } from './result.ts';
import type { Thing } from './value.ts';

/** A decision with its arguments: what holds between the facts, whether it applies, then its body. */
export function answer(decision: Decision, args: readonly Thing[], from: Pick<Place, 'question' | 'evaluate'>): Result {
  const { question, evaluate } = from;
  const key = args.length === 0 ? decision.name : undefined;
  const known = key === undefined ? undefined : question.known.get(key);
  if (known !== undefined) return known;
  const locals = new Map(decision.takes.map(({ id }, i) => [id, args[i]!]));
  const result = workedOut(decision, { question, evaluate, decision, locals });
  if (key !== undefined) question.known.set(key, result);
  return result;
}

function workedOut(decision: Decision, place: Place): Result {
  const { body } = decision;
  if (body.is === 'blocked') return failed(body.diagnostic.code);
  if (body.is === 'no-version') return undetermined({ code: 'no-version' });
  for (const { that } of decision.requires) {
    const holds = place.evaluate(that, place);
    if (holds.status === 'error') return holds;
    if (isFalse(holds)) return failed('requires/failed');
  }
  const conditions: Result[] = [];
  for (const condition of decision.appliesWhen) {
    const applies = place.evaluate(condition, place);
    if (applies.status !== 'determined') return applies;
    conditions.push(applies);
    if (isFalse(applies)) return { status: 'not-applicable', flags: flagsOf(conditions) };
  }
  const result = withFlags(flagsOf(conditions), place.evaluate(body.ir, place));
  const broken = result.status === 'determined' ? invalidPart(result.value) : undefined;
  return broken === undefined ? result : failed(broken);
}

/** The code of the first part of the value that was given but cannot be used. */
function invalidPart(thing: Thing): string | undefined {
  switch (thing.is) {
    case 'invalid':
      return thing.code;
    case 'list':
      return thing.items.map(invalidPart).find((code) => code !== undefined);
    case 'record':
      return [...thing.fields.values()].map(invalidPart).find((code) => code !== undefined);
    default:
      return undefined;
  }
}
