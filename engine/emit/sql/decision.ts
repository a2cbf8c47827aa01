import type { Decision } from '../../ir/program.ts';
import { boundCell, error, fine, open, pickCell, truthIn, type Cell } from './cell.ts';
import type { Say } from './expression.ts';
import { noFlags, pickFlags, union } from './flags.ts';
import { aboutDecision } from './heading.ts';
import { failing } from './logic.ts';
import { nothing, pick, yes, type Branch, type Term } from './term.ts';
import { and, isOpen, surely, surelyNot } from './truth.ts';
import type { DecisionCell, Writing } from './writing.ts';

/** A decision, worked out once for all who read it. */
export function decisionCell(name: string, say: Say, here: Writing): DecisionCell {
  const known = here.decisions.get(name);
  if (known !== undefined) return known;
  const decision = here.program.decisions[name];
  if (decision === undefined) throw new Error(`no decision ${name}`);
  const outside = here.beyond;
  here.beyond = [];
  const { applies, ...cell } = workedOut(decision, say, here);
  here.beyond = outside;
  const bound: DecisionCell = { ...boundCell(cell, here, aboutDecision(decision)), applies: here.sheet.bind(applies) };
  here.decisions.set(name, bound);
  return bound;
}

function workedOut({ body, requires, appliesWhen }: Decision, say: Say, here: Writing): DecisionCell {
  if (body.is === 'blocked') return { ...open, failed: error, applies: yes };
  if (body.is === 'no-version') return { ...open, applies: yes };
  const failures: Branch[] = [];
  const conditions = requires.map(({ that }) => boundCell(say(that, here), here));
  for (const condition of conditions) {
    failures.push(
      { when: failing(condition), then: condition.failed },
      { when: surelyNot(truthIn(condition)), then: error },
    );
  }
  let applies: Term = yes;
  let flags = noFlags;
  const heads = appliesWhen.map((when) => boundCell(say(when, here), here));
  for (const [i, head] of heads.entries()) {
    failures.push(
      { when: failing(head), then: head.failed },
      { when: isOpen(truthIn(head)), then: fine },
      { when: surelyNot(truthIn(head)), then: fine },
    );
    // What stands behind a condition that is false is not asked.
    const reached = and(...heads.slice(0, i).map((before) => surely(truthIn(before))));
    flags = union(flags, pickFlags([{ when: reached, then: head.flags }], noFlags), here);
  }
  // In order: what is open before the first that is false leaves all open.
  for (const head of heads.toReversed()) {
    const truth = truthIn(head);
    applies = pick(
      [
        { when: isOpen(truth), then: nothing },
        { when: truth, then: applies },
      ],
      { ...yes, text: 'FALSE', always: false },
    );
  }
  applies = heads.length < 2 ? (heads[0] === undefined ? yes : truthIn(heads[0])) : here.sheet.bind(applies);
  const value = say(body.ir, here);
  const found: Cell = applies.always === true ? value : pickCell([{ when: applies, then: value }], open, here);
  return { worth: found.worth, failed: pick(failures, value.failed), flags: union(flags, found.flags, here), applies };
}
