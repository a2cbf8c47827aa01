import { leave } from '../compile/fast/run.ts';
import { flagsOf } from '../compile/fast/print.ts';
import { kept } from '../compile/kept.ts';
import type { Explanation, Step } from '../evaluate/explanation.ts';
import { headOf, knownOf } from '../evaluate/known.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Decision, Program } from '../ir/program.ts';
import { mostFlags } from '../plain/lower.ts';
import { normalizeFlags } from '../value/reasons.ts';
import type { GivenFact } from './fact.ts';
import { node } from './node.ts';
import { apart, tell, toldFrom, type Asked, type Cell, type Form, type Unit } from './told.ts';
import { inWords } from './worded.ts';

/** A decision that tells how it came about, worked out once for a question. */
export interface Telling {
  readonly form: Form;
  readonly cell: Cell;
  /** Leaves where a case is not plain. */
  readonly work: () => void;
  readonly explanation: () => Explanation;
  readonly step: () => Step;
  /** The flag of each bit that it leaves in the question. */
  readonly flags: readonly string[];
  readonly bits: () => number;
  /** All that it reads, through others too. */
  readonly behind: ReadonlySet<string>;
  /** Is one of them read at two places? It is then told in full at the first. */
  readonly repeats: boolean;
  /** How many decisions stand one in another. */
  readonly height: number;
}

/** What all decisions of a program have in common. */
export interface Tellings {
  readonly program: Program;
  readonly asked: Asked;
  readonly fact: (name: string) => GivenFact | undefined;
  readonly decision: (name: string) => Telling | undefined;
  /** Makes what stands in another node, unless that is too deep. */
  readonly inside: <T>(make: () => T | undefined) => T | undefined;
}

/** Beyond this the walk tells, which leaves out what nobody reads. */
const highest = 50;

/** Prepares a decision without arguments; undefined for one that is beyond plain cases. */
export function telling(decision: Decision, tellings: Tellings): Telling | undefined {
  const { program, asked } = tellings;
  const { name, policy, version, cites, title, hidden, body, origin: span } = decision;
  const head = program.policies[policy];
  if (body.is !== 'ir' || decision.takes.length > 0 || head === undefined) return undefined;
  const read = new Map<string, Telling>();
  const flags: string[] = [];
  const unit = unitOf(decision, tellings, read, flags);
  const conditions = conditionsOf(decision, unit);
  const value = conditions && unit.told(body.ir);
  const inner = [...read.values()];
  const height = 1 + Math.max(0, ...inner.map((one) => one.height));
  if (value === undefined || conditions === undefined || flags.length > mostFlags || height > highest) return undefined;

  const reads = [...read.keys(), ...inner.flatMap(({ behind }) => [...behind])];
  const behind = new Set(reads);
  const { type } = headOf(decision, knownOf(program));
  const [noFlags, reasons]: readonly [readonly string[], Outcome['reasons']] = [[], []];
  const { cell, form, work } = value;
  let [question, isDone, raised] = [0, false, 0];
  let explanation: Explanation;
  let stepFor = 0;
  let step: Step;
  const workOut = (): void => {
    const { flags: outer, count: start } = asked;
    asked.flags = 0;
    for (const condition of conditions) condition();
    work();
    raised = asked.flags;
    asked.flags = outer;
    const steps = toldFrom(start, asked);
    const outcome: Outcome = {
      decision: name,
      type,
      policy,
      version,
      cites,
      status: 'determined',
      value: cell.text,
      flags: raised === 0 ? noFlags : normalizeFlags(flagsOf(raised, flags)),
      reasons,
    };
    explanation = { outcome, title, hidden, policy: head, span, steps };
  };
  return {
    form,
    cell,
    flags,
    bits: () => raised,
    work: () => {
      if (question !== asked.question) {
        question = asked.question;
        isDone = false;
        workOut();
        isDone = true;
      }
      // It left before.
      if (!isDone) leave();
    },
    explanation: () => explanation,
    step: () => {
      if (stepFor !== asked.question) {
        stepFor = asked.question;
        step = { step: 'decision', name, title, status: 'determined', value: cell.text, explanation };
      }
      return step;
    },
    behind,
    repeats: inner.some(({ repeats }) => repeats) || reads.length > behind.size,
    height,
  };
}

function unitOf(
  of: Decision,
  { program, asked, fact, decision, inside }: Tellings,
  read: Map<string, Telling>,
  flags: string[],
): Unit {
  const marks = new Map<string, { question: number }>();
  const bitsOf = (ids: readonly string[]): number =>
    ids
      .filter((id) => program.interpretations[id]?.about !== 'convention')
      .reduce((bits, id) => {
        if (!flags.includes(id)) flags.push(id);
        return bits | (1 << flags.indexOf(id));
      }, 0);
  const unit: Unit = {
    program,
    asked,
    output: headOf(of, knownOf(program)).output,
    bits: bitsOf,
    inside,
    told: (ir) => inside(() => node(ir, unit)),
    once: (name, step) => {
      const mark = kept(marks, name, () => ({ question: 0 }));
      return () => {
        if (mark.question === asked.question) return;
        mark.question = asked.question;
        tell(asked, step());
      };
    },
    fact: (name) => {
      const given = fact(name);
      if (given === undefined) return undefined;
      const { form, cell, read: take, step } = given;
      const tell = unit.once(name, step);
      return {
        form,
        cell,
        work: () => {
          take();
          tell();
        },
      };
    },
    decision: (name) => {
      const inner = decision(name);
      if (inner === undefined) return undefined;
      read.set(name, inner);
      const { form, cell, work } = inner;
      const bits = inner.flags.map((flag) => bitsOf([flag]));
      const tell = unit.once(name, inner.step);
      return {
        form,
        cell,
        work: () => {
          work();
          tell();
          const raised = inner.bits();
          if (raised !== 0) for (let i = 0; i < bits.length; i += 1) if (raised & (1 << i)) asked.flags |= bits[i] ?? 0;
        },
      };
    },
  };
  return unit;
}

/** What is required and when it applies: each leaves where it does not hold. */
function conditionsOf({ requires, appliesWhen }: Decision, unit: Unit): readonly (() => void)[] | undefined {
  const { asked } = unit;
  const all = [
    ...requires.map(({ that, says }) => ({ sort: 'requires' as const, ir: that, more: { says } })),
    ...appliesWhen.map((ir) => ({ sort: 'applies-when' as const, ir, more: {} })),
  ].map(({ sort, ir, more }) => {
    const of = inWords(ir, unit);
    if (of?.told.form.is !== 'truth') return undefined;
    const { told, text, titled, filled, isCondition } = of;
    const { cell, work } = told;
    return (): void => {
      const before = asked.flags;
      const steps = apart(asked, work);
      if (cell.units !== 1) leave();
      if (sort === 'requires') asked.flags = before;
      tell(asked, {
        step: 'condition',
        sort,
        text,
        titled,
        filled: filled(),
        isCondition,
        value: cell.text,
        ...more,
        holds: 'yes',
        span: ir.origin,
        steps,
      });
    };
  });
  return all.every((one) => one !== undefined) ? all : undefined;
}
