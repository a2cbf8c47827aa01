import type { Ir, Range } from '../../ir/ir.ts';
import { array, quoted, type Code } from './layout.ts';
import type { Within } from './writing.ts';

/** Does the value lie in the range? */
export function rangeCode(range: Range, value: Code, { writing }: Within, code: (ir: Ir) => Code): Code {
  switch (range.range) {
    case 'any':
      return writing.use('just', 'true');
    case 'interval':
      return writing.use('between', value, ...endsCode(range, code));
    case 'set':
      return writing.use(range.none ? 'notAmong' : 'among', value, array(range.items.map(code)));
    case 'list':
      return writing.use('memberOf', value, code(range.list));
  }
}

/** `'[)', low, high`; an end that is not there is `undefined`. */
export function endsCode(
  { low, high }: Extract<Range, { range: 'interval' }>,
  code: (ir: Ir) => Code,
): readonly [brackets: string, low: Code, high: Code] {
  const brackets = `${low?.open === true ? '(' : '['}${high?.open === true ? ')' : ']'}`;
  return [
    quoted(brackets),
    low === undefined ? 'undefined' : code(low.at),
    high === undefined ? 'undefined' : code(high.at),
  ];
}
