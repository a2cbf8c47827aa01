import type { Range } from '../../engine/ir/ir.ts';
import type { Fact } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import { domainOf } from '../../engine/proof/domain.ts';
import { gaps } from '../../engine/proof/gaps.ts';
import { layOut, type Box } from '../../engine/proof/grid.ts';
import type { Part } from '../../engine/proof/part.ts';
import { overlaps, unreachableRows } from '../../engine/proof/rows.ts';
import { shadowedRows } from '../../engine/proof/shadowed.ts';
import { worldOf } from '../../engine/symbolic/world.ts';
import { node } from '../random/world.ts';
import { factsOf, onGrid, rangeTerm, valueTerm } from './facts.ts';
import { frameOf, type RandomTable } from './random-tables.ts';
import { script, type Script } from './script.ts';
import { and, no, not, or, yes, type Term } from './smt.ts';

/** What the proof says of a table. */
export interface Said {
  readonly holes: readonly Box[];
  readonly pairs: ReturnType<typeof overlaps>;
  readonly idle: readonly number[];
  readonly hidden: readonly { readonly row: number; readonly by: readonly number[] }[];
}

export function proved({ facts, rows }: RandomTable): Said | 'not decided' {
  const world = worldOf(frameOf(facts));
  const domains = facts.flatMap(({ name, type }) => {
    const domain = domainOf(node('fact', type, { name }), world);
    return 'notDecided' in domain ? [] : [domain];
  });
  const grid = layOut(domains, rows);
  if ('notDecided' in grid) return 'not decided';
  const [holes, hidden] = [gaps(grid), shadowedRows(grid)];
  if ('notDecided' in holes || 'notDecided' in hidden) return 'not decided';
  return { holes, hidden, pairs: overlaps(grid), idle: unreachableRows(grid).map(({ row }) => row) };
}

/** Two questions to the solver: nothing of what was said is wrong or lacking (unsat), and all that is shown is there (sat). */
export function tableQuestions({ facts, rows }: RandomTable, said: Said): readonly [denied: string, shown: string] {
  const { holes, pairs, idle, hidden } = said;
  const lines = script();
  const terms = unknowns(facts, lines);
  const holds = rows.map((row) => lines.define('Bool', rowTerm(row, terms)));
  const inBox = (box: Box): Term => lines.define('Bool', and(...box.map((part, i) => partTerm(part, terms[i]!))));
  const found = or(...holes.map(inBox));
  const none = not(or(...holds));
  const isTold = (a: number, b: number): boolean => pairs.some(({ rows: [x, y] }) => x === a && y === b);
  const overlap = holds.flatMap((later, b) =>
    holds.slice(0, b).map((earlier, a) => (isTold(a, b) ? no : and(earlier, later))),
  );
  lines.always(
    or(
      and(found, not(none)),
      and(none, not(found)),
      ...overlap,
      ...pairs.map(({ rows: [a, b], box }) => and(inBox(box), not(and(holds[a]!, holds[b]!)))),
      ...idle.map((row) => holds[row]!),
      ...hidden.map(({ row, by }) => and(holds[row]!, not(or(...by.map((one) => holds[one]!))))),
    ),
  );
  return [lines.text(), shownOf({ facts, rows }, said)];
}

/** Witnesses are where they are said to be, and every other row holds somewhere where none before it does. */
function shownOf({ facts, rows }: RandomTable, { holes, pairs, idle, hidden }: Said): string {
  const lines = script();
  const at = (box: Box): readonly Term[] => box.map(({ witness }) => valueTerm(witness!));
  const isPossible = (box: Box): Term => and(...box.map(({ witness }, i) => possible(facts[i]!, witness!)));
  for (const box of holes) lines.always(and(isPossible(box), ...rows.map((row) => not(rowTerm(row, at(box))))));
  for (const { rows: both, box } of pairs) {
    lines.always(and(isPossible(box), ...both.map((row) => rowTerm(rows[row]!, at(box)))));
  }
  rows.forEach((row, i) => {
    if (idle.includes(i)) return;
    const there = unknowns(facts, lines);
    const before = hidden.some((one) => one.row === i) ? [] : rows.slice(0, i);
    lines.always(and(rowTerm(row, there), ...before.map((other) => not(rowTerm(other, there)))));
  });
  return lines.text();
}

function unknowns(facts: readonly Fact[], lines: Script): readonly Term[] {
  const { terms } = factsOf(frameOf(facts), new Set(), lines);
  return facts.map(({ name }) => terms.get(name)!);
}

function rowTerm(row: readonly Range[], terms: readonly Term[]): Term {
  return and(...row.map((cell, i) => rangeTerm(terms[i]!, cell)));
}

function possible(fact: Fact, value: Value): Term {
  const term = valueTerm(value);
  return and(fact.range === undefined ? yes : rangeTerm(term, fact.range), onGrid(fact, term));
}

function partTerm({ covers }: Part, term: Term): Term {
  switch (covers.is) {
    case 'everything':
      return yes;
    case 'interval':
      return and(
        covers.low === undefined ? yes : `(${covers.low.open ? '>' : '>='} ${term} ${valueTerm(covers.low.value)})`,
        covers.high === undefined ? yes : `(${covers.high.open ? '<' : '<='} ${term} ${valueTerm(covers.high.value)})`,
      );
    case 'values':
      return or(...covers.values.map((value) => `(= ${term} ${valueTerm(value)})`));
    case 'others':
      return not(or(...covers.than.map((value) => `(= ${term} ${valueTerm(value)})`)));
  }
}
