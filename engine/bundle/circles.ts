import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import { everything, type Decision, type Fact, type Program } from '../ir/program.ts';
import { children } from '../ir/walk.ts';
import type { Editions } from '../program/edition.ts';
import { link } from '../program/link.ts';
import { changeDays } from '../program/timeline.ts';

/** Decisions that are gone through, day by day, while one circle is looked for: some ten seconds. */
const mostWalked = 200_000;

/** Decisions that need each other on some day would never be worked out; a handbook that was checked has none. */
export function circleOf(handbook: Editions): Texts | undefined {
  const editions = [...handbook.versions.values()].flat();
  const { facts } = handbook;
  const all = editions.flatMap(({ decisions }) => decisions);
  // Where none is whatever versions are put together, no day has one.
  const together = circleAmong(all, facts);
  if (together === undefined) return undefined;
  const days = changeDays(editions);
  const known = [...new Set([everything, ...editions.map(({ head }) => head.published)])];
  // Only where it would take too long to say on which day: nobody vouches for what is read here.
  if (days.length * known.length * all.length > mostWalked) return noCircle(together);
  for (const at of days)
    for (const by of known) {
      const found = circleAmong(Object.values(link(handbook, { at, known: by }).decisions), facts);
      if (found !== undefined) return noCircle(found);
    }
  return undefined;
}

/** The same of what some decisions rest on by what holds on one day, where nobody has looked at all of them. */
export function circleUnder(names: readonly string[], { decisions, facts }: Program): Texts | undefined {
  const partsAt = (place: string): readonly Ir[] => {
    const name = place.slice(place.indexOf(' ') + 1);
    const decision = place.startsWith(decisionMark) && Object.hasOwn(decisions, name) ? decisions[name] : undefined;
    const fact = place.startsWith(factMark) && Object.hasOwn(facts, name) ? facts[name] : undefined;
    return [...(decision === undefined ? [] : partsOf(decision)), ...(fact === undefined ? [] : orFromOf(fact))];
  };
  const starts = names.map((name) => decisionMark + name);
  const found = circleIn(starts, partsAt);
  return found === undefined ? undefined : noCircle(found);
}

const noCircle = (name: string): Texts => ({
  en: `no circle of decisions (“${name}”)`,
  zh: `决定之间不循环（“${name}”）`,
});

/** A node, or a decision or fact by its marked name, since a stranger may call one like the other. Nodes are walked as they are shared, not as the trees that they stand for. */
type Place = Ir | string;

function circleAmong(decisions: readonly Decision[], facts: Readonly<Record<string, Fact>>): string | undefined {
  const roots = new Map<string, Ir[]>();
  for (const decision of decisions) {
    const place = decisionMark + decision.name;
    const known = roots.get(place) ?? [];
    for (const part of partsOf(decision)) known.push(part);
    roots.set(place, known);
  }
  for (const name in facts) roots.set(factMark + name, orFromOf(facts[name] as Fact));
  return circleIn(roots.keys(), (place) => roots.get(place) ?? []);
}

/** `partsAt`: of a decision or fact by its marked name. */
function circleIn(starts: Iterable<string>, partsAt: (place: string) => readonly Ir[]): string | undefined {
  const reads = (place: Place): readonly Place[] =>
    typeof place === 'string' ? partsAt(place) : [...named(place), ...children(place)];
  // In steps instead of calls: a chain may be as long as a bundle.
  const done = new Set<Place>();
  const open = new Set<Place>();
  for (const start of starts) {
    const left: { readonly place: Place; readonly next: Place[] }[] = [];
    const enter = (place: Place): void => {
      open.add(place);
      left.push({ place, next: [...reads(place)] });
    };
    if (!done.has(start)) enter(start);
    for (let here = left.at(-1); here !== undefined; here = left.at(-1)) {
      const next = here.next.pop();
      if (next === undefined) {
        open.delete(here.place);
        done.add(here.place);
        left.pop();
      } else if (open.has(next)) {
        return nameIn(left.map(({ place }) => place).slice(left.findIndex(({ place }) => place === next)));
      } else if (!done.has(next)) enter(next);
    }
  }
  return undefined;
}

const decisionMark = 'decision ';
const factMark = 'fact ';

const orFromOf = ({ orFrom }: Fact): Ir[] => (orFrom === undefined ? [] : [orFrom]);

const named = (node: Ir): readonly string[] =>
  node.op === 'decision' ? [decisionMark + node.name] : node.op === 'fact' ? [factMark + node.name] : [];

/** Nodes never lie in themselves, so that every circle goes through a name. */
const nameIn = (circle: readonly Place[]): string =>
  (circle.find((place) => typeof place === 'string') ?? '').replace(/^(decision|fact) /, '');
