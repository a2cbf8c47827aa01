import type { Texts } from '../diagnostic/diagnostic.ts';
import { wording } from '../evaluate/wording.ts';
import type { Choose, Ir, Round } from '../ir/ir.ts';
import type { Decision, Program } from '../ir/program.ts';
import { printType } from '../ir/type.ts';
import { isLine, valueAt } from '../proof/line.ts';
import type { Span } from '../source/span.ts';
import { parseExact } from '../value/exact.ts';
import { printValue } from '../value/print.ts';
import { readTiers, unmarked, type TierReading } from './tiers.ts';

/** What a decision says, in words and tables. */
export interface DecisionReading {
  readonly name: string;
  readonly title: Texts;
  readonly type: string;
  readonly cites: readonly string[];
  /** Seen inside the policy only. */
  readonly hidden: boolean;
  /** `to` as people write it: `0.01 CNY`. */
  readonly round?: Pick<Round, 'to' | 'mode' | 'declaredBy'>;
  readonly conditions: readonly Condition[];
  readonly body:
    | { readonly is: 'tiers'; readonly tiers: TierReading }
    | { readonly is: 'arms'; readonly arms: readonly ArmReading[] }
    | { readonly is: 'text'; readonly text: string };
}

/** What must hold before the decision is asked at all. */
export interface Condition {
  readonly sort: 'applies-when' | 'requires';
  readonly text: string;
  readonly says?: Texts;
}

/** One way in which the decision can come out; the last one has no condition. */
export interface ArmReading {
  readonly when?: string;
  readonly value: string;
  readonly restsOn: readonly string[];
  readonly own: boolean;
  readonly origin: Span;
}

/** A decision in words; nothing when it cannot be worked out. */
export function readDecision(decision: Decision, program: Program): readonly DecisionReading[] {
  if (decision.body.is !== 'ir') return [];
  const { name, title, cites, hidden, type } = decision;
  const { ir } = decision.body;
  const round =
    ir.op === 'round' ? { round: { to: stepOf(ir, program), mode: ir.mode, declaredBy: ir.declaredBy } } : {};
  const conditions = [
    ...decision.appliesWhen.map((that): Condition => ({ sort: 'applies-when', text: wording(that, program) })),
    ...decision.requires.map(({ that, says }): Condition => ({ sort: 'requires', text: wording(that, program), says })),
  ];
  return [{ name, title, type: printType(type), cites, hidden, ...round, conditions, body: bodyOf(ir, program) }];
}

function bodyOf(ir: Ir, program: Program): DecisionReading['body'] {
  const inner = withoutRounding(ir);
  switch (inner.op) {
    case 'bands':
      return { is: 'tiers', tiers: readTiers(inner, program) };
    case 'choose':
      return { is: 'arms', arms: armsOf(inner, program) };
    default:
      return { is: 'text', text: wording(inner, program) };
  }
}

function armsOf({ arms, otherwise }: Choose, program: Program): readonly ArmReading[] {
  const arm = (value: Ir): ArmReading => {
    const { value: inner, restsOn, own } = unmarked(value);
    return { value: wording(inner, program), restsOn, own, origin: inner.origin };
  };
  return [...arms.map(({ when, value }) => ({ when: wording(when, program), ...arm(value) })), arm(otherwise)];
}

function withoutRounding(ir: Ir): Ir {
  return ir.op === 'round' ? ir.value : ir;
}

function stepOf({ type, to }: Round, program: Program): string {
  return isLine(type) ? printValue(valueAt(type, parseExact(to)), program) : to;
}
