import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { loadHandbook } from '../../engine/host/load-handbook.ts';
import type { Program } from '../../engine/ir/program.ts';
import { link } from '../../engine/program/link.ts';
import { isUnreadable } from '../../engine/tables/unreadable.ts';
import { aroundOf } from '../random/around.ts';
import { plainInColumns } from '../random/columnar.ts';
import { randomFacts } from '../random/facts.ts';

interface Compared {
  /** Answers that the columns gave, by decision. */
  readonly plain: ReadonlyMap<string, number>;
  readonly differences: readonly string[];
}

interface Comparing {
  /** Random facts for each policy, a quarter of them on edges or a step beside. */
  readonly rows: number;
  readonly seed: number;
  /** How the names of the policies begin. */
  readonly policies?: string;
  /** Lets the columns answer by something else. */
  readonly change?: (program: Program) => Program;
}

/** Columns against the explaining evaluator for the decisions of the project's handbook. */
export async function compareHandbook({
  rows,
  seed,
  policies = '',
  change = (program) => program,
}: Comparing): Promise<Compared> {
  const plain = new Map<string, number>();
  const differences: string[] = [];
  const whole = await ownProgram();
  for (const [policy, decisions] of groupsOf(whole)) {
    if (!policy.startsWith(policies)) continue;
    const names = decisions.map(({ name }) => name);
    const { program, edges } = aroundOf(names, whole);
    const sets = Array.from({ length: rows }, (_none, i) => randomFacts(program, edges, seed + i));
    for (const [d, answers] of plainInColumns(change(program), names, sets).outcomes.entries())
      for (const [i, told] of answers.entries()) {
        if (told === undefined) continue;
        const decision = names[d]!;
        plain.set(decision, (plain.get(decision) ?? 0) + 1);
        const wanted = evaluate(program, decision, { values: sets[i]!, unknown: [] });
        const [said, right] = [told, wanted].map(({ status, value, flags }) => [status, value, ...flags].join(' '));
        if (said !== right)
          differences.push(`${decision}, ${policy}, seed ${String(seed + i)}: ${said!} instead of ${right!}`);
      }
  }
  return { plain, differences };
}

let own: Promise<Program> | undefined;

function ownProgram(): Promise<Program> {
  own ??= loadHandbook('policies').then((loaded) => {
    if (isUnreadable(loaded)) throw new Error(loaded.unreadable.en);
    return link(loaded.handbook, { at: '2026-11-22' });
  });
  return own;
}

function groupsOf({ decisions }: Program): Map<string, Program['decisions'][string][]> {
  return Map.groupBy(
    Object.values(decisions).filter(({ takes }) => takes.length === 0),
    ({ policy }) => policy,
  );
}
