import type { Handbook } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { changeDays } from '../program/timeline.ts';
import type { Program } from '../ir/program.ts';
import { decisionKey, meaningKey, type Meanings } from '../symbolic/meaning-key.ts';

/** A decision as it stands on some day. */
interface Root {
  readonly name: string;
  readonly program: Program;
}

/**
 * Each decision that somebody can ask, as it stands on each day on which the handbook changes; where it says the same as on
 * another day, only once. Newer days come first. Local definitions are looked at where they are used.
 */
export function* rootsOf(
  handbook: Handbook,
  meanings: Meanings,
  isMeant: (decision: string) => boolean = () => true,
): Generator<Root, void> {
  const seen = new Set<string>();
  for (const at of changeDays([...handbook.versions.values()].flat()).toReversed()) {
    const program = link(handbook, { at });
    for (const { name, hidden, body } of Object.values(program.decisions)) {
      if (body.is !== 'ir' || (hidden && !isOfElement(name, program)) || !isMeant(name)) continue;
      const key = `${name} ${decisionKey(name, program, meanings)} ${promisesKey(name, program, meanings)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { name, program };
    }
  }
}

/** What is promised on a day counts as well: a limit may change while the decision stays. */
function promisesKey(name: string, program: Program, meanings: Meanings): string {
  const { range, monotone = [], limits = [] } = program.decisions[name] ?? {};
  return JSON.stringify([
    JSON.stringify(range, (key, value: unknown) => (key === 'origin' ? undefined : value)),
    ...monotone.map(({ fact, direction }) => [fact, direction]),
    ...limits.map(({ side, of }) => [side, meaningKey(of, program, meanings)]),
  ]);
}

/** About one element of a list: the list itself only runs through them. */
function isOfElement(name: string, { decisions }: Program): boolean {
  return name.endsWith('/each') && decisions[name.slice(0, -'/each'.length)]?.hidden === false;
}
