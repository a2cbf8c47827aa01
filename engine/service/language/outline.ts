import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { nodesAlong, textUnder } from './cursor.ts';
import { readingOf } from './file-sketch.ts';
import type { Sketch, SketchMap } from './sketch.ts';

/** A part of a file that has a name: a key, a named entry, an item with an id. */
export interface FilePart {
  readonly name: string;
  readonly title?: Texts;
  readonly span: Span;
  /** The name itself. */
  readonly place: Span;
  readonly parts: readonly FilePart[];
}

// Further in there are only texts and numbers.
const deepest = 4;

/** The parts of a file, for a list of contents. */
export function fileParts(workspace: Workspace, path: string): readonly FilePart[] {
  const root = readingOf(workspace, path)?.root;
  return root === undefined ? [] : partsOf(root, path, 1);
}

function partsOf(node: Sketch, file: string, depth: number): readonly FilePart[] {
  if (depth > deepest) return [];
  if (node.yaml === 'map') return isTexts(node) ? [] : node.entries.map((entry) => entryPart(entry, file, depth));
  return node.yaml === 'list' ? node.items.flatMap((item) => itemPart(item, file, depth)) : [];
}

function entryPart({ key, value }: SketchMap['entries'][number], file: string, depth: number): FilePart {
  return {
    name: key.text,
    ...titleOf(value),
    span: { file, start: key.start, end: Math.max(key.end, value?.end ?? 0) },
    place: { file, start: key.start, end: key.end },
    parts: value === undefined || value.yaml === 'scalar' ? [] : partsOf(value, file, depth + 1),
  };
}

/** An item goes by its id, else by what stands first in it. */
function itemPart(item: Sketch, file: string, depth: number): readonly FilePart[] {
  if (item.yaml !== 'map') return [];
  const named =
    textUnder(item, 'id') ?? item.entries.map(({ value }) => value).find((value) => value?.yaml === 'scalar');
  if (named?.yaml !== 'scalar' || named.text === '') return [];
  const parts = item.entries.filter(
    ({ value }) => value?.yaml === 'list' || (value?.yaml === 'map' && !isTexts(value)),
  );
  return [
    {
      name: named.text,
      ...titleOf(item),
      span: { file, start: item.start, end: item.end },
      place: { file, start: named.start, end: named.end },
      parts: depth >= deepest ? [] : parts.map((entry) => entryPart(entry, file, depth + 1)),
    },
  ];
}

function titleOf(node: Sketch | undefined): { readonly title?: Texts } {
  const texts =
    node?.yaml === 'map' && isTexts(node) ? node : (nodesAlong(node, ['title'])[1] ?? nodesAlong(node, ['answer'])[1]);
  const [en, zh] = [textUnder(texts, 'en')?.text, textUnder(texts, 'zh')?.text];
  return en === undefined || zh === undefined ? {} : { title: { en, zh } };
}

const isTexts = ({ entries }: SketchMap): boolean =>
  entries.length > 0 && entries.every(({ key }) => key.text === 'en' || key.text === 'zh');
