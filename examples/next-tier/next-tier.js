/**
 * How far it is to the next tier, found by asking the handbook alone: no tier, no rate and no bound stands in this file.
 * The rate never falls while sales rise (the policy promises that, and `bylaw check` proves it), so halving finds the first
 * sales with another one, to the hundredth.
 */
const decision = { rate: 'commission.head.rate', amount: 'commission.head.amount' };

/** Amounts are hundredths of a yuan, as BigInt. Undefined when no further tier is in reach of ten times the target. */
export function nextTier(rules, { ordered, returned, target }) {
  const at = (more) => {
    const facts = {
      'sales.ordered': money(ordered + more),
      'sales.returned': money(returned),
      'sales.target': money(target),
    };
    return { more, rate: rules.decide(decision.rate, facts), amount: rules.decide(decision.amount, facts) };
  };
  const now = at(0n);
  const isSame = ({ rate }) => rate.value === now.rate.value;
  if (now.rate.status !== 'determined') return { now };
  let below = 0n;
  let above = 1n;
  while (isSame(at(above))) {
    if (above > target * 10n) return { now };
    [below, above] = [above, above * 2n];
  }
  while (above - below > 1n) {
    const middle = (below + above) / 2n;
    if (isSame(at(middle))) below = middle;
    else above = middle;
  }
  return { now, next: at(above) };
}

/** `88000.00 CNY` for 8800000n. */
export function money(cents) {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)} CNY`;
}

/** 8800000n for `88000.00`; undefined for what is no amount. */
export function centsOf(text) {
  const [, whole, part = ''] = /^\s*(\d{1,15})(?:\.(\d{1,2}))?\s*$/.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(whole + part.padEnd(2, '0'));
}
