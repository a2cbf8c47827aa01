import { sketch, type Sketch, type SketchMap, type SketchScalar } from './sketch.ts';
import { writtenIn, type Written } from './written.ts';

/** Where somebody is typing. */
export interface Cursor {
  /** The file with a sign at the cursor that nobody wrote, so that there is always a text around it. */
  readonly root: Sketch | undefined;
  readonly at: Written | undefined;
  /** The text before the cursor and behind it, of the scalar around it. */
  readonly before: string;
  readonly behind: string;
  readonly offset: number;
}

/** A sign of nobody's alphabet. */
const sign = '\uE000';

/** What stands around a place of a text, also where the text is half-typed. */
export function cursorAt(text: string, offset: number): Cursor {
  const root = sketch(text.slice(0, offset) + sign + text.slice(offset));
  const at = writtenIn(root).find(({ scalar }) => scalar.start <= offset && offset < scalar.end);
  const [before = '', behind = ''] = at?.scalar.text.split(sign) ?? [];
  return { root, at, before, behind, offset };
}

/** The text of a scalar without the sign of the cursor. */
export const plainText = ({ text }: SketchScalar): string => text.replace(sign, '');

/** The scalar under a key of a map. */
export function textUnder(map: Sketch | undefined, key: string): SketchScalar | undefined {
  const value = map?.yaml === 'map' ? map.entries.find((entry) => entry.key.text === key)?.value : undefined;
  return value?.yaml === 'scalar' ? value : undefined;
}

/** The nodes that a path leads through, the root first. */
export function nodesAlong(root: Sketch | undefined, path: readonly (string | number)[]): readonly Sketch[] {
  const found: Sketch[] = root === undefined ? [] : [root];
  for (const step of path) {
    const node = found.at(-1);
    const next =
      typeof step === 'number' ? (node?.yaml === 'list' ? node.items[step] : undefined) : valueOf(node, step);
    if (next === undefined) break;
    found.push(next);
  }
  return found;
}

function valueOf(node: Sketch | undefined, key: string): Sketch | undefined {
  return node?.yaml === 'map' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;
}

/** The keys of a map that are written already, without the one that is being typed. */
export const keysOf = (map: SketchMap | undefined): readonly string[] =>
  (map?.entries ?? []).map(({ key }) => key.text).filter((key) => !key.includes(sign));
