import type { Diff } from '../review/diff/report.ts';
import type { Stretch } from '../review/diff/states.ts';
import { decisionsToTry, stretchToTry } from '../review/effect/affected.ts';
import type { Effect } from '../review/effect/effect.ts';
import { holdAgainst } from '../review/effect/gates.ts';
import type { EffectSection } from '../review/effect/section.ts';
import { momentIn } from './handbook.ts';
import { tryPopulation } from './population.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';

export interface Tried {
  readonly effect: EffectSection;
  /** A gate failed, a row was in error, or no row had a value. */
  readonly failed: boolean;
  /** The same without the gates: the effect does not tell all. */
  readonly isUnanswered: boolean;
}

/**
 * The effect of a change on the population of `--population`, held against the manifests of both sides. `wanted` names the
 * decisions; without one it is those that come out differently.
 */
export async function effectOn(
  call: Call,
  stretches: readonly Stretch[],
  diff: Diff,
  wanted: readonly string[],
): Promise<Tried | Refusal> {
  const zone = stretches.at(-1)?.after.handbook.manifest?.['time-zone'].text;
  const { at: _1, period: _2, ...options } = call.options;
  const today = momentIn({ ...call, options }, zone);
  if (isRefusal(today)) return today;
  const { stretch, others } = stretchToTry(stretches, diff, today.at, call.options.known);
  const { before, after } = stretch;
  if (others.length > 0)
    remark(call, {
      en: `The population is tried on ${stretch.after.day}; other changes begin on ${others.join(', ')} (--at names another day).`,
      zh: `人群表按 ${stretch.after.day} 试算；自 ${others.join('、')} 起另有变化（可用 --at 指明其他日期）。`,
    });
  const tried = await tryPopulation(call, stretch, wanted.length > 0, (given) => {
    const affected = decisionsToTry(diff, stretch, given);
    if (wanted.length === 0) return affected;
    const policies = [before, after].flatMap(({ handbook }) => [...handbook.versions.keys()]);
    return wanted.flatMap((name) =>
      policies.includes(name) ? affected.filter((decision) => decision.startsWith(`${name}.`)) : [name],
    );
  });
  if (isRefusal(tried)) return tried;
  // A change may not loosen the gate that it is held against.
  const all = [...after.handbook.gates, ...before.handbook.gates];
  const gates = [...new Map(all.map((gate) => [`${gate.measure} ${gate.text}`, gate])).values()];
  const { effects } = tried.effect;
  const told = wanted.length > 0 ? effects : effects.filter(saysSomething);
  const without = effects.filter((effect) => !told.includes(effect));
  const results = holdAgainst(gates, told, after.program);
  return {
    effect: { ...tried.effect, effects: told, without, gates: results },
    isUnanswered: tried.failed,
    failed: tried.failed || results.some(({ failed }) => failed),
  };
}

/** What nobody named may be of other people than those of the table. */
function saysSomething({ before, after, changed }: Effect): boolean {
  return before.determined + after.determined + changed > 0;
}
