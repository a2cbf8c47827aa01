import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Expr } from '../../expression/ast.ts';
import { printExpression } from '../../expression/print.ts';
import type { Bands, Ir } from '../../ir/ir.ts';
import { nodes, rangeParts } from '../../ir/walk.ts';
import { areTyped, domainOf, type Domain, type NotDecided } from '../../proof/domain.ts';
import { holdsNothing } from '../../proof/empty.ts';
import { gaps } from '../../proof/gaps.ts';
import { layOut, type Grid } from '../../proof/grid.ts';
import type { Part } from '../../proof/part.ts';
import { printCondition, printDomain, printPart } from '../../proof/print-part.ts';
import { overlaps, unreachableRows } from '../../proof/rows.ts';
import { sameValue } from '../../value/compare.ts';
import { printValue } from '../../value/print.ts';
import type { CheckContext } from '../kind.ts';
import { cliffs } from './cliff.ts';
import { fillGap, neighboursOf, partOverlap } from './fixes.ts';
import type { TiersPolicy } from './index.ts';
import { tiersMessages } from './messages.ts';
import { compareLow, textOf, tiersOf, type Tier } from './tier.ts';

/** The scale and its tiers, with what their findings are told in. */
interface Scale {
  readonly policy: TiersPolicy;
  readonly node: Bands;
  readonly tiers: readonly Tier[];
  /** The scale as the author writes it. */
  readonly by: string;
  readonly context: CheckContext;
}

/** Every value of the scale belongs to one tier, every tier can be reached, and reaching more does not pay less. */
export function checkTiers(
  policy: TiersPolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
): readonly Diagnostic[] {
  const node = [...lowered.values()].flatMap((ir) => [...nodes(ir)]).find((ir) => ir.op === 'bands');
  if (node === undefined) return [];
  const tiers = tiersOf(policy, node);
  const hollow = tiers.filter(({ band }) => holdsNothing(band.range));
  const filled = tiers.filter((tier) => !hollow.includes(tier));
  const scale: Scale = { policy, node, tiers: filled, by: printExpression(scaleOf(policy)), context };
  const empty = hollow.map((tier) => tiersMessages.empty({ tier: textOf(tier) }, tier.cell.span));
  const jumps = policy.mode === 'slab' ? cliffs(filled, scale.by, context.words) : [];
  return [...empty, ...checkOrder(filled), ...checkCoverage(scale), ...jumps];
}

/** Modes that add parts cut the base itself. */
const scaleOf = ({ mode, by, base }: TiersPolicy): Expr => (mode === 'slab' ? by : (base ?? by));

function checkCoverage(scale: Scale): readonly Diagnostic[] {
  const { node, tiers, context } = scale;
  if (!areTyped([node.by, ...tiers.flatMap(({ band }) => rangeParts(band.range))])) return [];
  const domain = domainOf(node.by, context);
  if ('notDecided' in domain) return [notDecided(scale, domain)];
  const grid = layOut(
    [domain],
    tiers.map(({ band }) => [band.range]),
  );
  if ('notDecided' in grid) return [notDecided(scale, grid)];
  const holes = gaps(grid);
  return [
    ...checkReach(scale, grid, domain),
    ...('notDecided' in holes ? [notDecided(scale, holes)] : holes.flatMap(([part]) => gapOf(scale, part))),
    ...overlaps(grid).flatMap(({ rows, box: [part] }) => overlapOf(scale, rows, part)),
  ];
}

function notDecided({ policy }: Scale, { notDecided: why, span }: NotDecided): Diagnostic {
  return tiersMessages['not-decided']({ why }, span ?? policy.by.span);
}

function checkReach({ tiers, by, context }: Scale, grid: Grid, domain: Domain): readonly Diagnostic[] {
  return unreachableRows(grid).flatMap(({ row }) => {
    const tier = tiers[row];
    if (tier === undefined) return [];
    const range = printDomain(domain, context.words);
    return [tiersMessages.unreachable({ tier: textOf(tier), by, range }, tier.cell.span)];
  });
}

function gapOf(scale: Scale, part: Part | undefined): readonly Diagnostic[] {
  if (part === undefined) return [];
  const { policy, tiers, by, context } = scale;
  const neighbours = neighboursOf(part, tiers);
  const { below, above } = neighbours;
  const gap = printPart(part, context.words);
  // Brackets as the evaluators' reason has them, also where the hole is a single value.
  const where = /^[[(]/.test(gap) ? `${by} in ${gap}` : `${by} ${gap}`;
  const args = { where, witness: witnessText(part, context) };
  const span = (below ?? above)?.cell.span ?? policy.by.span;
  const related = [
    ...(below === undefined ? [] : [{ span: below.cell.span, message: edgeNote.below }]),
    ...(above === undefined ? [] : [{ span: above.cell.span, message: edgeNote.above }]),
  ];
  return [tiersMessages.gap(args, span, { related, fixes: fillGap(neighbours), ...witnessOf(scale, part) })];
}

const edgeNote: Readonly<Record<'below' | 'above', Texts>> = {
  below: { en: 'The tier below the hole.', zh: '缺口之下的一档。' },
  above: { en: 'The tier above the hole.', zh: '缺口之上的一档。' },
};

function overlapOf(
  scale: Scale,
  [earlier, later]: readonly [number, number],
  part: Part | undefined,
): readonly Diagnostic[] {
  const { policy, tiers, by, context } = scale;
  const [first, second] = [tiers[earlier], tiers[later]];
  if (first === undefined || second === undefined || part === undefined) return [];
  // Where each tier counts by its length, a shared end counts nothing.
  if (policy.mode !== 'slab' && isPoint(part)) return [];
  const [lower, higher] = compareLow(first, second) <= 0 ? [first, second] : [second, first];
  const args = { where: printCondition(by, part, context.words), witness: witnessText(part, context) };
  const report = policy.mode === 'slab' ? tiersMessages.overlap : tiersMessages['counted-twice'];
  return [
    report(args, second.cell.span, {
      related: [{ span: first.cell.span, message: { en: 'The other tier.', zh: '另一档。' } }],
      fixes: partOverlap(lower, higher),
      ...witnessOf(scale, part),
    }),
  ];
}

function isPoint({ covers }: Part): boolean {
  if (covers.is !== 'interval' || covers.low === undefined || covers.high === undefined) return false;
  return sameValue(covers.low.value, covers.high.value);
}

const witnessText = ({ witness }: Part, { words }: CheckContext): string =>
  witness === undefined ? '' : printValue(witness, words);

/** The facts to replay a finding with; a scale that is computed has no single fact to give. */
function witnessOf({ node, context }: Scale, part: Part): { readonly witness?: Readonly<Record<string, string>> } {
  return node.by.op === 'fact' ? { witness: { [node.by.name]: witnessText(part, context) } } : {};
}

function checkOrder(tiers: readonly Tier[]): readonly Diagnostic[] {
  return tiers.slice(1).flatMap((tier, i) => {
    const before = tiers[i];
    if (before === undefined || compareLow(tier, before) >= 0) return [];
    return [
      tiersMessages.order({ tier: textOf(tier), before: textOf(before) }, tier.cell.span, {
        related: [
          { span: before.cell.span, message: { en: 'It should stand before this tier.', zh: '应写在此档之前。' } },
        ],
      }),
    ];
  });
}
