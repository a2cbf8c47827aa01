import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import type { Ir } from '../../../engine/ir/ir.ts';
import type { Outcome, Status } from '../../../engine/ir/outcome.ts';
import type { Decision, Program } from '../../../engine/ir/program.ts';
import { nodes } from '../../../engine/ir/walk.ts';
import type { rulesEngineOf as original } from '../../../engine/json-rules.ts';
import { random } from '../../random/random.ts';
import { aroundOf, type Around } from '../../random/around.ts';
import { randomFacts } from '../../random/facts.ts';

export type MakeRules = typeof original;

export interface Agreement {
  readonly outcomes: number;
  readonly statuses: ReadonlyMap<Status, number>;
  /** The first difference, for people. */
  readonly difference?: string;
}

/** How many runs of one engine go on at once: they share state. */
const atOnce = 8;

/**
 * Asks json-rules-engine and the evaluator the same, for random facts on edges and beside them, absent and unusable, until so
 * many outcomes were compared or two differ: in status, value, flags, reasons with their texts, code and message of an error.
 */
export async function compareRules(
  make: MakeRules,
  programs: Iterable<Program>,
  { factsEach, outcomes }: { readonly factsEach: number; readonly outcomes: number },
): Promise<Agreement> {
  const statuses = new Map<Status, number>();
  let count = 0;
  let seed = 0;
  let round = 0;
  for (const program of programs) {
    const around = new Map<string, Around>();
    const [asUsual, bySource] = [make(program), make(program, { sourceOnly: true })];
    for (let i = 0; i < factsEach; i += atOnce) {
      // Every fourth time by the source alone.
      const sourceOnly = (round += 1) % 4 === 0;
      const rules = sourceOnly ? bySource : asUsual;
      for (const name of rules.said) {
        if (count >= outcomes) return { outcomes: count, statuses };
        const near = around.get(name) ?? aroundOf([name], program);
        around.set(name, near);
        const batch = Array.from({ length: atOnce }, () => randomFacts(near.program, near.edges, (seed += 1)));
        const chance = random(count + 1);
        const answers = await Promise.all(
          batch.map(async (values) => {
            const moments = chance.below(60);
            for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
            return answered(() => rules.ask(name, { values, unknown: [] }));
          }),
        );
        for (const [k, values] of batch.entries()) {
          const wanted = evaluate(program, name, { values, unknown: [] }, { sourceOnly });
          count += 1;
          statuses.set(wanted.status, (statuses.get(wanted.status) ?? 0) + 1);
          const [mine, theirs] = [JSON.stringify(comparable(wanted)), JSON.stringify(answers[k])];
          if (mine === theirs) continue;
          const difference = `${name}, facts ${String(seed - atOnce + k + 1)}\nevaluator ${mine}\nrules     ${theirs}\n${JSON.stringify(values)}`;
          return { outcomes: count, statuses, difference };
        }
      }
    }
  }
  return { outcomes: count, statuses };
}

/** That one throws is a difference, told like any other. */
async function answered(ask: () => Promise<Outcome>): Promise<unknown> {
  try {
    return comparable(await ask());
  } catch (error) {
    return { threw: error instanceof Error ? error.stack?.split('\n').slice(0, 4) : error };
  }
}

function comparable({ status, value, flags, reasons, error }: Outcome): unknown {
  return { status, value, flags, reasons, code: error?.code, message: error?.message };
}

const said: readonly Ir['op'][] = ['choose', 'table', 'logic', 'compare', 'within', 'not', 'mark', 'reading', 'round'];

/** A random program whose parts are decisions of their own, since few of its decisions are tables or conditions as a whole. */
export function opened(program: Program): Program {
  const parts = Object.values(program.decisions).flatMap((decision): readonly Decision[] => {
    const { body, policy, name, takes } = decision;
    if (body.is !== 'ir') return [];
    const own = name.slice(policy.length + 1);
    return [...nodes(body.ir)]
      .filter((ir) => ir !== body.ir && said.includes(ir.op) && isClosed(ir))
      .slice(0, 6)
      .map((ir, i) => ({
        ...decision,
        name: `${policy}.part-${String(i + 1)}-of-${own}`,
        takes: [],
        hidden: false,
        type: ir.type,
        body: { is: 'ir', ir },
        ...(takes.length > 0 ? { appliesWhen: [], requires: [] } : {}),
      }));
  });
  return {
    ...program,
    decisions: { ...program.decisions, ...Object.fromEntries(parts.map((part) => [part.name, part])) },
  };
}

/** Nothing in it is bound outside of it. */
function isClosed(ir: Ir): boolean {
  const all = [...nodes(ir)];
  const bound = new Set(
    all.flatMap((node) =>
      node.op === 'aggregate' ? [node.local] : node.op === 'fold' ? [node.local, node.state] : [],
    ),
  );
  return all.every((node) => node.op !== 'local' || bound.has(node.id));
}
