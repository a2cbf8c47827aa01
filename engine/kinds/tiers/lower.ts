import type { Fix, Texts } from '../../diagnostic/diagnostic.ts';
import type { Cell } from '../../expression/ast.ts';
import { checkCell } from '../../expression/check-cells.ts';
import { checkMessages } from '../../expression/check-messages.ts';
import { broken } from '../../expression/check-names.ts';
import { operationType } from '../../expression/check-operators.ts';
import { printCell } from '../../expression/print.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Band, Ir } from '../../ir/ir.ts';
import { typeWords } from '../../ir/type-words.ts';
import { fits, isNumeric, percent, type Type } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import { promised } from '../head.ts';
import type { Lowering, Output } from '../kind.ts';
import { lowerExpr, marked } from '../place.ts';
import type { TierEntry, TiersPolicy } from './index.ts';
import { tiersMessages } from './messages.ts';

const rateTitle: Texts = { en: 'Rate', zh: '比率' };
const amountTitle: Texts = { en: 'Amount', zh: '金额' };

/**
 * `slab` with rates: `.rate` is the tier's, `.amount` is rate × base. `graduated`: `.amount` alone, since no one rate holds.
 * Tiers that give amounts: `.amount` alone (semantics 3.8).
 */
export function outputsOf(policy: TiersPolicy): readonly Output[] {
  const named = (name: string): Word => ({ text: name, span: policy.policy.span });
  const base: Pick<Output, 'cites' | 'hidden'> = { cites: [], hidden: false };
  const bandsOutput = (name: string, title: Texts): Output => ({
    ...base,
    name: named(name),
    title,
    ...promised(policy),
    lower: (lowering) => lowerBands(policy, lowering),
  });
  const givesRates = policy.tiers[0]?.form === 'plain';
  if (policy.mode !== 'slab' || !givesRates) return [bandsOutput('amount', amountTitle)];
  const amount: Output = {
    ...base,
    name: named('amount'),
    title: amountTitle,
    ...(policy.monotone === undefined ? {} : { monotone: policy.monotone }),
    lower: (lowering) => lowerProduct(policy, lowering),
  };
  return [bandsOutput('rate', rateTitle), amount];
}

function lowerBands(policy: TiersPolicy, { checker }: Lowering): Ir {
  // Modes that add parts cut the base itself; for one rate for all of it the scale may be another.
  const by = checker.check(policy.mode === 'slab' ? policy.by : (policy.base ?? policy.by));
  const value = valueType(policy, checker);
  const bands = policy.tiers.flatMap((tier) => lowerTier(tier, by.type, value, checker));
  checkMode(policy, by, bands, checker);
  return {
    op: 'bands',
    type: resultType(policy, by.type, bands, checker),
    origin: policy.by.span,
    mode: policy.mode,
    by,
    bands,
  };
}

/** What the modes that add parts need: rates or amounts in every tier, and ends to measure the parts by (semantics 3.8). */
function checkMode(policy: TiersPolicy, by: Ir, bands: readonly Band[], checker: Checker): void {
  const { report } = checker.env;
  const { mode, base } = policy;
  if (mode === 'slab') return;
  const wanted = mode === 'graduated' ? 'rate' : 'amount';
  for (const { form, value } of policy.tiers) {
    if ((form === 'plain' ? 'rate' : 'amount') !== wanted)
      report(tiersMessages['wrong-value']({ mode, wanted }, value.span));
  }
  for (const { range, origin } of bands) {
    if (range.low === undefined || (mode === 'interpolated' && range.high === undefined)) {
      report(tiersMessages.unbounded({ mode }, origin));
    }
  }
  if (base !== undefined && !fits(checker.check(policy.by).type, by.type)) {
    report(tiersMessages['other-base']({ mode }, base.span));
  }
}

/** What a tier's value must be: a rate is a percent, amounts are alike. */
function valueType(policy: TiersPolicy, checker: Checker): Type | undefined {
  const first = policy.tiers[0];
  return first === undefined || first.form === 'plain' ? percent : checker.check(first.value.amount).type;
}

function lowerTier(tier: TierEntry, by: Type, expected: Type | undefined, checker: Checker): readonly Band[] {
  const range = checkCell(tier.value.in, checker, by);
  if (range.range !== 'interval') {
    const { in: written } = tier.value;
    if (!isMissing(written))
      checker.env.report(tiersMessages['not-an-interval']({}, written.span, { fixes: asInterval(written) }));
    return [];
  }
  const written = tier.form === 'plain' ? tier.value.rate : tier.value.amount;
  const value = marked(
    tier.value['rests-on'],
    lowerExpr(written, checker, expected),
    checker,
    tier.value.origin === 'own',
  );
  return [{ range, value, cites: (tier.value.cites ?? []).map(({ text }) => text), origin: tier.value.in.span }];
}

/** What could not be read has been told already. */
const isMissing = (cell: Cell): boolean => cell.cell === 'value' && cell.value.syntax === 'missing';

/** `81% - 100%` is a difference, where an interval was meant. */
function asInterval(cell: Cell): readonly Fix[] {
  if (cell.cell !== 'value' || cell.value.syntax !== 'binary' || cell.value.operator !== '-') return [];
  const { left, right } = cell.value;
  const meant = printCell({
    cell: 'interval',
    low: { at: left, open: false },
    high: { at: right, open: false },
    span: cell.span,
  });
  return [{ title: { en: `Write ${meant}`, zh: `改为 ${meant}` }, edits: [{ span: cell.span, text: meant }] }];
}

function resultType(policy: TiersPolicy, by: Type, bands: readonly Band[], checker: Checker): Type {
  const value = bands[0]?.value.type ?? percent;
  if (policy.mode !== 'graduated') return value;
  const product = operationType('multiply', value, by);
  if (product === undefined || !isNumeric(by)) {
    const args = { operator: '*', left: typeWords(value), right: typeWords(by) };
    checker.env.report(checkMessages['unit-clash'](args, policy.by.span));
    return value;
  }
  return product;
}

function lowerProduct(policy: TiersPolicy, { checker, read }: Lowering): Ir {
  if (policy.base === undefined) {
    checker.env.report(tiersMessages['no-base']({}, policy.policy.span));
    return broken(policy.policy);
  }
  const rate = read('rate', { text: 'rate', span: policy.by.span });
  const base = checker.check(policy.base);
  const type = operationType('multiply', percent, base.type);
  if (type === undefined) {
    const args = { operator: '*', left: typeWords(percent), right: typeWords(base.type) };
    checker.env.report(checkMessages['unit-clash'](args, policy.base.span));
    return broken(policy.base);
  }
  return { op: 'call', type, origin: policy.base.span, fn: 'multiply', args: [rate, base] };
}
