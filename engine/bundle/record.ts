import { misfit, rawList, readIn, type Reader, type Shape, type Writer } from './shape.ts';

/** A field that may be missing. */
interface Optional<T> {
  readonly optional: Shape<T>;
}
type FieldShape<T> = Shape<T> | Optional<T>;
/** One shape for each field: the compiler finds a field that nobody writes. */
export type Fields<T> = {
  readonly [Key in keyof T]-?: FieldShape<Exclude<T[Key], undefined>>;
};

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}

type AnyField = readonly [name: string, shape: Shape<unknown>, isOptional: boolean];

function rows<T>(fields: Fields<T>): readonly AnyField[] {
  return Object.entries(fields as Readonly<Record<string, FieldShape<unknown>>>).map(([name, shape]) =>
    'optional' in shape ? [name, shape.optional, true] : [name, shape, false],
  );
}

/** A record under the names of its fields: what people look for in a bundle. */
export function keyed<T extends object>(fields: Fields<T>): Shape<T> {
  const known = rows(fields);
  const allowed = new Set(known.map(([name]) => name));
  return {
    write: (value, out) =>
      Object.fromEntries(
        known.flatMap(([name, shape]) => {
          const part: unknown = Reflect.get(value, name);
          return part === undefined ? [] : [[name, shape.write(part, out)]];
        }),
      ),
    read: (raw, from) => {
      if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return misfit('a record', '记录');
      const extra = Object.keys(raw).find((name) => !allowed.has(name));
      if (extra !== undefined) return misfit(`no field “${extra.slice(0, 40)}”`, `没有字段“${extra.slice(0, 40)}”`);
      const given = known.map(([name]): unknown => (Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined));
      return assembled<T>(known, given, undefined, from);
    },
  };
}

/** A record as a row, its fields in their order and `null` for one that is missing: for what there is much of. */
export function row<T extends object>(fields: Fields<T>): Shape<T> {
  const known = rows(fields);
  return {
    write: (value, out) => rowOf(value, known, out),
    read: (raw, from) => {
      const given = rawList(raw);
      if (given.length !== known.length) wrongLength(known.length);
      return assembled<T>(known, given, null, from);
    },
  };
}

/** A union told apart by the word under `key`, as a row that begins with that word. */
export function either<T extends object, Key extends keyof T & string>(
  key: Key,
  variants: { readonly [Name in T[Key] & string]: Fields<Omit<Extract<T, Readonly<Record<Key, Name>>>, Key>> },
): Shape<T> {
  const known = new Map(
    Object.entries(variants as Readonly<Record<string, Fields<unknown>>>).map(([name, fields]) => [name, rows(fields)]),
  );
  return {
    write: (value, out) => {
      const name = String(value[key]);
      return [name, ...rowOf(value, known.get(name) ?? [], out)];
    },
    read: (raw, from) => {
      const [name, ...given]: readonly unknown[] = rawList(raw);
      const fields = typeof name === 'string' ? known.get(name) : undefined;
      if (fields === undefined) return misfit([...known.keys()].join(', '), [...known.keys()].join('、'));
      if (given.length !== fields.length) wrongLength(fields.length + 1);
      return assembled<T>(fields, given, null, from, { [key]: name });
    },
  };
}

function rowOf(value: object, known: readonly AnyField[], out: Writer): readonly unknown[] {
  return known.map(([name, shape]) => {
    const part: unknown = Reflect.get(value, name);
    return part === undefined ? null : shape.write(part, out);
  });
}

function wrongLength(length: number): never {
  return misfit(`a list of ${String(length)} entries`, `含 ${String(length)} 项的列表`);
}

/** The fields in their order, of which some may be `missing`. */
function assembled<T>(
  known: readonly AnyField[],
  given: readonly unknown[],
  missing: null | undefined,
  from: Reader,
  found: Record<string, unknown> = {},
): T {
  let i = 0;
  for (const [name, shape, isOptional] of known) {
    const raw = given[i];
    i += 1;
    if (raw === missing && isOptional) continue;
    found[name] = readIn(name, shape, raw, from);
  }
  // Every field has been read by its own shape.
  return found as T;
}

/** One of these fields, which tells what is meant: `{ post: … }` or `{ gap: … }`. */
export function oneField<T extends object>(shapes: {
  readonly [Key in T extends unknown ? keyof T : never]: Shape<Extract<T, Readonly<Record<Key, unknown>>>[Key]>;
}): Shape<T> {
  const known = new Map(Object.entries(shapes as Readonly<Record<string, Shape<unknown>>>));
  const words = [...known.keys()];
  return {
    write: (value, out) => Object.entries(value).map(([name, part]) => [name, known.get(name)?.write(part, out)])[0],
    read: (raw, from) => {
      const [name, part, ...more]: readonly unknown[] = rawList(raw);
      const shape = typeof name === 'string' ? known.get(name) : undefined;
      if (shape === undefined || more.length > 0) return misfit(words.join(' or '), words.join(' 或 '));
      return { [String(name)]: readIn(String(name), shape, part, from) } as T;
    },
  };
}

/** A word that stands for itself, or something else. */
export function orWord<const Word extends string, T>(only: Word, shape: Shape<T>): Shape<Word | T> {
  return {
    write: (value, out) => (value === only ? only : shape.write(value as T, out)),
    read: (raw, from) => (raw === only ? only : shape.read(raw, from)),
  };
}
