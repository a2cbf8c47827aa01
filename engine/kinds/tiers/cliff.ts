import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import { positionOf } from '../../proof/line.ts';
import { compareExact } from '../../value/exact.ts';
import type { Span } from '../../source/span.ts';
import { printValue, type PrintWords } from '../../value/print.ts';
import { compareLow, literalOf, type Tier } from '../scale.ts';
import { tiersMessages } from './messages.ts';

/** An edge of the scale: the tiers that meet there, and whether the value rises (above 0) or falls. */
interface Edge {
  readonly below: Tier;
  readonly above: Tier;
  readonly change: number;
}

/**
 * Where reaching more pays less although tiers on the whole pay more. Only slab tiers jump at an edge; a scale whose values
 * fall on the whole is meant to.
 */
export function cliffs(tiers: readonly Tier[], by: Texts, words: PrintWords): readonly Diagnostic[] {
  const sorted = tiers.toSorted(compareLow);
  const edges = sorted.slice(1).flatMap((above, i) => edgeOf(sorted[i], above));
  const rises = edges.filter(({ change }) => change > 0).length;
  const falls = edges.filter(({ change }) => change < 0);
  return rises > falls.length ? falls.flatMap((edge) => cliff(edge, by, words)) : [];
}

function edgeOf(below: Tier | undefined, above: Tier): readonly Edge[] {
  const [lower, higher] = [literalOf(below?.band.value), literalOf(above.band.value)];
  // Values of two types have no order: one of them is told to be wrong.
  if (below === undefined || lower === undefined || lower.is !== higher?.is) return [];
  const [before, after] = [positionOf(lower), positionOf(higher)];
  if (before === undefined || after === undefined) return [];
  return [{ below, above, change: compareExact(after, before) }];
}

function cliff({ below, above }: Edge, by: Texts, words: PrintWords): readonly Diagnostic[] {
  const edge = literalOf(above.band.range.low?.at);
  const [before, after] = [literalOf(below.band.value), literalOf(above.band.value)];
  if (edge === undefined || before === undefined || after === undefined) return [];
  const args = {
    by,
    edge: printValue(edge, words),
    below: printValue(before, words),
    above: printValue(after, words),
  };
  return [
    tiersMessages.cliff(args, rateOf(above), {
      related: [
        {
          span: rateOf(below),
          message: { en: `The tier below gives ${args.below}.`, zh: `较低一档给出 ${args.below}。` },
        },
      ],
    }),
  ];
}

/** Where the value is written; a mark around it stands at `rests-on`. */
function rateOf({ band: { value } }: Tier): Span {
  return value.op === 'mark' ? value.value.origin : value.origin;
}
