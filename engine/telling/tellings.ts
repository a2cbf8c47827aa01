import { notPlain, newRun } from '../compile/fast/run.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import { told } from '../evaluate/told.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { telling, type Telling, type Tellings } from './decision.ts';
import { givenFact, type GivenFact } from './fact.ts';
import type { Asked } from './told.ts';

/** What a caller asks by: one object is one question with one set of facts, whatever is asked of it. */
type Question = object;

/** Explains a plain decision of plain facts, as the walk through it does; undefined for all else. */
export type Tells = (
  decision: string,
  question: Question,
  facts: Readonly<Record<string, Value>>,
) => Explanation | undefined;

const known = new WeakMap<Program, Tells>();

/** What a program's decisions tell. It is prepared by the way and kept, as long as the program is. */
export function tellingsOf(program: Program): Tells {
  const before = known.get(program);
  if (before !== undefined) return before;
  const made = prepare(program);
  known.set(program, made);
  return made;
}

/** Nodes one in another, over all decisions on the way; the walk goes on beyond, which never runs out of stack. */
const deepest = 300;

function prepare(program: Program): Tells {
  const asked: Asked = { ...newRun(), facts: {}, told: [], count: 0 };
  const facts = new Map<string, GivenFact | undefined>();
  const decisions = new Map<string, { readonly telling: Telling | undefined; readonly depth: number }>();
  let depth = 0;
  let peak = 0;
  const tellings: Tellings = {
    program,
    asked,
    fact: (name) => {
      if (!facts.has(name)) facts.set(name, givenFact(declaredIn(program.facts, name), program, asked));
      return facts.get(name);
    },
    inside: (make) => {
      if (depth >= deepest) return undefined;
      depth += 1;
      peak = Math.max(peak, depth);
      const made = make();
      depth -= 1;
      return made;
    },
    decision: (name) => {
      const before = decisions.get(name);
      if (before !== undefined) {
        peak = Math.max(peak, depth + before.depth);
        return depth + before.depth > deepest ? undefined : before.telling;
      }
      // One that reads itself is not plain.
      decisions.set(name, { telling: undefined, depth: 0 });
      const around = peak;
      peak = depth;
      const made = telling(declaredIn(program.decisions, name), tellings);
      decisions.set(name, { telling: made, depth: peak - depth });
      peak = Math.max(around, peak);
      return made;
    },
  };
  let current: Question | undefined;
  return (name, question, given) => {
    if (!Object.hasOwn(program.decisions, name)) return undefined;
    const one = tellings.decision(name);
    if (one === undefined) return undefined;
    if (current !== question) {
      current = question;
      asked.question += 1;
      asked.facts = given;
    }
    asked.flags = 0;
    asked.count = 0;
    try {
      one.work();
    } catch (thrown) {
      if (thrown !== notPlain) throw thrown;
      return undefined;
    }
    return one.repeats ? told(one.explanation()) : one.explanation();
  };
}

function declaredIn<T>(declared: Readonly<Record<string, T>>, name: string): T {
  const found = declared[name];
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  return found;
}
