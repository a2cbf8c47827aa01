import type { Diff } from '../review/diff/report.ts';
import type { Stretch } from '../review/diff/states.ts';
import { decisionsToTry, stretchToTry } from '../review/effect/affected.ts';
import { holdAgainst, type GateResult } from '../review/effect/gates.ts';
import { tryPopulation, type PopulationEffect } from './population.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';

/** The effect of a change on the population of `--population`, held against the manifests of both sides. */
export interface HeldEffect extends PopulationEffect {
  readonly gates: readonly GateResult[];
}

export async function effectOn(
  call: Call,
  stretches: readonly Stretch[],
  diff: Diff,
  wanted: readonly string[],
): Promise<{ readonly effect: HeldEffect; readonly failed: boolean } | Refusal> {
  const { stretch, later } = stretchToTry(stretches, diff);
  if (later !== undefined)
    remark(call, {
      en: `The population is tried on ${stretch.after.day}; more changes begin on ${later} (--at names another day).`,
      zh: `人群按 ${stretch.after.day} 试算；${later} 起另有变化（可用 --at 指明其他日期）。`,
    });
  const tried = await tryPopulation(call, stretch, (given) =>
    wanted.length > 0 ? wanted : decisionsToTry(diff, stretch, given),
  );
  if (isRefusal(tried)) return tried;
  const { before, after } = stretch;
  // A change may not loosen the gate that it is held against.
  const all = [...after.handbook.gates, ...before.handbook.gates];
  const gates = [...new Map(all.map((gate) => [`${gate.measure} ${gate.text}`, gate])).values()];
  const results = holdAgainst(gates, tried.effect.effects, after.program);
  return {
    effect: { ...tried.effect, gates: results },
    failed: tried.failed || results.some(({ failed }) => failed),
  };
}
