import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import { everything, type Decision, type Fact } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import type { Editions } from '../program/edition.ts';
import { link } from '../program/link.ts';
import { changeDays } from '../program/timeline.ts';

/** Decisions that need each other on some day would never be worked out; a handbook that was checked has none. */
export function circleOf(handbook: Editions): Texts | undefined {
  const editions = [...handbook.versions.values()].flat();
  const { facts } = handbook;
  const all = editions.flatMap(({ decisions }) => decisions);
  // Where none is whatever versions are put together, no day has one.
  if (circleIn(all, facts) === undefined) return undefined;
  const known = [...new Set([everything, ...editions.map(({ head }) => head.published)])];
  for (const at of changeDays(editions))
    for (const by of known) {
      const found = circleIn(Object.values(link(handbook, { at, known: by }).decisions), facts);
      if (found !== undefined) return { en: `no circle of decisions (“${found}”)`, zh: `决定之间不循环（“${found}”）` };
    }
  return undefined;
}

function circleIn(decisions: readonly Decision[], facts: Readonly<Record<string, Fact>>): string | undefined {
  const irs = new Map<string, Ir[]>();
  for (const decision of decisions) irs.set(decision.name, [...(irs.get(decision.name) ?? []), ...partsOf(decision)]);
  const reads = (key: string): readonly string[] => {
    const fact = key.startsWith(factMark) ? facts[key.slice(factMark.length)] : undefined;
    const parts = key.startsWith(factMark) ? (fact?.orFrom === undefined ? [] : [fact.orFrom]) : (irs.get(key) ?? []);
    return [...new Set(parts.flatMap(namesRead))];
  };
  // In steps instead of calls: a chain may be as long as a bundle.
  const done = new Set<string>();
  const open = new Set<string>();
  for (const start of [...irs.keys(), ...Object.keys(facts).map((name) => factMark + name)]) {
    const left: { readonly key: string; readonly next: string[] }[] = [];
    const enter = (key: string): void => {
      open.add(key);
      left.push({ key, next: [...reads(key)] });
    };
    if (!done.has(start)) enter(start);
    for (let here = left.at(-1); here !== undefined; here = left.at(-1)) {
      const next = here.next.pop();
      if (next === undefined) {
        open.delete(here.key);
        done.add(here.key);
        left.pop();
      } else if (open.has(next)) return next.replace(factMark, '');
      else if (!done.has(next)) enter(next);
    }
  }
  return undefined;
}

const factMark = 'fact ';

function namesRead(ir: Ir): readonly string[] {
  return [...nodes(ir)].flatMap((node) =>
    node.op === 'decision' ? [node.name] : node.op === 'fact' ? [factMark + node.name] : [],
  );
}
