import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Expr } from '../../expression/ast.ts';
import type { Ir } from '../../ir/ir.ts';
import { nodes } from '../../ir/walk.ts';
import { holdsNothing } from '../../proof/empty.ts';
import type { CheckContext } from '../kind.ts';
import { checkScale, scaleTitle } from '../scale-coverage.ts';
import { compareLow, textOf, tiersOf, type Tier } from '../scale.ts';
import { cliffs } from './cliff.ts';
import type { TiersPolicy } from './index.ts';
import { tiersMessages } from './messages.ts';

/** Every value of the scale belongs to one tier, every tier can be reached, and reaching more does not pay less. */
export function checkTiers(
  policy: TiersPolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
): readonly Diagnostic[] {
  const node = [...lowered.values()].flatMap((ir) => [...nodes(ir)]).find((ir) => ir.op === 'bands');
  if (node === undefined) return [];
  const by = scaleOf(policy);
  const cells = policy.tiers.map(({ value }) => value.in);
  const tiers = tiersOf(cells, node);
  const filled = tiers.filter(({ band }) => !holdsNothing(band.range));
  const messages =
    policy.mode === 'slab' ? tiersMessages : { ...tiersMessages, overlap: tiersMessages['counted-twice'] };
  return [
    ...checkScale({
      by,
      node,
      tiers,
      partial: tiers.length < cells.length,
      context,
      messages,
      uncounted: tiersMessages['counted-nowhere'],
    }),
    ...checkOrder(filled),
    ...(policy.mode === 'slab' ? cliffs(filled, scaleTitle(by, node, context), context.words) : []),
  ];
}

/** Modes that add parts cut the base itself. */
const scaleOf = ({ mode, by, base }: TiersPolicy): Expr => (mode === 'slab' ? by : (base ?? by));

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
