/**
 * Stands for an argument that a message takes and writes itself as `{name}`, whatever the message does with it: put it into
 * a text, join it, look at its first item or its English words. Messages are functions, so this is how their words are got
 * without values.
 */
function placeholder(name: string): unknown {
  const text = `{${name}}`;
  const asPart: Readonly<Record<PropertyKey, unknown>> = {
    en: text,
    zh: text,
    length: 1,
    0: text,
    1: text,
    join: () => text,
    slice: () => [text],
    map: (each: (item: string) => unknown) => [each(text)],
    [Symbol.toPrimitive]: () => text,
  };
  const asText = new Map(Object.entries(Object.getOwnPropertyDescriptors(String.prototype)));
  return new Proxy(asPart, {
    get: (_, key) => {
      if (Object.hasOwn(asPart, key)) return asPart[key];
      const method: unknown = asText.get(String(key))?.value;
      return typeof method === 'function' ? (method as () => unknown).bind(text) : undefined;
    },
  });
}

/** Arguments of any message: each name that it asks for is there. */
export const placeholders: never = new Proxy({}, { get: (_, name) => placeholder(String(name)) }) as never;
