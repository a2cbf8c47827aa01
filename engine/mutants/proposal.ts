import type { Parameter } from '../ir/program.ts';
import type { RawFact } from '../value/facts.ts';
import type { PrintWords } from '../value/print.ts';
import type { Noticing } from './differs.ts';
import { rawOfValue } from './raw-value.ts';

/** A case that would notice, as it stands in a file of cases. What is expected is left open: a person works it out from the clause. */
export function proposedCase(id: string, { decision, at, facts, parameters }: Noticing, words: PrintWords): string {
  const set = parameters.map((parameter): Line => [parameter.name, ofParameter(parameter, words)]);
  const given = Object.entries(facts).map(([name, value]): Line => [name, flow(rawOfValue(value, words))]);
  return [
    `  - id: ${id}`,
    `    at: ${at}`,
    ...block('set', set),
    ...block('given', given),
    '    expect:',
    `      ${decision}: `,
  ].join('\n');
}

type Line = readonly [key: string, value: string];

const block = (key: string, lines: readonly Line[]): readonly string[] =>
  lines.length === 0 ? [] : [`    ${key}:`, ...lines.map(([name, value]) => `      ${name}: ${value}`)];

function ofParameter({ value, entries = [] }: Parameter, words: PrintWords): string {
  return value === undefined
    ? flow(nested(entries.map((entry) => ({ ...entry, raw: rawOfValue(entry.value, words) }))))
    : flow(rawOfValue(value, words));
}

interface Entry {
  readonly keys: readonly string[];
  readonly raw: RawFact;
}

/** Keys below each other, outermost first. */
function nested(entries: readonly Entry[]): RawFact {
  const [first] = entries;
  if (first?.keys.length === 0) return first.raw;
  const groups = Map.groupBy(entries, ({ keys: [key = ''] }) => key);
  return Object.fromEntries(
    [...groups].map(([key, group]) => [key, nested(group.map((entry) => ({ ...entry, keys: entry.keys.slice(1) })))]),
  );
}

/** On one line, quoted where YAML would read something else. */
export function flow(raw: RawFact): string {
  if (Array.isArray(raw)) return `[${raw.map((item: RawFact) => flow(item)).join(', ')}]`;
  if (typeof raw === 'object' && raw !== null) {
    const fields = Object.entries(raw).map(([name, field]: [string, RawFact]) => `${name}: ${flow(field)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  const text = String(raw);
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}%./ -]|:(?=\d))*$/u.test(text) && !text.endsWith(' ')
    ? text
    : JSON.stringify(text);
}
