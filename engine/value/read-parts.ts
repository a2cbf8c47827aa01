import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { invalid, listTooLong, unknownField } from './invalid.ts';

const longestList = 10_000;

/** A list, whose own elements must all read: one that does not spoils it, since a shorter list would be another list. */
export function readItems<Part>(parts: readonly Part[], read: (part: Part) => Value): Value {
  if (parts.length > longestList) return listTooLong(parts.length);
  const items = parts.map(read);
  for (const [i, item] of items.entries()) {
    if (item.is !== 'invalid') continue;
    return {
      ...item,
      message: { en: `Element ${i + 1}: ${item.message.en}`, zh: `第 ${i + 1} 项：${item.message.zh}` },
    };
  }
  return { is: 'list', items };
}

/**
 * A record in the order of its type. A field that does not read is invalid by itself, so that only those who read it fail;
 * a field that does not exist spoils the record, since a misspelt one would be missing elsewhere.
 */
export function readFields<Part>(
  parts: readonly (readonly [name: string, part: Part])[],
  type: Extract<Type, { is: 'record' }>,
  read: (part: Part, type: Type) => Value | undefined,
): Value {
  const given = new Map<string, Part>();
  for (const [name, part] of parts) {
    if (!Object.hasOwn(type.fields, name)) return unknownField(name, Object.keys(type.fields));
    if (given.has(name)) {
      return invalid('given-twice', { en: `The field “${name}” is given twice.`, zh: `字段“${name}”给出了两次。` });
    }
    given.set(name, part);
  }
  const fields: Record<string, Value> = {};
  for (const [name, of] of Object.entries(type.fields)) {
    const part = given.get(name);
    const value = part === undefined ? undefined : read(part, of);
    if (value !== undefined) fields[name] = value;
  }
  return { is: 'record', fields };
}
