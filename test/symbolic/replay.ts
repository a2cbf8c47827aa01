import { session } from '../../engine/evaluate/evaluate.ts';
import { fromDigits, roundTo, toDigits } from '../../engine/evaluate/ratio.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import { isIn, symbolAt } from '../../engine/symbolic/at.ts';
import type { Path } from '../../engine/symbolic/box.ts';
import type { Symbol } from '../../engine/symbolic/symbol.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { piecesOf, walkOf } from '../../engine/symbolic/pieces.ts';
import { factsIn } from '../../engine/symbolic/witness.ts';
import { askedAtoms } from '../../engine/symbolic/asked.ts';
import { printValue } from '../../engine/value/print.ts';

type Facts = Readonly<Record<string, Value>>;

/** Counts of what a replay of pieces found. */
interface Replayed {
  readonly decisions: number;
  readonly pieces: number;
  /** Pieces for which facts were found and asked. */
  readonly replayed: number;
  readonly undecided: readonly string[];
  readonly wrong: readonly string[];
}

/** Every piece of every decision without arguments, asked with facts out of it: formula and evaluator must agree. */
export function replay(program: Program, names: readonly string[]): Replayed {
  const meanings = newMeanings();
  const wrong: string[] = [];
  const undecided: string[] = [];
  let [pieces, replayed] = [0, 0];
  for (const name of names) {
    const decision = program.decisions[name];
    if (decision === undefined) continue;
    const found = piecesOf(name, walkOf(program, { meanings }));
    if ('notDecided' in found) {
      undecided.push(name);
      continue;
    }
    const atoms = askedAtoms(name, program, meanings);
    for (const piece of found) {
      pieces++;
      for (const facts of factsIn(piece.box, atoms, program)) {
        if (isIn(piece.box, { facts, program }) !== true) continue;
        replayed++;
        const [said, is] = [expected(piece, decision, facts, program), told(name, facts, program)];
        if (said !== undefined && said !== is)
          wrong.push(`${name}: ${said}, the evaluator ${is} for ${JSON.stringify(facts)}`);
        break;
      }
    }
  }
  return { decisions: names.length, pieces, replayed, undecided, wrong };
}

/** What the piece says for the facts: a value after the decision's own rounding, or the status. */
function expected({ value }: Path<Symbol>, { body }: Decision, facts: Facts, program: Program): string | undefined {
  if (value.is === 'nothing') return value.status;
  const is = symbolAt(value, { facts, program });
  if (is === undefined) return undefined;
  const rounds = body.is === 'ir' && body.ir.op === 'round' ? body.ir : undefined;
  if (rounds === undefined || !('digits' in is)) return printValue(is, program);
  return printValue(
    { ...is, digits: toDigits(roundTo(fromDigits(is.digits), fromDigits(rounds.to), rounds.mode)) },
    program,
  );
}

function told(name: string, facts: Facts, program: Program): string {
  const outcome = session(program, { values: facts, unknown: [] }, {}).outcome(name);
  return outcome.status === 'determined' ? (outcome.value ?? '') : outcome.status;
}
