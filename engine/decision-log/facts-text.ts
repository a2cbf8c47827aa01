import { forbiddenKeys } from '../value/facts-json.ts';
import type { RawFacts } from '../value/facts.ts';

/** A line and its `facts` are two brackets more, and facts are read back with at most 32. */
const mostDepth = 30;

/** May this be the name of a fact or field in a log? Others are not read back. */
export const isLoggable = (name: string): boolean => !forbiddenKeys.includes(name);

/**
 * A fact as JSON text that is read back as the same fact; numbers by their source. Undefined for what no JSON text says, which is
 * no fact either: a JavaScript number, a function, something that holds itself.
 */
export function factText(raw: unknown, depth = 0): string | undefined {
  if (raw === null || typeof raw === 'string' || typeof raw === 'boolean') return JSON.stringify(raw);
  if (typeof raw !== 'object' || depth >= mostDepth) return undefined;
  if (Array.isArray(raw)) {
    const items = raw.map((item: unknown) => factText(item, depth + 1));
    return items.every((item) => item !== undefined) ? `[${items.join(',')}]` : undefined;
  }
  const entries = Object.entries(raw);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === 'source' && typeof only[1] === 'string' && number.test(only[1]))
    return only[1];
  const fields = entries.map(([name, part]) => fieldText(name, part, depth));
  return fields.every((field) => field !== undefined) ? `{${fields.join(',')}}` : undefined;
}

/** The facts of a question as one JSON object; undefined when one of them has no text. */
export function factsText(facts: RawFacts): string | undefined {
  const fields = Object.entries(facts).map(([name, raw]) => fieldText(name, raw, -1));
  return fields.every((field) => field !== undefined) ? `{${fields.join(',')}}` : undefined;
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function fieldText(name: string, part: unknown, depth: number): string | undefined {
  const text = isLoggable(name) ? factText(part, depth + 1) : undefined;
  return text === undefined ? undefined : `${JSON.stringify(name)}:${text}`;
}
