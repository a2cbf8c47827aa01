import type { Ir, Range } from '../../ir/ir.ts';
import type { Fact } from '../../ir/program.ts';
import { date, listOf, number, text, type Type } from '../../ir/type.ts';
import { amountOf, call, compare, fieldOf, textOf } from '../nodes.ts';
import type { ProcedurePolicy } from './index.ts';

/** What an event says of its result, at a step that can send back. */
export const results = { passed: 'passed', rejected: 'rejected' } as const;

const sendsBack = ({ steps }: ProcedurePolicy): boolean => steps.some((step) => step['back-to'] !== undefined);

export function eventType(policy: ProcedurePolicy): Type {
  const fields = { step: text, as: text, date, evidence: listOf(text) };
  return { is: 'record', fields: sendsBack(policy) ? { ...fields, result: text } : fields };
}

/** The log of events, which the procedure declares itself. A step that it does not have is refused as input, since nobody knows what was meant. */
export function logFact(policy: ProcedurePolicy): Fact {
  const { log, steps, title } = policy;
  const oneOf = (words: readonly string[]): Range => ({
    range: 'set',
    items: words.map((word) => textOf(word, log.span)),
    none: false,
  });
  const ids = [...new Set(steps.map(({ id }) => id.text))];
  return {
    name: log.text,
    type: listOf(eventType(policy)),
    title: { en: `Events: ${title.en}`, zh: `${title.zh}：事件记录` },
    alias: [],
    closed: false,
    fields: {
      step: { type: text, range: oneOf(ids), closed: false },
      as: { type: text, closed: false },
      date: { type: date, closed: false },
      evidence: { type: listOf(text), closed: false },
      ...(sendsBack(policy) ? { result: { type: text, range: oneOf(Object.values(results)), closed: false } } : {}),
    },
    origin: log.span,
  };
}

export function readLog(policy: ProcedurePolicy): Ir {
  return { op: 'fact', type: listOf(eventType(policy)), origin: policy.log.span, name: policy.log.text };
}

const refusal: Type = { is: 'record', fields: { event: number, why: text } };
export const refusals: Type = listOf(refusal);
const dated: Type = { is: 'record', fields: { step: text, date } };
/** What is known after some events: steps done with their days, events refused, how many events there were, the last day that counted. */
export const stateType: Type = {
  is: 'record',
  fields: { done: listOf(text), days: listOf(dated), refused: refusals, event: number, last: date },
};

/** A procedure has begun with the first event of its log, whether that counts or not. */
export function beganWith(policy: ProcedurePolicy): { readonly isRunning: Ir; readonly day: Ir } {
  const over = readLog(policy);
  const { origin } = over;
  const isRunning = compare(call('size', number, over), '>', amountOf('0', origin));
  const event: Ir = { op: 'local', type: eventType(policy), origin, id: 'began-event', name: 'event' };
  const days: Ir = { op: 'local', type: listOf(date), origin, id: 'began-days', name: 'first' };
  const firstDay: Ir = {
    op: 'fold',
    type: listOf(date),
    origin,
    over,
    local: 'began-event',
    state: 'began-days',
    initial: { op: 'list', type: listOf(date), origin, items: [] },
    step: {
      op: 'choose',
      type: listOf(date),
      origin,
      arms: [{ when: compare(call('size', number, days), '>', amountOf('0', origin)), value: days, cites: [] }],
      otherwise: { op: 'list', type: listOf(date), origin, items: [fieldOf(event, 'date')] },
    },
  };
  const one: Ir = { op: 'local', type: date, origin, id: 'began-day', name: 'day' };
  const day: Ir = {
    op: 'aggregate',
    type: date,
    origin,
    operator: 'first',
    over: firstDay,
    local: 'began-day',
    name: 'day',
    body: one,
  };
  return { isRunning, day };
}
