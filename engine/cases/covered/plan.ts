import type { Texts } from '../../diagnostic/diagnostic.ts';
import { worded } from './words.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Decision } from '../../ir/program.ts';
import { nodes } from '../../ir/walk.ts';
import type { Handbook, Version } from '../../program/handbook.ts';
import { organizationsOf } from '../../program/organizations.ts';
import type { Span } from '../../source/span.ts';
import type { PrintWords } from '../../value/print.ts';
import { boundary, type Boundary } from './boundary.ts';
import { cutPoints } from './cut-points.ts';
import type { Hook, Need, Part, Plan, Point, Sort } from './part.ts';
import { settles } from './settles.ts';
import { conditionOf, sites, type Site } from './sites.ts';
import type { World } from './steps.ts';
import { decimalsOf } from '../../program/rounding.ts';

/**
 * Everything that cases should go through, found in what policies are lowered to, so that a kind needs no word of its own
 * here; of the policies that are meant, else of all. A part that stands in several versions with the same text is one: unchanged rows stay covered (semantics 6.5).
 */
export function planOf(handbook: Handbook, isMeant: (policy: string) => boolean = () => true): Plan {
  const words: PrintWords = { moneyDecimals: decimalsOf(handbook.money), units: handbook.units };
  const world = worldOf(handbook);
  const draft: Draft = { parts: new Map(), hooks: new Map(), needs: 0 };
  const meant = [...handbook.versions].flatMap(([policy, versions]) => (isMeant(policy) ? versions : []));
  for (const version of meant) planVersion(version, world, words, draft);
  return { parts: [...draft.parts.values()], hooks: draft.hooks };
}

interface Draft {
  readonly parts: Map<string, Part>;
  readonly hooks: Map<Ir, Hook[]>;
  needs: number;
}

export function worldOf({ sources, versions, facts, units, money }: Handbook): World {
  const decisions = new Map<string, Decision>();
  for (const version of [...versions.values()].flat()) {
    for (const decision of version.decisions) {
      if (!decisions.has(decision.name)) decisions.set(decision.name, decision);
    }
  }
  const organizations = organizationsOf(sources.policies);
  return { facts, units, organizations, money: money?.to ?? '0.01', decision: (name) => decisions.get(name) };
}

function planVersion(version: Version, world: World, words: PrintWords, draft: Draft): void {
  const planned = new Map<string, Part>();
  const texts = new Map<string, number>();
  const groups = new Map<string, Point[]>();

  /** The part of this version at this place: several outputs of one row, or decisions with one condition, share it. */
  function part(
    sort: Sort,
    span: Span,
    cites: readonly string[],
    text: string,
    inputs: readonly Texts[],
    group = '',
  ): Part {
    const place = `${sort} ${String(span.start)} ${String(span.end)} ${text} ${group}`;
    const known = planned.get(place);
    if (known !== undefined) return known;
    const same = `${version.head.policy} ${sort} ${text} ${group}`;
    const count = (texts.get(same) ?? 0) + 1;
    texts.set(same, count);
    // The same cut with other points beside it is another boundary.
    const key = `${same} ${sort === 'boundary' ? inputs.map(({ en }) => en).join(' ') : String(count)}`;
    const needs = (): readonly Need[] => inputs.map((input) => ({ number: draft.needs++, input }));
    const { policy, version: number } = version.head;
    const made = draft.parts.get(key) ?? { sort, policy, version: number, span, text, cites, needs: needs() };
    draft.parts.set(key, made);
    planned.set(place, made);
    return made;
  }

  function hook(ir: Ir, ...more: readonly Hook[]): void {
    draft.hooks.set(ir, [...(draft.hooks.get(ir) ?? []), ...more]);
  }

  function passes(ir: Ir, needs: readonly Need[]): void {
    const settled = settles(ir, world);
    hook(ir, ...needs.map(({ number }): Hook => ({ on: 'passed', need: number, settled })));
  }

  function planSite({ sort, span, value, cites, reached, input }: Site): void {
    const text = value === undefined ? written(span) : `${written(span)} → ${written(value)}`;
    const { needs } = part(sort, span, cites, text, [input]);
    passes(reached, needs);
  }

  /** Both answers of a condition are branches. */
  function planCondition(ir: Ir): void {
    const text = worded(ir, words, version.head.policy);
    const answer = (is: boolean): number => {
      const input = { en: `${text} is ${String(is)}`, zh: `${text} 为 ${String(is)}` };
      const { needs } = part('branch', ir.origin, [], `${text} = ${String(is)}`, [input]);
      return numberOf(needs, 0);
    };
    hook(ir, { on: 'truth', yes: answer(true), no: answer(false) });
  }

  function planBoundary({ subject, bound, compared, text, group, inputs, points }: Boundary): void {
    const { needs } = part('boundary', bound.origin, [], text, inputs, group);
    hook(subject, { on: 'value' });
    hook(bound, { on: 'value' });
    const numbered = points.map((point, i): Point => ({ ...point, need: numberOf(needs, i) }));
    const together = groups.get(group) ?? [];
    groups.set(group, together);
    together.push(...numbered.filter(({ of }) => of !== undefined));
    const apart = numbered.filter(({ of }) => of === undefined);
    hook(compared, { on: 'compared', subject, bound, points: apart.length > 0 ? apart : together });
  }

  function planParts(roots: readonly Ir[], decision: string, inside: string): void {
    for (const ir of roots.flatMap((root) => [...nodes(root)])) {
      for (const site of sites(ir, words, decision)) planSite(site);
      for (const cut of cutPoints(ir, inside, words)) {
        const made = boundary(cut, version.head.policy, world, words);
        if (made !== undefined) planBoundary(made);
      }
    }
  }

  const { text: source } = version.read.file;
  const written = ({ start, end }: Span): string => source.slice(start, end).replace(/\s+/gu, ' ').trim();
  for (const decision of version.decisions) {
    const { name, body, hidden, origin, cites, requires, appliesWhen } = decision;
    if (body.is !== 'ir') continue;
    if (!hidden) {
      const input = { en: `ask ${name}`, zh: `询问 ${name}` };
      const { needs } = part('decision', origin, cites, name, [input]);
      passes(body.ir, needs);
    }
    const required = requires.flatMap(({ that, byKind }) => (byKind === true ? [] : [that]));
    const conditions = [...appliesWhen, ...required];
    const answer = !hidden || name.endsWith('/each') ? conditionOf(body.ir) : undefined;
    for (const ir of answer === undefined ? conditions : [...conditions, answer]) planCondition(ir);
    // All decisions of a policy share what it requires: asking one of them at a boundary will do.
    planParts(required, name, version.head.policy);
    planParts([...appliesWhen, body.ir], name, name);
  }
}

function numberOf(needs: readonly Need[], i: number): number {
  const need = needs[i];
  if (need === undefined) throw new Error(`a part without need ${String(i)}`);
  return need.number;
}
