import type { Texts } from '../diagnostic/diagnostic.ts';
import { approximated } from './approximate.ts';

/**
 * A change of an amount, as outcomes print it, with its sign. A change of a percentage is one of percentage points: +0.1% of a
 * rate of 2.5% would be another rate.
 */
export function changeText(change: string): Texts {
  const signed = change.startsWith('-') || /^0(?:\.0+)?\D*$/.test(change) ? change : `+${change}`;
  if (!change.endsWith('%')) return { en: signed, zh: signed };
  const isOne = /^[+-]1%$/.test(signed);
  return {
    en: approximated(signed, 'en').replace('%', isOne ? ' percentage point' : ' percentage points'),
    zh: approximated(signed, 'zh').replace('%', ' 个百分点'),
  };
}
