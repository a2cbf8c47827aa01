import type { Call } from '../../ir/ir.ts';
import { weekdays } from '../../ir/weekday.ts';
import {
  boundCell,
  countIn,
  mainTerm,
  momentKind,
  numberIn,
  open,
  pickCell,
  strictly,
  wordIn,
  worst,
  type Cell,
  type Worth,
} from './cell.ts';
import type { Say } from './expression.ts';
import { civilOf, clockOfMoment, dayOfMoment, fullMonths, monthLength, weekdayNumber } from './moment.ts';
import { moved, type Applied } from './moved.ts';
import { postCall } from './posts.ts';
import { added, divided, extreme, multiplied, negatedNumber, sizeOfNumber, subtracted, type Ratio } from './ratio.ts';
import { stepped } from './round.ts';
import { nothing, pick, sql, whole, type Term } from './term.ts';
import { bound, constant, minus, onlyWhere, plus, quotient, rest, type Whole } from './whole.ts';
import type { Writing } from './writing.ts';

/** A strict operator or function. */
export function callCell(ir: Call, say: Say, here: Writing): Cell {
  const args = ir.args.map((arg) => say(arg, here));
  if (args.some(({ worth }) => worth.is === 'nothing')) return strictly(args, { is: 'nothing' }, here);
  const { worth, failed } = applied(ir, args, here);
  const cell = strictly(args, worth, here);
  // A failure of the function itself is one only where all arguments are known.
  return failed === undefined ? cell : { ...cell, failed: worst(cell.failed, failed) };
}

function applied(ir: Call, args: readonly Cell[], here: Writing): Applied {
  const number = (i: number): Ratio => numberIn(args[i] ?? open);
  const count = (i: number): Whole => bound(countIn(args[i] ?? open), here);
  const word = (i: number): Term => wordIn(args[i] ?? open);
  const ofNumber = (value: Ratio): Applied => ({ worth: { is: 'number', number: value } });
  const ofCount = (top: Whole): Applied => ofNumber({ top, parts: 1n });
  const day = (value: Whole): Applied => ({ worth: { is: 'day', count: value } });
  const truth = (term: Term): Applied => ({ worth: { is: 'truth', term } });
  switch (ir.fn) {
    case 'add':
    case 'subtract': {
      const sign = ir.fn === 'add' ? 1 : -1;
      if (momentKind(ir.type) === undefined)
        return ofNumber(sign === 1 ? added(number(0), number(1), here) : subtracted(number(0), number(1), here));
      const [first, second] = args;
      if (first === undefined || second === undefined) throw new Error('two arguments were expected');
      const [from, by] = first.worth.is === 'number' ? [1, 0] : [0, 1];
      const family = ir.args[by]?.type;
      return moved(
        count(from),
        args[from]?.worth.is === 'moment',
        number(by),
        family?.is === 'duration' ? family.family : 'days',
        sign,
        here,
      );
    }
    case 'multiply':
      return ofNumber(multiplied(number(0), number(1), here));
    case 'divide':
      return ofNumber(divided(number(0), number(1), here));
    case 'negate':
      return ofNumber(negatedNumber(number(0)));
    case 'min':
    case 'max':
      return {
        worth: args
          .map((cell) => boundCell(cell, here))
          .reduce((best, cell) => further(best, ir.fn === 'min' ? '<=' : '>=', cell, here)).worth,
      };
    case 'abs':
      return ofNumber(sizeOfNumber(number(0)));
    case 'floor':
    case 'ceil':
      return ofNumber(steps(number(0), number(1), ir.fn === 'floor' ? 1 : -1, here));
    case 'days-between':
      return ofCount(minus(count(1), count(0), here));
    case 'full-months':
      return ofCount(fullMonths(count(0), count(1), here));
    case 'full-years':
      return ofCount(quotient(bound(fullMonths(count(0), count(1), here), here), constant(12n), here));
    case 'month-end': {
      const { year, month, day: ofMonth } = civilOf(count(0), here);
      return day(plus(minus(count(0), ofMonth, here), monthLength(year, month, here), here));
    }
    case 'month-start':
      return day(plus(minus(count(0), civilOf(count(0), here).day, here), constant(1n), here));
    case 'weekday': {
      const at = bound(weekdayNumber(count(0), here), here);
      const names = weekdays.map((name, i) => ({
        when: sql`${at.term} = ${whole(BigInt(i))}`,
        then: here.syntax.quotedText(name),
      }));
      return { worth: { is: 'word', term: pick(names, nothing) } };
    }
    case 'last-weekday': {
      const { year, month, day: ofMonth } = civilOf(count(1), here);
      const end = bound(plus(minus(count(1), ofMonth, here), monthLength(year, month, here), here), here);
      const wanted = pick(
        weekdays.map((name, i) => ({
          when: sql`${word(0)} = ${here.syntax.quotedText(name)}`,
          then: whole(BigInt(i)),
        })),
        nothing,
      );
      const ahead = plus(minus(weekdayNumber(end, here), { term: wanted, most: 6n }, here), constant(7n), here);
      return day(minus(end, rest(ahead, constant(7n), here), here));
    }
    case 'year-of':
      return ofCount(civilOf(count(0), here).year);
    case 'month-of':
      return ofCount(civilOf(count(0), here).month);
    case 'day-of':
      return ofCount(civilOf(count(0), here).day);
    case 'date-of':
      return day(dayOfMoment(count(0), here));
    case 'time-of':
      return { worth: { is: 'time', count: clockOfMoment(count(0), here) } };
    case 'length':
      return ofCount({ term: here.syntax.lengthOf(word(0)), most: 2n ** 40n });
    case 'starts-with':
      return truth(here.syntax.startsWith(word(0), word(1)));
    case 'contains':
      return truth(here.syntax.contains(word(0), word(1)));
    case 'superior-of':
    case 'is-above':
    case 'department-of':
      return postCall(ir, args, here);
    case 'days':
    case 'size':
    case 'join':
      throw new Error(`${ir.fn} has no form in SQL`);
  }
}

/** The smaller or greater of two, of whatever has an order. */
function further(a: Cell, sign: '<=' | '>=', b: Cell, here: Writing): Cell {
  const [x, y] = [a.worth, b.worth];
  if (x.is === 'number' && y.is === 'number')
    return boundCell({ ...a, worth: { is: 'number', number: extreme(x.number, sign, y.number, here) } }, here);
  const ordered = (worth: Worth): Term => (worth.is === 'word' ? here.syntax.orderedText(worth.term) : mainTerm(worth));
  const first = sql`${ordered(x)} ${sign} ${ordered(y)}`;
  const second = sql`${ordered(y)} ${sign} ${ordered(x)}`;
  return boundCell(
    pickCell(
      [
        { when: first, then: a },
        { when: second, then: b },
      ],
      open,
      here,
    ),
    here,
  );
}

/** `floor` and `ceil`: open where the step is not positive. */
function steps(value: Ratio, step: Ratio, sign: 1 | -1, here: Writing): Ratio {
  const fixed = step.top.term.always;
  if (typeof fixed === 'bigint') {
    return fixed > 0n ? stepped(value, step, sign, here) : { top: { term: nothing, most: 0n }, parts: 1n };
  }
  const top = bound(step.top, here);
  return stepped(value, { ...step, top: bound(onlyWhere(sql`${top.term} > 0`, top, here), here) }, sign, here);
}
