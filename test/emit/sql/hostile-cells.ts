import type { Fact, Program } from '../../../engine/ir/program.ts';
import type { Type } from '../../../engine/ir/type.ts';
import { exactDigits, parseExact, plusExact } from '../../../engine/value/exact.ts';
import type { Around } from '../../random/around.ts';
import { dayNumber, dayText } from '../../oracle/calendar.ts';
import { cellOf, type Cell } from './cells.ts';

const huge = [
  '123456789012345678901234567890',
  '-123456789012345678901234567890',
  '99999999999999999999.99',
  '9007199254740993',
];
const numbers = ['0', '0.00', '1', '-1', '0.01', '-0.01', '0.005', '0.0049', '0.12345', ...huge];
const days = [
  ...['0001-01-01', '1582-10-15', '1900-02-28', '1999-12-31', '2000-02-29', '2024-02-29', '2026-01-31'],
  ...['2026-02-28', '2026-04-30', '2026-12-31', '2299-12-31', '9999-12-31'],
];
const texts = [
  ...['', ' ', "'", "''", '"', '\\', '\\\\', "\\'", '--', '/* */', "'; drop table facts; --", '%', '_', '$1', '{x}'],
  ...['a\nb', 'a\tb', '提成', '𠮷', 'ｆ', 'NULL', 'null', '\\N', 'true', ' padded ', 'é', 'É'],
];

/** Cells of a fact that SQL is likely to get wrong: on every bound that the decisions compare with, beside it, and beyond all. */
export function hostileCells(fact: Fact, { program, edges }: Around): readonly Cell[] {
  const { type } = fact;
  const bounds = boundsOf(type, { program, edges });
  const cells = [null, ...[...new Set(bounds)].flatMap((bound) => besides(bound, type)), ...usual(type, program)];
  return [...new Set(cells)];
}

/** What values of the type are held against: literals, and what parameters are set to. */
export function boundsOf(type: Type, { program, edges }: Around): readonly string[] {
  const set = Object.values(program.parameters).filter(
    (parameter) => JSON.stringify(parameter.type) === JSON.stringify(type),
  );
  const values = set.flatMap(({ value, entries = [] }) => [
    ...(value === undefined ? [] : [value]),
    ...entries.map((entry) => entry.value),
  ]);
  return [...(edges.get(JSON.stringify(type)) ?? []), ...values].flatMap((value) => cellOf(value) ?? []);
}

function usual(type: Type, program: Program): readonly string[] {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return numbers;
    case 'date':
      return days;
    case 'date-time':
      return days.flatMap((day) => [`${day}T00:00:00`, `${day}T23:59:59`]);
    case 'time':
      return ['00:00:00', '00:00:01', '12:00:00', '23:59:59'];
    case 'boolean':
      return ['true', 'false'];
    case 'enumeration': {
      const ids = Object.keys(program.enumerations[type.name] ?? {});
      return [...ids, ...ids.slice(0, 1).map((id) => `${id} `), 'no such member', ...texts];
    }
    case 'post': {
      const ids = Object.keys(program.organizations[type.scope]?.posts ?? {});
      return [...ids.slice(0, 6), 'no such post', ...texts.slice(0, 4)];
    }
    case 'text':
      return texts;
    case 'list':
    case 'record':
    case 'unknown':
      return [];
  }
}

/** The bound and its neighbours, nearer than any declared scale too. */
function besides(bound: string, type: Type): readonly string[] {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return ['0', '1', '-1', '0.01', '-0.01', '0.0001', '-0.0001'].map((step) => sum(bound, step));
    case 'date':
      return [-1, 0, 1].flatMap((step) => moved(bound, step));
    case 'date-time': {
      const [day = '', clock = ''] = bound.split('T');
      return [bound, ...[-1, 1].flatMap((step) => moved(day, step)).map((other) => `${other}T${clock}`)];
    }
    case 'time':
      return [bound, bound.replace(/..$/, '59'), bound.replace(/..$/, '01')];
    case 'text':
      return [bound, `${bound} `, bound.slice(0, -1), bound.toUpperCase(), `${bound}%`];
    default:
      return [bound];
  }
}

function moved(day: string, step: number): readonly string[] {
  const number = dayNumber(day) + step;
  const isDay = number >= dayNumber('0001-01-01') && number <= dayNumber('9999-12-31');
  return isDay ? [dayText(number)] : [];
}

/** The sum of two decimal texts. */
function sum(a: string, b: string): string {
  return exactDigits(plusExact(parseExact(a), parseExact(b)));
}
