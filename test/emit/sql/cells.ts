import type { SqlInput } from '../../../engine/emit/sql/sql.ts';
import type { Fact, Program } from '../../../engine/ir/program.ts';
import type { Type } from '../../../engine/ir/type.ts';
import type { Value } from '../../../engine/ir/value.ts';
import { exact, exactDigits, parseExact } from '../../../engine/value/exact.ts';
import { readFacts } from '../../../engine/value/facts.ts';
import { checked } from '../../../engine/value/rule.ts';
import { readValue } from '../../../engine/value/read.ts';

/** What stands in a column of facts, as text; null is not given. */
export type Cell = string | null;

/** One row of facts by name; a fact that is not there is not given. */
export type CellRow = Readonly<Record<string, Cell>>;

/** How a column holds the value: amounts as decimal numbers without their unit, percents as ratios. Undefined where it cannot. */
export function cellOf(value: Value | undefined): Cell | undefined {
  switch (value?.is) {
    case undefined:
      return null;
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return value.digits.includes('/') ? undefined : exactDigits(parseExact(value.digits));
    case 'date':
    case 'time':
    case 'date-time':
      return value.iso;
    case 'text':
      return value.text;
    case 'boolean':
      return String(value.truth);
    case 'member':
    case 'post':
      return value.name;
    case 'no-duration':
    case 'list':
    case 'record':
    case 'invalid':
      return undefined;
  }
}

/** What the engine is asked with for a cell: read and checked by its own rules, but for text, which a column holds as it is. */
export function factOf(cell: string, fact: Fact, program: Program): Value {
  const { type } = fact;
  switch (type.is) {
    case 'text':
      return { is: 'text', text: cell };
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return checked(amount(cell, type), type, fact, program);
    case 'enumeration':
    case 'post':
      return named(cell, fact, program);
    default:
      return readFacts(program, { [fact.name]: cell }).values[fact.name] ?? { is: 'text', text: '' };
  }
}

type Amount = Extract<Type, { is: 'number' | 'percent' | 'money' | 'quantity' | 'duration' }>;

function amount(cell: string, type: Amount): Value {
  const digits = exactDigits(parseExact(cell));
  return { ...type, digits };
}

/** By its id alone: a column of ids knows no titles. Without an organization nobody knows which posts there are. */
function named(cell: string, fact: Fact, program: Program): Value {
  const { type } = fact;
  const value: Value =
    type.is === 'post'
      ? { is: 'post', scope: type.scope, name: cell }
      : { is: 'member', enumeration: type.is === 'enumeration' ? type.name : '', name: cell };
  const known =
    value.is === 'post'
      ? (program.organizations[value.scope]?.posts ?? (cell === '' ? {} : { [cell]: '' }))
      : (program.enumerations[value.enumeration] ?? {});
  if (Object.hasOwn(known, cell)) return value;
  return { is: 'invalid', code: 'fact/unknown-member', message: { en: cell, zh: cell } };
}

/** The value of an outcome as a column would hold it; undefined where none can: a quotient that does not come out even, none. */
export function cellOfOutcome(text: string, type: Type, program: Program): Cell | undefined {
  if (type.is === 'text') return text;
  const value = readValue(text, type, program);
  return value.is === 'invalid' ? undefined : cellOf(value);
}

/** The cell as the column writes it: a whole count where the column holds counts. */
export function columnText(cell: Cell, { countsDecimals }: SqlInput): Cell {
  return cell === null || countsDecimals === undefined ? cell : counted(cell, countsDecimals);
}

function counted(cell: string, decimals: number): string {
  const { top, bottom } = parseExact(cell);
  return exactDigits(exact(top * 10n ** BigInt(decimals), bottom));
}

/** Can the column hold the cell? One that cannot would be rounded or clamped by the database before any rule sees it. */
export function fits(cell: string, { sqlType, countsDecimals }: Pick<SqlInput, 'sqlType' | 'countsDecimals'>): boolean {
  if (countsDecimals !== undefined) return /^-?\d{1,18}$/.test(counted(cell, countsDecimals));
  const [, precision = '', scale = ''] = /(?:decimal|numeric)\((\d+), *(\d+)\)/i.exec(sqlType) ?? [];
  if (precision !== '') {
    const [whole = '', part = ''] = cell.replace('-', '').split('.');
    return part.length <= Number(scale) && whole.replace(/^0+/, '').length <= Number(precision) - Number(scale);
  }
  // ClickHouse clamps what lies beyond without a word.
  if (/date32|datetime64/i.test(sqlType)) return cell >= '1900-01-01' && cell < '2300-01-01';
  return !cell.includes('\0');
}
