import { call, plain, sql, type Term } from './term.ts';
import type { Dialect } from './sql.ts';

/** How a dialect says what the others say otherwise. */
export interface Syntax {
  readonly dialect: Dialect;
  /** Whole numbers of 64 bits, and the widest there are. */
  readonly narrow: string;
  readonly wide: string;
  /** The greatest whole number that is sure to fit; none: there is no limit. */
  readonly widest: bigint | undefined;
  readonly boolean: string;
  readonly text: string;
  /** Most bytes of a name. */
  readonly longestName: number | undefined;
  /** Most columns of a layer, and layers of a query: what the database takes, or plans in seconds. */
  readonly mostColumns: number;
  readonly mostLayers: number;
  /** A fixed number of more than 64 bits. */
  readonly wideLiteral: (count: bigint) => Term;
  readonly cast: (term: Term, type: string) => Term;
  /** Towards zero; the divisor is positive or NULL. */
  quotient(a: Term, b: Term, wide: boolean): Term;
  rest(a: Term, b: Term): Term;
  bitOr(a: Term, b: Term): Term;
  hasBit(mask: Term, bit: bigint): Term;
  readonly quotedName: (name: string) => string;
  readonly quotedText: (text: string) => Term;
  /** A DATE as days since 1970-01-01; only of dates from the year 1 to 9999. */
  dayOfDate(date: Term): Term;
  dateLiteral(iso: string): string;
  matches(text: Term, pattern: string): Term;
  /** Characters of a text, counted from 1. */
  part(text: Term, from: number, length: number): Term;
  readNumber(text: Term): Term;
  lengthOf(text: Term): Term;
  startsWith(text: Term, start: Term): Term;
  contains(text: Term, part: Term): Term;
  /** By code point. */
  orderedText(text: Term): Term;
  concat(...texts: readonly Term[]): Term;
  /** Two digits, or four, of a whole number. */
  padded(count: Term, digits: number): Term;
  trimmedEnd(text: Term): Term;
  /** Whole units of which 10 to the power of `scale` make one, at most `most` of them, as a decimal. */
  decimal(units: Term, scale: number, most: bigint): Term;
  decimalType(scale: number, most: bigint): string;
  /** The type of a number's column, with room for decimals that a fact does not allow. */
  columnType(scale: number): string;
  readonly dateType: string;
  /** The type as a column of the table has it. */
  readonly inputType: (type: string) => string;
  /** A fixed number of units of which 10 to the power of `scale` make one. */
  decimalLiteral(units: bigint, scale: number): Term;
  /** Has a number of the table at most so many decimals? Where this cannot be asked, the number is rounded and compared with itself. */
  readonly hasDecimals?: (column: Term, scale: number) => Term;
  /** A number of the table with so many decimals, rounded where it has more; of at most `most` units. */
  rounded(column: Term, scale: number, most: bigint): Term;
  /** The units of a number without further decimals. */
  unitsOf(number: Term, scale: number, most: bigint): Term;
  /** Days since 1970-01-01 as a DATE. */
  dateOfDay(days: Term): Term;
  /** The first and last year that a DATE can have here. */
  readonly years: readonly [number, number];
  /** Ends each layer: what keeps the layers apart where they would be multiplied out. */
  readonly fence: string;
  /** Stands behind the query. */
  readonly ending: string;
}

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const singleQuoted = (text: string): Term => plain(`'${text.replaceAll("'", "''")}'`);
const castTo = (term: Term, type: string): Term => call`CAST(${{ ...term, closed: true }} AS ${type})`;
const point = (scale: number): string => (scale === 0 ? '1' : `0.${'0'.repeat(scale - 1)}1`);

function decimalText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}
const inBrackets = (number: string): string => (number.startsWith('-') ? `(${number})` : number);

/** Digits of a DECIMAL that DuckDB keeps in 64 bits; longer ones are many times slower. */
const digitsOf64Bits = 18;
const digitsFor = (scale: number, most: bigint): number =>
  scale < digitsOf64Bits && most < 10n ** BigInt(digitsOf64Bits) ? digitsOf64Bits : 38;

const duckdb: Syntax = {
  dialect: 'duckdb',
  narrow: 'BIGINT',
  wide: 'HUGEINT',
  // HUGEINT holds a little more; a DECIMAL has 38 digits.
  widest: 10n ** 38n - 1n,
  boolean: 'BOOLEAN',
  text: 'VARCHAR',
  longestName: undefined,
  mostColumns: 20_000,
  mostLayers: 300,
  wideLiteral: (count) => plain(count < 0n ? `(${String(count)})` : String(count)),
  cast: castTo,
  quotient: (a, b) => sql`${a} // ${b}`,
  rest: (a, b) => sql`${a} % ${b}`,
  bitOr: (a, b) => sql`${a} | ${b}`,
  hasBit: (mask, bit) => sql`(${mask} & ${String(bit)}) <> 0`,
  quotedName,
  quotedText: singleQuoted,
  dayOfDate: (date) => sql`${date} - DATE '1970-01-01'`,
  dateLiteral: (iso) => `DATE '${iso}'`,
  matches: (text, pattern) => call`regexp_full_match(${text}, '${pattern}')`,
  part: (text, from, length) => call`substring(${text}, ${String(from)}, ${String(length)})`,
  readNumber: (text) => call`TRY_CAST(${text} AS BIGINT)`,
  lengthOf: (text) => call`length(${text})`,
  startsWith: (text, start) => call`starts_with(${text}, ${start})`,
  contains: (text, part) => call`contains(${text}, ${part})`,
  orderedText: (text) => text,
  concat: (...texts) => texts.reduce((left, right) => sql`${left} || ${right}`),
  padded: (count, digits) => call`lpad(CAST(${count} AS VARCHAR), ${String(digits)}, '0')`,
  trimmedEnd: (text) => call`rtrim(${{ ...text, closed: true }})`,
  decimal: (units, scale, most) => {
    const count = castTo(units, `DECIMAL(${String(digitsFor(scale, most))}, 0)`);
    return scale === 0 ? count : sql`${count} * ${point(scale)}`;
  },
  decimalType: (scale, most) => `DECIMAL(${String(digitsFor(scale, most))}, ${String(scale)})`,
  columnType: (scale) =>
    scale + 2 < digitsOf64Bits ? `DECIMAL(18, ${String(scale + 2)})` : `DECIMAL(38, ${String(scale + 6)})`,
  dateType: 'DATE',
  inputType: (type) => type,
  decimalLiteral: (units, scale) => plain(inBrackets(decimalText(units, scale))),
  rounded: (column, scale, most) =>
    castTo(column, `DECIMAL(${String(Math.max(String(most).length, scale))}, ${String(scale)})`),
  unitsOf: (rounded, scale, most) => {
    const power = 10n ** BigInt(scale);
    const times = (number: Term): Term => sql`${number} * CAST(${String(power)} AS DECIMAL(${String(scale + 1)}, 0))`;
    if (scale === 0) return castTo(rounded, 'BIGINT');
    if (most * power < 10n ** BigInt(digitsOf64Bits)) return castTo(times(rounded), 'BIGINT');
    // In two parts, so that no product leaves 64 bits: what does is many times slower.
    const part = castTo(times(sql`${rounded} % 1`), 'BIGINT');
    return sql`${castTo(call`trunc(${rounded})`, 'BIGINT')} * ${String(power)} + ${part}`;
  },
  dateOfDay: (days) => sql`DATE '1970-01-01' + CAST(${{ ...days, closed: true }} AS INTEGER)`,
  years: [1, 9999],
  fence: '',
  ending: '',
};

const postgres: Syntax = {
  ...duckdb,
  dialect: 'postgres',
  narrow: 'bigint',
  wide: 'numeric',
  widest: undefined,
  boolean: 'boolean',
  text: 'text',
  longestName: 63,
  mostColumns: 1_600,
  mostLayers: 150,
  quotient: (a, b, wide) =>
    wide
      ? call`div(${{ ...castTo(a, 'numeric'), closed: true }}, ${{ ...castTo(b, 'numeric'), closed: true }})`
      : sql`${a} / ${b}`,
  dayOfDate: (date) => sql`CAST(${date} - DATE '1970-01-01' AS bigint)`,
  matches: (text, pattern) => sql`${text} ~ '^(${pattern})$'`,
  readNumber: (text) => castTo(text, 'bigint'),
  lengthOf: (text) => castTo(call`char_length(${text})`, 'bigint'),
  contains: (text, part) => sql`strpos(${text}, ${part}) > 0`,
  orderedText: (text) => sql`${text} COLLATE "C"`,
  padded: (count, digits) => call`lpad(CAST(${count} AS text), ${String(digits)}, '0')`,
  decimal: (units, scale) =>
    scale === 0 ? castTo(units, 'numeric') : sql`CAST(${{ ...units, closed: true }} AS numeric) * ${point(scale)}`,
  decimalType: () => 'numeric',
  columnType: (scale) => `numeric(38, ${String(scale + 6)})`,
  dateType: 'date',
  hasDecimals: (column, scale) => sql`min_scale(${column}) <= ${String(scale)}`,
  unitsOf: (rounded, scale) =>
    castTo(scale === 0 ? rounded : sql`${rounded} * ${String(10n ** BigInt(scale))}`, 'bigint'),
  dateOfDay: (days) => sql`DATE '1970-01-01' + CAST(${{ ...days, closed: true }} AS integer)`,
  // Layers would otherwise be put into each other, each column as often as it is read.
  fence: 'OFFSET 0',
};

const nullable = (type: string): string => (type.startsWith('Nullable') ? type : `Nullable(${type})`);
const castNullable = (term: Term, type: string): Term => castTo(term, nullable(type));

const clickhouse: Syntax = {
  ...duckdb,
  dialect: 'clickhouse',
  narrow: 'Int64',
  wide: 'Int256',
  widest: 10n ** 76n - 1n,
  mostLayers: 90,
  boolean: 'Bool',
  text: 'String',
  // A longer number in the text is a float.
  wideLiteral: (count) => plain(`toInt256('${String(count)}')`),
  cast: castNullable,
  // Both sides of a choice are worked out here, so a divisor is never missing.
  quotient: (a, b) => call`intDiv(${a}, ${b.open ? call`ifNull(${b}, 1)` : b})`,
  rest: (a, b) => call`modulo(${a}, ${b.open ? call`ifNull(${b}, 1)` : b})`,
  bitOr: (a, b) => call`bitOr(${a}, ${b})`,
  hasBit: (mask, bit) => sql`bitAnd(${mask}, ${String(bit)}) <> 0`,
  quotedName: (name) => `"${name.replaceAll('\\', '\\\\').replaceAll('"', '""')}"`,
  quotedText: (text) => plain(`'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`),
  dayOfDate: (date) => call`toInt64(toInt32(${date}))`,
  dateLiteral: (iso) => `toDate32('${iso}')`,
  matches: (text, pattern) => call`match(${text}, '^(${pattern})$')`,
  part: (text, from, length) => call`substringUTF8(${text}, ${String(from)}, ${String(length)})`,
  readNumber: (text) => call`toInt64OrNull(${text})`,
  lengthOf: (text) => call`toInt64(lengthUTF8(${text}))`,
  startsWith: (text, start) => call`startsWith(${text}, ${start})`,
  contains: (text, part) => sql`position(${text}, ${part}) > 0`,
  concat: (...texts) => texts.reduce((left, right) => call`concat(${left}, ${right})`),
  padded: (count, digits) => call`leftPad(toString(${count}), ${String(digits)}, '0')`,
  trimmedEnd: (text) => call`trimRight(${{ ...text, closed: true }})`,
  decimal: (units, scale) =>
    scale === 0
      ? call`toDecimal256(${units}, 0)`
      : sql`toDecimal256(${{ ...units, closed: true }}, 0) * toDecimal256('${point(scale)}', ${String(scale)})`,
  decimalType: (scale) => `Decimal(76, ${String(scale)})`,
  columnType: (scale) => `Decimal(38, ${String(scale + 6)})`,
  dateType: 'Date32',
  inputType: nullable,
  decimalLiteral: (units, scale) => call`toDecimal128('${decimalText(units, scale)}', ${String(scale)})`,
  rounded: (column, scale) => call`toDecimal256(${column}, ${String(scale)})`,
  unitsOf: (rounded, scale) => call`toInt64(toInt256(${rounded} * toDecimal256('${String(10n ** BigInt(scale))}', 0)))`,
  dateOfDay: (days) => call`toDate32(toInt32(${days}))`,
  years: [1900, 2299],
  // What it plans for branches that are not taken grows with every layer; nothing here rests on it.
  ending: "\nSETTINGS short_circuit_function_evaluation = 'disable'",
};

export const syntaxes: Readonly<Record<Dialect, Syntax>> = { duckdb, postgres, clickhouse };
