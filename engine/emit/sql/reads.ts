import type { DecisionRead, ParameterRead } from '../../ir/ir.ts';
import type { Fact } from '../../ir/program.ts';
import {
  boundCell,
  determined,
  equal,
  error,
  fine,
  mainTerm,
  open,
  pickCell,
  strictly,
  tooLarge,
  undetermined,
  worst,
  type Cell,
} from './cell.ts';
import { decisionCell } from './decision.ts';
import type { Say } from './expression.ts';
import { noFlags, union } from './flags.ts';
import { aboutFact } from './heading.ts';
import { givenCell } from './inputs.ts';
import { literal } from './literal.ts';
import { failing } from './logic.ts';
import { no, pick, sql } from './term.ts';
import { and, isKnown, not, surely, surelyNot } from './truth.ts';
import { isIn } from './within.ts';
import { rangeParts } from '../../ir/walk.ts';
import type { FactCell, Writing } from './writing.ts';

/** A fact as the table has it. */
export function given(name: string, here: Writing): FactCell {
  const known = here.given.get(name);
  if (known !== undefined) return known;
  const made = givenCell(factNamed(name, here), here);
  const cell = { ...boundCell(made, here), given: made.given };
  here.given.set(name, cell);
  return cell;
}

function factNamed(name: string, { program }: Writing): Fact {
  const fact = program.facts[name];
  if (fact === undefined) throw new Error(`no fact ${name}`);
  return fact;
}

/** A fact: given, false because its records are complete, computed from others, or missing. */
export function factRead(name: string, say: Say, here: Writing): Cell {
  const known = here.facts.get(name);
  if (known !== undefined) return known;
  const cell = boundCell(
    settled(factNamed(name, here), given(name, here), say, here),
    here,
    aboutFact(factNamed(name, here)),
  );
  here.facts.set(name, cell);
  return cell;
}

function settled(fact: Fact, cell: FactCell, say: Say, here: Writing): Cell {
  const absent = fact.closed ? determined({ is: 'truth', term: no }) : open;
  if (fact.orFrom === undefined) return fact.closed ? pickCell([{ when: cell.given, then: cell }], absent, here) : cell;
  const computed = boundCell(say(fact.orFrom, here), here);
  const differs = and(
    surelyNot(undetermined(computed)),
    not(surely(equal(cell, computed, here))),
    surelyNot(failing(cell)),
  );
  const contradicted = pick(
    [
      { when: failing(cell), then: cell.failed },
      { when: outgrown(computed), then: tooLarge },
      { when: differs, then: error },
    ],
    fine,
  );
  return pickCell(
    [{ when: cell.given, then: { ...cell, failed: contradicted } }],
    fact.closed ? absent : inRange(fact, computed, say, here),
    here,
  );
}

const outgrown = ({ failed }: Cell): ReturnType<typeof sql> =>
  failed.always === 0n || failed.always === 3n ? no : sql`${failed} = ${tooLarge}`;

/** What follows from other facts must lie in the fact's range. */
function inRange({ range }: Fact, computed: Cell, say: Say, here: Writing): Cell {
  if (range === undefined || range.range === 'any' || range.range === 'list') return computed;
  const inside = isIn(
    computed,
    range,
    rangeParts(range).map((part) => say(part, here)),
    here,
  );
  const outside = surelyNot(inside.worth.is === 'truth' ? inside.worth.term : no);
  return {
    ...computed,
    failed: pick(
      [
        { when: failing(computed), then: computed.failed },
        { when: and(isKnown(mainTerm(computed.worth)), outside), then: error },
      ],
      fine,
    ),
  };
}

/** A parameter, found by its keys if it has some. In source-only mode what the company set counts as open. */
export function parameterRead(ir: ParameterRead, ask: Say, here: Writing): Cell {
  const parameter = here.program.parameters[ir.name];
  if (parameter === undefined) throw new Error(`no parameter ${ir.name}`);
  const keys = ir.keys.map((key) => boundCell(ask(key, here), here));
  const strict = strictly(keys, { is: 'nothing' }, here);
  const entries = here.sourceOnly
    ? []
    : keys.length === 0
      ? parameter.value === undefined
        ? []
        : [{ keys: [], value: parameter.value }]
      : (parameter.entries ?? []);
  const branches = entries.map((entry) => ({
    when: and(
      ...entry.keys.map((key, i) => sql`${mainTerm(keys[i]?.worth ?? open.worth)} = ${here.syntax.quotedText(key)}`),
    ),
    then: literal(entry.value, here),
  }));
  if (keys.some(({ worth }) => worth.is === 'nothing')) return { ...open, failed: strict.failed };
  const found = pickCell(branches, open, here);
  return { worth: found.worth, failed: worst(strict.failed, found.failed), flags: strict.flags };
}

/** Another decision's value; where it does not apply, what is to hold then. */
export function decisionRead(ir: DecisionRead, ask: Say, here: Writing): Cell {
  const { applies, ...cell } = decisionCell(ir.name, ask, here);
  if (applies.always === true) return cell;
  const otherwise: Cell = ir.otherwise === undefined ? { ...open, failed: error } : ask(ir.otherwise, here);
  const absent = and(surelyNot(applies), not(failing(cell)));
  return pickCell(
    [
      {
        when: absent,
        then: { ...otherwise, flags: union(ir.otherwise === undefined ? noFlags : cell.flags, otherwise.flags, here) },
      },
    ],
    cell,
    here,
  );
}
