/** What is certain to be there: only a mistake of the engine, or a bundle that nothing has checked, can miss it. */
export function expected<T>(found: T | undefined, what = 'a value'): T {
  if (found === undefined) throw new Error(`${what} was expected`);
  return found;
}
