/** Things by name of which each is read only when somebody asks for it. */
export interface Later<T> {
  readonly names: readonly string[];
  /** By the place of its name. */
  readonly read: (place: number) => T;
}
export type Entry<T> = readonly [name: string, value: T | (() => T)];

/** Entries of things that are there, or that are read when they are needed. */
export function entriesOf<T>(
  later: Later<T> | undefined,
  there: () => readonly T[],
  nameOf: (one: T) => string,
): readonly Entry<T>[] {
  if (later === undefined) return there().map((one): Entry<T> => [nameOf(one), one]);
  const { names, read } = later;
  return names.map((name, place): Entry<T> => [name, () => read(place)]);
}

/** Entries as a record. What is read when it is needed is plain data from then on. Of two with one name the later counts. */
export function recordOf<T extends object>(entries: readonly Entry<T>[]): Readonly<Record<string, T>> {
  // Without a prototype: an object that begins as a literal takes three times as long to get thousands of getters.
  const record = Object.create(null) as Record<string, T>;
  // By name first: a property is made once.
  for (const [name, value] of new Map(entries)) {
    const there =
      typeof value === 'function'
        ? {
            get: (): T => {
              const read = value();
              Object.defineProperty(record, name, { value: read, writable: true });
              return read;
            },
          }
        : { value, writable: true };
    Object.defineProperty(record, name, { ...there, enumerable: true, configurable: true });
  }
  return record;
}
