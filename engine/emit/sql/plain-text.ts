import type { Program } from '../../ir/program.ts';
import { unitsBehind } from '../../plain/written.ts';
import type { SqlInput } from './sql.ts';

/** A column of text read as a fact by DuckDB itself. Both are expressions; an empty text is NULL, which is not given. */
interface PlainColumn {
  /** Is the text in a form about which the engine's own reader and this one agree? Else the row is the engine's. */
  readonly isPlain: string;
  readonly value: string;
}

/** What a column holds, written as text: texts, or by its file's own type exact numbers, truths, days; others are never plain. */
export type Held = 'texts' | 'numbers' | 'truths' | 'days' | 'others';

/** Reads texts such as `9600.00 CNY`, `30%`, `2026-10-31`, in their plainest form only. `text`: the column, quoted. */
export function plainColumn(text: string, input: SqlInput, program: Program, held: Held = 'texts'): PlainColumn {
  const found = held === 'texts' ? plainForm(text, input, program) : typedForm(text, input, program, held);
  return {
    isPlain: `(${text} IS NULL OR ${text} = '' OR (${found.isPlain}))`,
    value: `CASE WHEN ${text} <> '' THEN TRY_CAST(${found.value} AS ${input.sqlType}) END`,
  };
}

/** A number counts what its fact counts; of percentages nobody knows whether 35 or 0.35 is meant. */
function typedForm(text: string, input: SqlInput, program: Program, held: Held): PlainColumn {
  switch (input.type.is) {
    case 'number':
    case 'money':
    case 'quantity':
    case 'duration':
      return held === 'numbers' ? amount(text, input, ['']) : neverPlain;
    case 'boolean':
      return held === 'truths' ? plainForm(text, input, program) : neverPlain;
    case 'date':
      return held === 'days' ? plainForm(text, input, program) : neverPlain;
    default:
      return neverPlain;
  }
}

const neverPlain: PlainColumn = { isPlain: 'false', value: 'NULL' };

function plainForm(text: string, input: SqlInput, program: Program): PlainColumn {
  const { type } = input;
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return amount(text, input, unitsBehind(type, program));
    case 'date':
      return { isPlain: `${matches(text, day)} AND ${isDay(text)}`, value: text };
    case 'time':
      return { isPlain: matches(text, clock), value: withSeconds(text, 5) };
    case 'date-time':
      return {
        isPlain: `${matches(text, `${day}T${clock}`)} AND ${isDay(`substring(${text}, 1, 10)`)}`,
        value: withSeconds(text, 16),
      };
    case 'boolean':
      return { isPlain: `${text} IN ('true', 'false')`, value: text };
    case 'enumeration':
      return oneOf(text, Object.keys(program.enumerations[type.name] ?? {}));
    case 'post': {
      const organization = program.organizations[type.scope];
      return organization === undefined
        ? { isPlain: matches(text, unspaced), value: text }
        : oneOf(text, Object.keys(organization.posts));
    }
    case 'text':
      return { isPlain: matches(text, letters), value: text };
    case 'list':
    case 'record':
    case 'unknown':
      return neverPlain;
  }
}

const day = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const clock = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?';
/** What NFKC leaves alone for certain. */
const letters = String.raw`[\x20-\x7e\x{4e00}-\x{9fff}]*`;

const unspaced = letters.replace('20', '21').replace('*', '+');

const matches = (text: string, pattern: string): string => `regexp_full_match(${text}, ${quoted(pattern)})`;
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const isDay = (text: string): string => `${text} >= '0001' AND TRY_CAST(${text} AS DATE) IS NOT NULL`;

const withSeconds = (text: string, shortest: number): string =>
  `CASE WHEN length(${text}) = ${String(shortest)} THEN ${text} || ':00' ELSE ${text} END`;

/** By its id; what NFKC would change is left to the engine. */
function oneOf(text: string, all: readonly string[]): PlainColumn {
  const ids = all.filter((id) => id === id.normalize('NFKC').trim());
  if (ids.length === 0) return neverPlain;
  return { isPlain: `${text} IN (${ids.map(quoted).join(', ')})`, value: text };
}

/** An amount whose digits the column has room for, so that no cast rounds; a percentage is moved by two places in decimals. */
function amount(text: string, { sqlType, type }: SqlInput, units: readonly string[]): PlainColumn {
  const [, precision = '', scale = ''] = /^DECIMAL\((\d+), *(\d+)\)$/.exec(sqlType) ?? [];
  if (precision === '' || units.length === 0) return neverPlain;
  const [places, moved] = [Number(scale), type.is === 'percent' ? 2 : 0];
  const decimals = places - moved;
  // A product has the digits of both factors, and 0.01 has three.
  const whole = Number(precision) - places - (moved > 0 ? 1 : 0);
  const part = decimals > 0 ? String.raw`(\.[0-9]{1,${String(decimals)}})?` : '';
  const unit = units.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  const digits = `regexp_extract(${text}, '^[-0-9.]+')`;
  const value =
    moved > 0 ? `TRY_CAST(${digits} AS DECIMAL(${String(Number(precision) - 3)}, ${String(decimals)})) * 0.01` : digits;
  return { isPlain: matches(text, `-?[0-9]{1,${String(whole)}}${part}(${unit})`), value };
}
