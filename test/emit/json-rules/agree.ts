import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import type { Ir } from '../../../engine/ir/ir.ts';
import type { Outcome, Status } from '../../../engine/ir/outcome.ts';
import type { Decision, Program } from '../../../engine/ir/program.ts';
import { nodes } from '../../../engine/ir/walk.ts';
import type { rulesEngineOf as original } from '../../../engine/json-rules.ts';
import { edgesOf, randomFacts } from '../../random/facts.ts';

export type MakeRules = typeof original;

export interface Agreement {
  readonly outcomes: number;
  readonly statuses: ReadonlyMap<Status, number>;
  /** The first difference, for people. */
  readonly difference?: string;
}

/** How many questions run on the engines at once: their runs share state. */
const atOnce = 16;

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
  for (const program of programs) {
    const edges = edgesOf(program);
    const modes = [false, true].map((sourceOnly) => ({ sourceOnly, rules: make(program, { sourceOnly }) }));
    for (let i = 0; i < factsEach && count < outcomes; i += 1) {
      seed += 1;
      const facts = { values: randomFacts(program, edges, seed), unknown: [] };
      // Every fourth time by the source alone.
      for (const { sourceOnly, rules } of modes.slice(i % 4 === 3 ? 1 : 0, i % 4 === 3 ? 2 : 1)) {
        for (let from = 0; from < rules.said.length; from += atOnce) {
          const names = rules.said.slice(from, from + atOnce);
          const answers = await Promise.all(names.map((name) => answered(() => rules.ask(name, facts))));
          for (const [k, name] of names.entries()) {
            const wanted = evaluate(program, name, facts, { sourceOnly });
            count += 1;
            statuses.set(wanted.status, (statuses.get(wanted.status) ?? 0) + 1);
            const [mine, theirs] = [JSON.stringify(comparable(wanted)), JSON.stringify(answers[k])];
            if (mine === theirs) continue;
            const difference = `${name}, facts ${String(seed)}\nevaluator ${mine}\nrules     ${theirs}\n${JSON.stringify(facts.values)}`;
            return { outcomes: count, statuses, difference };
          }
        }
      }
    }
    if (count >= outcomes) break;
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
