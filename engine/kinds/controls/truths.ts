import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Expr } from '../../expression/ast.ts';
import type { Truth } from '../../proof/situations.ts';
import type { Word } from '../../shape/schema.ts';
import { controlsMessages as messages } from './messages.ts';
import { computed, conditionOf, waysOf, type Open, type World } from './world.ts';

/** Rules and gates that no facts make true, and those that all facts do. */
export function truthsOf(world: World): { readonly found: readonly Diagnostic[]; readonly open: readonly Open[] } {
  const { rules = [], gates = [] } = world.policy;
  const all = [
    ...rules.map(({ id, when }) => ({ id, when })),
    ...gates.map(({ id, 'opens-when': when }) => ({ id, when })),
  ].map(({ id, when }) => truthsOfOne(id, when, world));
  return { found: all.flatMap(({ found }) => found), open: all.flatMap(({ open }) => open) };
}

interface Told {
  readonly found: readonly Diagnostic[];
  readonly open: readonly Open[];
}
const nothing: Told = { found: [], open: [] };

function truthsOfOne(id: Word, when: Expr, world: World): Told {
  const condition = conditionOf(id.text, world);
  if (condition === undefined) return nothing;
  const ways = waysOf([condition], world);
  const asked = `${id.text}`;
  if ('notDecided' in ways) return { found: [], open: [{ what: asked, why: ways.notDecided, span: when.span }] };
  const of = (truth: Truth): typeof ways => ways.filter(({ truths }) => truths[0] === truth);
  const [yes, no] = [of('true'), of('false')];
  // What a gap leaves open may be decided either way some day; that a fact is missing decides nothing.
  if (of('open').some(({ isAbsent }) => !isAbsent)) return nothing;
  if (yes.length === 0) return { found: [messages['never-true']({ rule: id.text }, when.span)], open: [] };
  if (no.length === 0) return { found: [messages['always-true']({ rule: id.text }, when.span)], open: [] };
  const isDecided = [yes, no].every((some) =>
    some.some(({ witness, isPlausible }) => isPlausible || witness !== undefined),
  );
  return isDecided ? nothing : { found: [], open: [{ what: asked, why: computed, span: when.span }] };
}
