/** A procedure in plain words, and what a person with a pencil makes of a log: written without looking at the engine. */
export interface PlainStep {
  readonly id: string;
  readonly before: readonly string[];
  /** The fact that decides whether the step is wanted, and what it must be. */
  readonly when?: { readonly fact: 'a' | 'b'; readonly is: boolean };
  readonly roles?: readonly string[];
  readonly evidence?: readonly string[];
  readonly notBefore?: Day;
  /** Unstated where it is missing. */
  readonly deadline?: Day;
  readonly backTo?: string;
}
/** So many days after the beginning, or after the step became open. */
export interface Day {
  readonly from: 'begun' | 'opened';
  readonly days: number;
}
export interface PlainEvent {
  readonly step: string;
  readonly as?: string;
  /** Days are counted from the beginning: 0 is the day on which it began. */
  readonly day?: number;
  readonly evidence?: readonly string[];
  readonly result?: 'passed' | 'rejected';
}
export interface Situation {
  readonly steps: readonly PlainStep[];
  readonly wanted: { readonly a: boolean; readonly b: boolean };
  /** The first steps are open from the beginning on, where the procedure says so. */
  readonly starts: boolean;
  readonly today: number;
}

/** Nobody can know. */
export const unknown = 'unknown';

interface State {
  readonly done: ReadonlyMap<string, number>;
  readonly refused: readonly string[];
  readonly last: number;
}
class NobodyKnows extends Error {}

export type Answers = Readonly<Record<'done' | 'next' | 'late' | 'refused' | 'missing' | 'complete', string>>;

export function judged(situation: Situation, log: readonly PlainEvent[]): Answers {
  const { steps, wanted, today } = situation;
  const isWanted = ({ when }: PlainStep): boolean => when === undefined || wanted[when.fact] === when.is;
  const byId = (id: string): PlainStep => steps.find((step) => step.id === id)!;
  const isSettled = (step: PlainStep, { done }: State): boolean =>
    done.has(step.id) ||
    (!isWanted(step) && step.before.every((id) => isSettled(byId(id), { done, refused: [], last: 0 })));
  const isOpen = (step: PlainStep, state: State): boolean =>
    !state.done.has(step.id) && isWanted(step) && step.before.every((id) => isSettled(byId(id), state));
  const comesAfter = (step: PlainStep, id: string): boolean =>
    step.before.some((one) => one === id || comesAfter(byId(one), id));
  const dayOf = (step: PlainStep, { from, days }: Day, { done }: State): number => {
    if (from === 'begun') return days;
    const earlier = [...done].filter(([id]) => comesAfter(step, id)).map(([, day]) => day);
    if (earlier.length > 0) return Math.max(...earlier) + days;
    if (situation.starts) return days;
    throw new NobodyKnows();
  };
  const given = <T>(value: T | undefined): T => {
    if (value === undefined) throw new NobodyKnows();
    return value;
  };

  const whyNot = (event: PlainEvent, state: State): string | undefined => {
    const step = byId(event.step);
    if (state.done.has(step.id)) return 'already-done';
    if (!isOpen(step, state)) return 'not-open';
    const day = given(event.day);
    if (day > today) return 'in-future';
    if (day < state.last) return 'out-of-order';
    if (step.notBefore !== undefined && day < dayOf(step, step.notBefore, state)) return 'too-early';
    if (step.roles !== undefined && !step.roles.includes(given(event.as))) return 'wrong-role';
    if (step.evidence !== undefined && step.evidence.length > 0) {
      const brought = given(event.evidence);
      if (!step.evidence.every((one) => brought.includes(one))) return 'no-evidence';
    }
    return undefined;
  };
  const afterEvent = (state: State, event: PlainEvent, place: number): State => {
    const why = whyNot(event, state);
    if (why !== undefined)
      return { ...state, refused: [...state.refused, `{event: ${String(place + 1)}, why: ${why}}`] };
    const { backTo } = byId(event.step);
    const last = given(event.day);
    if (backTo !== undefined && given(event.result) === 'rejected') {
      const kept = [...state.done].filter(([id]) => id !== backTo && !comesAfter(byId(id), backTo));
      return { ...state, done: new Map(kept), last };
    }
    return { ...state, done: new Map([...state.done, [event.step, last]]), last };
  };
  const isLate = (step: PlainStep, state: State): boolean => today > dayOf(step, given(step.deadline), state);

  const words = (ids: readonly string[]): string => `[${ids.join(', ')}]`;
  const known = (make: () => string): string => {
    try {
      return make();
    } catch (error) {
      if (error instanceof NobodyKnows) return unknown;
      throw error;
    }
  };
  const from = (make: (state: State) => string): string =>
    known(() => make(log.reduce(afterEvent, { done: new Map(), refused: [], last: -Infinity })));
  const stepsThat = (holds: (step: PlainStep, state: State) => boolean) =>
    from((state) => words(steps.filter((step) => holds(step, state)).map(({ id }) => id)));
  return {
    done: from(({ done }) => words([...done.keys()])),
    refused: from(({ refused }) => words(refused)),
    next: stepsThat(isOpen),
    late: stepsThat((step, state) => isOpen(step, state) && isLate(step, state)),
    missing: stepsThat((step, { done }) => isWanted(step) && !done.has(step.id)),
    complete: from((state) => String(steps.every((step) => isSettled(step, state)))),
  };
}
