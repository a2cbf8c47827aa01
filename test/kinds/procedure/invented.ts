import type { Random } from '../../random/random.ts';
import { judged, type Day, type PlainEvent, type PlainStep, type Situation } from './reference.ts';

const papers = ['form', 'note'] as const;
const people = ['clerk', 'head', 'keeper'] as const;

/** A procedure of up to six steps: in a row or beside each other, some optional, some that send back. */
export function inventedSteps(chance: Random, starts: boolean): readonly PlainStep[] {
  const size = chance.between(1, 6);
  const steps: PlainStep[] = [];
  for (let i = 1; i <= size; i++) {
    const earlier = steps.map(({ id }) => id);
    const previous = earlier.slice(-1);
    const before = chance.chance(0.6) ? previous : earlier.filter(() => chance.chance(0.4));
    const inDays = (): Day => {
      const from = (starts || before.length > 0) && chance.chance(0.5) ? 'opened' : 'begun';
      return { from, days: chance.between(0, from === 'opened' ? 2 : 4) };
    };
    const back = chance.chance(0.45) ? chance.pick([`s${String(i)}`, ...allBefore(before, steps)]) : undefined;
    steps.push({
      id: `s${String(i)}`,
      before,
      ...(chance.chance(0.35) ? { when: { fact: chance.pick(['a', 'b'] as const), is: chance.chance(0.5) } } : {}),
      ...(chance.chance(0.6) ? { roles: people.filter((_, n) => n === i % 3 || chance.chance(0.3)) } : {}),
      ...(chance.chance(0.6) ? { evidence: papers.filter(() => chance.chance(0.5)) } : {}),
      ...(chance.chance(0.25) ? { notBefore: inDays() } : {}),
      ...(chance.chance(0.8) ? { deadline: inDays() } : {}),
      ...(back === undefined ? {} : { backTo: back }),
    });
  }
  return steps;
}

/** The steps before these, and those before them. */
function allBefore(ids: readonly string[], steps: readonly PlainStep[]): readonly string[] {
  const further = steps.filter(({ id }) => ids.includes(id)).flatMap(({ before }) => allBefore(before, steps));
  return [...new Set([...ids, ...further])];
}

/** A log that mostly goes on with what is open, with slips of all sorts; now and then something was not written down. */
export function inventedLog(situation: Situation, chance: Random): readonly PlainEvent[] {
  const { steps, today } = situation;
  let day = chance.between(0, 2);
  const log: PlainEvent[] = [];
  for (let left = chance.between(1, 12); left > 0; left--) {
    day += chance.pick([-1, 0, 0, 0, 1, 1, 2]);
    const { next } = judged(situation, log);
    const open = steps.filter(({ id }) => next.includes(id));
    const step = chance.pick(open.length > 0 && chance.chance(0.8) ? open : steps);
    const sent = step.backTo !== undefined || chance.chance(0.05);
    const forgets = (): boolean => chance.chance(0.02);
    log.push({
      step: step.id,
      ...(forgets() ? {} : { as: chance.pick(chance.chance(0.85) ? (step.roles ?? people) : people) }),
      ...(forgets() ? {} : { day: chance.chance(0.97) ? Math.max(day, 0) : today + 1 }),
      ...(forgets()
        ? {}
        : { evidence: papers.filter((one) => chance.chance(step.evidence?.includes(one) === true ? 0.92 : 0.3)) }),
      ...(sent && !forgets() ? { result: chance.pick(['passed', 'rejected'] as const) } : {}),
    });
  }
  return log;
}

/** The same procedure as an author writes it. */
export function writtenOut(steps: readonly PlainStep[], starts: boolean): string {
  const dayText = ({ from, days }: Day): string => `${from} + ${String(days)} ${days === 1 ? 'day' : 'days'}`;
  const lines = steps.map(({ id, before, when, roles, evidence, notBefore, deadline, backTo }, i) => {
    const previous = steps.slice(0, i).at(-1)?.id ?? '';
    const keys = [
      `id: ${id}`,
      `title: { en: ${id}, zh: 步骤${id} }`,
      ...(before.join() === previous ? [] : [`after: [${before.join(', ')}]`]),
      ...(when === undefined ? [] : [`when: ${when.is ? '' : 'not '}${when.fact}.wanted`]),
      ...(roles === undefined ? [] : [`role: [${roles.join(', ')}]`]),
      ...(evidence === undefined ? [] : [`evidence: [${evidence.join(', ')}]`]),
      ...(notBefore === undefined ? [] : [`not-before: ${dayText(notBefore)}`]),
      ...(deadline === undefined ? [] : [`deadline: ${dayText(deadline)}`]),
      ...(backTo === undefined ? [] : [`back-to: ${backTo}`]),
    ];
    return `  - { ${keys.join(', ')} }\n`;
  });
  const silent = '{ unstated: silent }';
  return `log: t.log
${starts ? 'starts: begun\n' : ''}every-step: { role: ${silent}, evidence: ${silent}, deadline: ${silent} }
steps:
${lines.join('')}gaps: [{ id: silent, says: { en: Silent., zh: 未写明。 } }]
`;
}
