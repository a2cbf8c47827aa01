import type { Ir } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import { children } from '../ir/walk.ts';
import { nodeRow } from './nodes.ts';
import { isMisfit, misfit, rawList, readIn, type Misfit, type Reader, type Shape, type Writer } from './shape.ts';
import { typeRow } from './values.ts';

/** Nodes one in another, and nodes of a tree written out: far above what policies have, far below what an evaluator stands. */
const largestNode = { height: 400, weight: 1_000_000 };
/** Types are printed whole with each outcome. */
const largestType = { height: 30, weight: 5_000 };

/** A section as one line of JSON: the tables of types and nodes that its part names by number, then the part. */
export function writeSection<T>(part: T, shape: Shape<T>, file: string): string {
  const types = newTable();
  const nodes = newTable();
  const known = new Map<Ir, number>();
  const out: Writer = {
    file,
    type: (type: Type) => types.place(typeRow.write(type, out)),
    node: (node: Ir) => {
      const before = known.get(node);
      if (before !== undefined) return before;
      const place = nodes.place(nodeRow.write(node, out));
      known.set(node, place);
      return place;
    },
  };
  const written = shape.write(part, out);
  return `{"types":[${types.rows.join(',')}],"nodes":[${nodes.rows.join(',')}],"part":${JSON.stringify(written)}}`;
}

/** Rows that stand once, however often they are named. */
interface Table {
  readonly rows: readonly string[];
  readonly place: (row: unknown) => number;
}
function newTable(): Table {
  const rows: string[] = [];
  const places = new Map<string, number>();
  return {
    rows,
    place: (row) => {
      const text = JSON.stringify(row);
      const before = places.get(text);
      if (before !== undefined) return before;
      places.set(text, rows.length);
      return rows.push(text) - 1;
    },
  };
}

export type Section<T> = { readonly part: T; readonly nodes: readonly Ir[] } | { readonly wrong: Wrong };
/** Where a section is not as it should be, and what was expected there. */
export interface Wrong extends Misfit {
  readonly path: string;
}

/** Reads a section from its JSON. Nothing is taken for granted, and nothing throws. */
export function readSection<T>(json: string, shape: Shape<T>, file: string): Section<T> {
  const types: Type[] = [];
  const nodes: Ir[] = [];
  const path: (string | number)[] = [];
  const from: Reader = { file, types, nodes, path };
  try {
    const raw: unknown = parsed(json);
    if (typeof raw !== 'object' || raw === null) return misfit('a record', '记录');
    path.push('types');
    const typeSizes = new Map<Type, Size>();
    for (const [i, row] of rawList(Reflect.get(raw, 'types')).entries()) {
      const type = readIn(i, typeRow, row, from);
      measure(type, partsOfType(type), typeSizes, largestType);
      types.push(type);
    }
    path[0] = 'nodes';
    const sizes = new Map<Ir, Size>();
    for (const [i, row] of rawList(Reflect.get(raw, 'nodes')).entries()) {
      const node = readIn(i, nodeRow, row, from);
      measure(node, children(node), sizes, largestNode);
      nodes.push(node);
    }
    path[0] = 'part';
    const part = shape.read(Reflect.get(raw, 'part'), from);
    return { part, nodes };
  } catch (error) {
    if (!isMisfit(error)) throw error;
    return { wrong: { ...error, path: path.join('.') } };
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return misfit('JSON', 'JSON');
  }
}

interface Size {
  readonly height: number;
  readonly weight: number;
}

/** Rows are shared: twenty that name the one before them twice stand for a million. */
function measure<Row>(row: Row, parts: readonly Row[], sizes: Map<Row, Size>, most: Size): void {
  let [height, weight] = [1, 1];
  for (const part of parts) {
    const size = sizes.get(part) ?? { height: 1, weight: 1 };
    height = Math.max(height, size.height + 1);
    weight += size.weight;
  }
  if (height > most.height || weight > most.weight) misfit('fewer rows one in another', '更少的嵌套');
  sizes.set(row, { height, weight });
}

function partsOfType(type: Type): readonly Type[] {
  switch (type.is) {
    case 'list':
      return [type.of];
    case 'record':
      return Object.values(type.fields);
    default:
      return [];
  }
}
