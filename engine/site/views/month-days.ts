import { evaluate } from '../../evaluate/evaluate.ts';
import { readFacts } from '../../value/facts.ts';
import { daysOfMonth } from '../../value/calendar.ts';
import type { PolicyScene } from '../scene.ts';

export interface MarkedDay {
  readonly day: string;
  /** The sorts of day that it is. */
  readonly marks: readonly string[];
}

/**
 * Which sorts of day the days of the book's month are: the engine is asked, without facts. What needs facts, or a value that nobody has
 * set, marks no day.
 */
export function monthDays(sorts: readonly string[], { book, version }: PolicyScene): readonly MarkedDay[] {
  const { program, at } = book;
  const { policy, version: number } = version.head;
  const asked = sorts.flatMap((id) => {
    const name = `${policy}.${id}`;
    const decision = program.decisions[name];
    const takesDay = decision?.takes.length === 1 && decision.takes[0]?.type.is === 'date';
    return takesDay && decision.version === number ? [{ id, name }] : [];
  });
  const none = readFacts(program, {});
  return (daysOfMonth(at.slice(0, 7)) ?? []).map((day) => ({
    day,
    marks: asked.flatMap(({ id, name }) => {
      const { status, value } = evaluate(program, name, none, { on: { is: 'date', iso: day } });
      return status === 'determined' && value === 'true' ? [id] : [];
    }),
  }));
}
