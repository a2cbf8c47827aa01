import type { SourceFile } from '../source/source-file.ts';
import type { Span, TextEdit } from '../source/span.ts';
import { remembered } from '../source/remembered.ts';
import { sameData } from '../source/same-data.ts';
import type { YamlEntry, YamlMap, YamlNode } from './node.ts';
import type { Finding } from './reading.ts';

/** A text without any mistake in its YAML, and what it says. */
export interface Base {
  readonly file: SourceFile;
  readonly root: YamlMap;
}

/** Lines of an entry or item that stands right below a key of the file; `end` is where the next ones start. */
interface Block {
  readonly under: YamlEntry;
  readonly child: YamlEntry | YamlNode;
  readonly isEdge: boolean;
  readonly start: number;
  readonly end: number;
}

/** What of a changed text must be read again, and how the rest is put back. */
export interface Part {
  /** Leave out blocks that stand as they stood, far from the change. */
  readonly edits: readonly TextEdit[];
  /** The whole tree, from that of the text after the edits; undefined where the change may reach further than it looks. */
  readonly whole: (root: YamlNode | undefined, found: readonly Finding['diagnostic'][]) => YamlMap | undefined;
}

// Below this the limits on a file's size cannot be reached, so that they need not be looked at.
const longest = 100_000;
// Fewer blocks are read as quickly as they are put back.
const fewest = 6;

/** The part of a text to read that changed since `base`; undefined when it is all of it. */
export function changedPart(base: Base, file: SourceFile): Part | undefined {
  const [before, now] = [base.file.text, file.text];
  if (now.length > longest) return undefined;
  const from = commonStart(before, now);
  const to = before.length - commonEnd(before, now, from);
  const shift = now.length - before.length;
  const moved = (offset: number): number => (offset < from ? offset : offset >= to ? offset + shift : NaN);
  const blocks = blocksOf(base);
  const first = blocks.findLastIndex(({ end }) => end < from);
  const next = blocks.findIndex(({ start }) => start > to);
  const last = next === -1 ? blocks.length : next;
  // The neighbours of the change are read too: that they say what they said shows that it reaches no further.
  const isDropped = (block: Block, i: number): boolean => !block.isEdge && (i < first || i > last);
  const dropped = blocks.filter(isDropped);
  if (dropped.length < fewest) return undefined;
  const kept = blocks.filter((block, i) => (i <= first || i >= last) && !isDropped(block, i));
  const start = blocks[first]?.end ?? 0;
  const end = moved(blocks[last]?.start ?? before.length);
  const isInside = ({ start: at, end: until }: Span): boolean => at >= start && until <= end;
  return { edits: withoutBlocks(dropped, file.name, moved), whole };

  function whole(root: YamlNode | undefined, found: readonly Finding['diagnostic'][]): YamlMap | undefined {
    if (root?.yaml !== 'map' || !found.every(({ span }) => isInside(span))) return undefined;
    // A quote that does not close here may close in what was left out.
    const mayClose = ({ start: at, end: until }: Block): boolean => /["']/.test(before.slice(at, until));
    if (found.some(({ code }) => code === 'yaml/quote-not-closed') && dropped.some(mayClose)) return undefined;
    const parents = new Set(dropped.map(({ under }) => under));
    const filled = new Map<YamlEntry, YamlEntry>();
    for (const under of parents) {
      const read = root.entries.find(({ key }) => key.span.start === moved(under.key.span.start));
      if (read?.key.text !== under.key.text || read.value.yaml !== under.value.yaml) return undefined;
      const own = (block: Block): boolean => block.under === under;
      const stood = kept.filter(own).map(({ child }) => child);
      const value = withChildren(
        read.value,
        stood,
        dropped.filter(own).map(({ child }) => child),
      );
      if (value === undefined) return undefined;
      filled.set(read, { ...read, value });
    }
    return { ...root, entries: root.entries.map((entry) => filled.get(entry) ?? entry) };
  }

  /** With the blocks that were left out; undefined unless those that were not are as before, with nothing new but the change. */
  function withChildren(
    read: YamlNode,
    stood: readonly Block['child'][],
    left: readonly Block['child'][],
  ): YamlNode | undefined {
    const children: readonly Block['child'][] = childrenOf(read);
    const byStart = new Map(children.map((child) => [child.span.start, child]));
    const same = new Set<Block['child'] | undefined>();
    for (const child of stood) {
      const again = byStart.get(moved(child.span.start));
      if (!sameData(movedTo(child), again)) return undefined;
      same.add(again);
    }
    if (!children.every((child) => same.has(child) || isInside(child.span))) return undefined;
    const all = [...children, ...left.map(movedTo)].sort((a, b) => a.span.start - b.span.start);
    // Children of a map are entries and those of a list nodes, read or left out.
    return read.yaml === 'map'
      ? { ...read, entries: all as readonly YamlEntry[] }
      : ({ ...read, items: all as readonly YamlNode[] } as YamlNode);
  }

  function movedTo<Child extends Block['child']>(child: Child): Child {
    // A block moves as a whole.
    return child.span.start < from || shift === 0 ? child : (shifted(child, shift) as Child);
  }
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from;
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

/** Edits that leave a comment in the place of each run of blocks, so that every place in the text stays one. */
function withoutBlocks(blocks: readonly Block[], file: string, moved: (offset: number) => number): readonly TextEdit[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of blocks) {
    const run = runs.at(-1);
    if (run?.end === start) run.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => {
    const at = moved(start);
    return { span: { file, start: at, end: at + end - start }, text: '#\n' };
  });
}

const childrenOf = (node: YamlNode): readonly (YamlEntry | YamlNode)[] =>
  node.yaml === 'map' ? node.entries : node.yaml === 'list' ? node.items : [];

const blocksOf = remembered(({ file: { text }, root }: Base): readonly Block[] => {
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  return root.entries.flatMap((under, i): readonly Block[] => {
    const children = childrenOf(under.value);
    const next = root.entries[i + 1];
    const starts = children.map(({ span }) => lineStart(span.start));
    const isBlock = children.every(
      ({ span }, k) =>
        /^ *(?:- +)?$/.test(text.slice(starts[k], span.start)) &&
        (starts[k] ?? 0) > (starts[k - 1] ?? under.key.span.end),
    );
    if (!isBlock || /[[{]/.test(text.charAt(under.value.span.start))) return [];
    const end = next === undefined ? text.length : lineStart(next.key.span.start);
    return children.map((child, k) => ({
      under,
      child,
      isEdge: k === 0 || k === children.length - 1,
      start: starts[k] ?? 0,
      end: starts[k + 1] ?? end,
    }));
  });
});

function shifted(part: YamlNode | YamlEntry, by: number): YamlNode | YamlEntry {
  const span = { ...part.span, start: part.span.start + by, end: part.span.end + by };
  if (!('yaml' in part)) {
    // What a scalar becomes is a scalar.
    return { key: shifted(part.key, by) as YamlEntry['key'], value: shifted(part.value, by) as YamlNode, span };
  }
  switch (part.yaml) {
    case 'scalar':
      return { ...part, span, offsets: part.offsets.map((offset) => offset + by) };
    case 'list':
      return { ...part, items: part.items.map((item) => shifted(item, by) as YamlNode), span };
    case 'map':
      return { ...part, entries: part.entries.map((entry) => shifted(entry, by) as YamlEntry), span };
  }
}
