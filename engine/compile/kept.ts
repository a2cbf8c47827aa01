/** What is known under a name; made and kept when it is first asked for. */
export function kept<Key, T>(known: Map<Key, T>, name: Key, make: () => T): T {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = make();
  known.set(name, made);
  return made;
}
