/**
 * The same function, which works once for each object and then knows. Only for functions of nothing but that object, and
 * for objects that are never changed: whether it was asked before shows in nothing but the time. Forgotten with the object.
 */
export function remembered<Key extends object, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = of(key);
    known.set(key, { value });
    return value;
  };
}
