import type { Range } from '../ir/ir.ts';
import { rangeParts } from '../ir/walk.ts';
import type { Domain, NotDecided } from './domain.ts';
import { lineAxis, type LineAxis } from './line-axis.ts';
import { valueAxis, type ValueAxis } from './value-axis.ts';

/**
 * One column cut into atoms: pieces that every row treats alike, so that looking at one value of each piece is looking at
 * all values.
 */
export type Axis = LineAxis | ValueAxis;

/** Cuts a column by the cells that stand in it. */
export function axisOf(domain: Domain, cells: readonly Range[]): Axis | NotDecided {
  const parts = cells.flatMap((cell) => (cell.range === 'list' ? [cell.list] : rangeParts(cell)));
  const computed = parts.find((part) => part.op !== 'literal');
  if (computed !== undefined) {
    return {
      notDecided: {
        en: 'an end or value is computed, so it is not known before the facts are.',
        zh: '其中的端点或取值需要计算，提供事实之前无法得知。',
      },
      span: computed.origin,
    };
  }
  if (domain.is === 'line') return lineAxis(domain, cells);
  const between = cells.find((cell) => cell.range === 'interval');
  const bound = between === undefined ? undefined : rangeParts(between)[0];
  if (bound === undefined) return valueAxis(domain, cells);
  return {
    notDecided: { en: 'texts between two texts are not looked at.', zh: '两个文本之间的文本无法逐一考察。' },
    span: bound.origin,
  };
}
