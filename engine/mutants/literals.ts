import { positionOf, sum, valueAt, whole } from '../cases/covered/position.ts';
import type { Literal } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { sameValue } from '../value/compare.ts';
import { exact, type Exact } from '../value/exact.ts';
import type { ReadWords } from '../value/invalid.ts';
import { readValue } from '../value/read.ts';

/** Did the author write the value there? What a kind puts in stands at the place of something else. */
export function isWritten({ value, type, origin }: Literal, text: string, words: ReadWords): boolean {
  const written = text.slice(origin.start, origin.end).replaceAll(/^["']|["']$/gu, '');
  const read = readValue(written.replaceAll(/\s+/gu, ' '), type, words);
  return read.is !== 'invalid' && sameValue(read, value);
}

/** The value one step further on its line; undefined where it has none. */
export function moved({ value, type }: Literal, by: Exact): Value | undefined {
  const at = positionOf(value);
  return at === undefined ? undefined : valueAt(sum(at, by), type);
}

/** Another value of the same type: one more in the last place that is written, the other answer, the next name. */
export function another(literal: Literal, text: string, words: ReadWords): Value | undefined {
  const { value, type, origin } = literal;
  switch (value.is) {
    case 'boolean':
      return { is: 'boolean', truth: !value.truth };
    case 'member':
      return named(value.name, Object.keys(words.enumerations[value.enumeration] ?? {}), (name) => ({
        ...value,
        name,
      }));
    case 'post':
      return named(value.name, Object.keys(words.organizations[value.scope]?.posts ?? {}), (name) => ({
        ...value,
        name,
      }));
    case 'date':
      return moved(literal, whole(1));
    case 'time':
    case 'date-time':
      return moved(literal, whole(60));
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return moved(literal, lastPlace(text.slice(origin.start, origin.end), type.is === 'percent'));
    default:
      return undefined;
  }
}

/** One in the last written place: `1.5%` moves by 0.1 %. */
function lastPlace(written: string, isPercent: boolean): Exact {
  const decimals = /\.(\d+)/u.exec(written)?.[1]?.length ?? 0;
  return exact(1n, 10n ** BigInt(decimals + (isPercent ? 2 : 0)));
}

function named(name: string, names: readonly string[], of: (name: string) => Value): Value | undefined {
  const next = names[(names.indexOf(name) + 1) % names.length];
  return next === undefined || next === name ? undefined : of(next);
}
