import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Word } from '../../shape/schema.ts';
import { controlsMessages as messages } from './messages.ts';
import { witnessLine } from '../witness-line.ts';
import { computed, conditionOf, printWitness, waysOf, type Open, type World } from './world.ts';

/** What a rule wants done while it is true; of an open gate, that it is open. */
interface Demand {
  readonly by: Word;
  readonly about: Word;
  readonly action: string;
}

const gateStates = ['open', 'shut'];

/** Two rules that can be true at once and want different things of the same; and rules that want a gate shut that is open. */
export function contradictions(world: World): {
  readonly found: readonly Diagnostic[];
  readonly open: readonly Open[];
} {
  const demands = demandsOf(world);
  const pairs = demands.flatMap((one, i) =>
    demands
      .slice(i + 1)
      .filter(
        ({ by, about, action }) => by.text !== one.by.text && about.text === one.about.text && action !== one.action,
      )
      .map((other) => [one, other] as const),
  );
  const found: Diagnostic[] = [...wrongStates(world)];
  const open: Open[] = [];
  for (const [one, other] of pairs) {
    const [first, second] = [conditionOf(one.by.text, world), conditionOf(other.by.text, world)];
    if (first === undefined || second === undefined) continue;
    const ways = waysOf([first, second], world);
    const what = `${one.by.text} + ${other.by.text}`;
    if ('notDecided' in ways) {
      open.push({ what, why: ways.notDecided, span: one.by.span });
      continue;
    }
    const both = ways.filter(({ truths }) => truths.every((truth) => truth === 'true'));
    const shown = both.find(({ witness }) => witness !== undefined);
    if (shown !== undefined) found.push(clash(one, other, printWitness(shown, world) ?? {}));
    else if (both.length > 0) open.push({ what, why: computed, span: one.by.span });
  }
  return { found, open };
}

/** Gates stand first, so that a finding points at the rule. */
function demandsOf({ policy: { rules = [], gates = [] } }: World): readonly Demand[] {
  return [
    ...gates.map(({ id }) => ({ by: id, about: id, action: 'open' })),
    ...rules.flatMap(({ id, action = [] }) =>
      action.map(({ key, value }) => ({ by: id, about: key, action: value.text })),
    ),
  ];
}

function clash(one: Demand, other: Demand, witness: Readonly<Record<string, string>>): Diagnostic {
  const args = {
    about: one.about.text,
    rules: [one.by.text, other.by.text] as const,
    actions: [one.action, other.action] as const,
    witness: witnessLine(witness),
  };
  const related = [{ span: one.by.span, message: { en: `This is “${one.by.text}”.`, zh: `此为“${one.by.text}”。` } }];
  return messages.contradiction(args, other.about.span, { related, witness });
}

function wrongStates({ policy: { rules = [], gates = [] } }: World): readonly Diagnostic[] {
  const names = new Set(gates.map(({ id }) => id.text));
  return rules
    .flatMap(({ action = [] }) => action)
    .filter(({ key, value }) => names.has(key.text) && !gateStates.includes(value.text))
    .map(({ key, value }) => {
      const near = suggest(value.text, gateStates);
      const fixes = writeInstead(near, value.span);
      return messages['not-of-a-gate']({ gate: key.text, found: value.text }, value.span, { fixes });
    });
}
