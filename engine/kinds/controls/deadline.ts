import type { Expr } from '../../expression/ast.ts';
import type { Checker } from '../../expression/environment.ts';
import { typeWords } from '../../ir/type-words.ts';
import { controlsMessages as messages } from './messages.ts';

/** A deadline is a length of time or a point in time, of facts that the handbook knows. */
export function checkDeadline(written: Expr, checker: Checker): void {
  const { type } = checker.check(written);
  switch (type.is) {
    case 'duration':
    case 'date':
    case 'time':
    case 'date-time':
    case 'unknown':
      return;
    default:
      checker.env.report(messages['not-a-deadline']({ found: typeWords(type) }, written.span));
  }
}
