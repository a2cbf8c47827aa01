import { positionAt, lineText, type SourceFile } from '../source/source-file.ts';
import { mostTokens } from '../yaml/guard.ts';
import { lex } from '../yaml/library.ts';
import type { YamlNode } from '../yaml/node.ts';
import { bareTree, type Child, type Collection, type Remark, type Surroundings } from './tree.ts';

interface Comment extends Remark {
  readonly at: number;
  readonly column: number;
  /** Nothing stands before it on its line. */
  readonly alone: boolean;
}

/** The texts of a file's comments, in order. */
export function commentsOf(file: SourceFile): readonly string[] {
  return readComments(file).map(({ text }) => text);
}

/** The tree of a file, each comment with the part that it speaks of; none of a file that holds nothing or one word. */
export function layoutTree(file: SourceFile, root: YamlNode): Collection | undefined {
  const tree = bareTree(root, surroundings(file));
  if (tree.part === 'leaf' || tree.children.length === 0) return undefined;
  const places = makePlaces();
  for (const comment of readComments(file)) places.put(tree, comment);
  settle(tree);
  return tree;
}

function readComments(file: SourceFile): readonly Comment[] {
  const blankAbove = blankAboveIn(file);
  const { tokens } = lex(file.text, mostTokens);
  // Behind the mark of a block of lines a comment belongs to the mark.
  const found = tokens.filter(
    ({ type }, i) => type === 'comment' && !tokens.slice(Math.max(0, i - 2), i).some(isBlockMark),
  );
  return found.map(({ start, end }) => {
    const { line, column } = positionAt(file, start);
    const alone =
      lineText(file, line)
        .slice(0, column - 1)
        .trim() === '';
    const text = file.text.slice(start, end).trimEnd();
    return { at: start, column: column - 1, alone, text, blank: blankAbove(start) };
  });
}

const isBlockMark = ({ type }: { readonly type: string }): boolean => type === 'block-scalar-header';

function surroundings(file: SourceFile): Surroundings {
  const dashes = lex(file.text, mostTokens).tokens.filter(({ type }) => type === 'seq-item-ind');
  let next = 0;
  return {
    columnOf: (offset) => positionAt(file, offset).column - 1,
    blankAbove: blankAboveIn(file),
    dashFrom: (offset) => {
      // Asked for in the order of the text.
      while ((dashes[next]?.start ?? Infinity) < offset) next++;
      return dashes[next]?.start ?? offset;
    },
    opensBracket: (offset) => /[[{]/.test(file.text.charAt(offset)),
  };
}

const blankAboveIn =
  (file: SourceFile) =>
  (offset: number): boolean => {
    const { line, column } = positionAt(file, offset);
    if (
      line === 1 ||
      lineText(file, line)
        .slice(0, column - 1)
        .trim() !== ''
    )
      return false;
    return lineText(file, line - 1).trim() === '';
  };

/** Finds the place of one comment after the other. */
function makePlaces(): { put(collection: Collection, comment: Comment): void } {
  // How deep the comments behind a child may still go: none stands deeper than the one before it.
  const depths = new Map<Child, number>();
  return { put };

  function put(collection: Collection, comment: Comment): void {
    const { children, tail } = collection;
    const index = lastFrom(children, comment.at);
    const child = children[index];
    const next = children[index + 1];
    if (child === undefined) (next?.lead ?? tail).push(comment);
    else if (comment.at < child.value.start) beforeValue(child, comment);
    else if (child.value.part !== 'leaf' && comment.at < child.value.end) put(child.value, comment);
    else if (!comment.alone) behind(child, next?.lead ?? tail, comment);
    else (deeperTail(collection, child, comment) ?? next?.lead ?? tail).push(comment);
  }

  function beforeValue(child: Child, comment: Comment): void {
    const { value } = child;
    const isBlock = value.part !== 'leaf' && !value.between;
    if (!comment.alone && child.head === undefined) child.head = comment.text;
    else if (isBlock) (value.children[0]?.lead ?? value.tail).push(comment);
    else {
      if (child.head !== undefined) child.lead.push({ text: child.head, blank: false });
      child.head = undefined;
      child.lead.push(comment);
    }
  }

  /** On the line on which the child ends. */
  function behind(child: Child, otherwise: Remark[], comment: Comment): void {
    const last = child.value.part === 'leaf' || child.value.between ? undefined : child.value.children.at(-1);
    if (last !== undefined) behind(last, otherwise, comment);
    else if (child.trail === undefined) child.trail = comment.text;
    else otherwise.push(comment);
  }

  /** The tail of the collection that ends with the child and that the comment is indented like. */
  function deeperTail(outer: Collection, child: Child, comment: Comment): Remark[] | undefined {
    const most = depths.get(child) ?? Infinity;
    let found: { readonly tail: Remark[]; readonly depth: number } | undefined;
    let { column } = outer;
    let { value } = child;
    for (let depth = 1; depth <= most && value.part !== 'leaf' && !value.between; depth++) {
      if (value.column > column && value.column <= comment.column) {
        found = { tail: value.tail, depth };
        ({ column } = value);
      }
      const last = value.children.at(-1);
      if (last === undefined) break;
      ({ value } = last);
    }
    depths.set(child, found?.depth ?? 0);
    return found?.tail;
  }
}

/** The index of the last child that starts at or before the offset; -1 when none does. */
function lastFrom(children: readonly Child[], offset: number): number {
  let [low, high] = [-1, children.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((children[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Moves comments from where none can be printed: into empty brackets, and between a dash and what stands behind it. */
function settle({ part, children }: Collection): void {
  for (const child of children) {
    const { value } = child;
    if (value.part === 'leaf') continue;
    settle(value);
    const [first] = value.children;
    if (first === undefined) child.lead.push(...value.tail.splice(0));
    else if (part === 'list') {
      if (child.head !== undefined) child.lead.push({ text: child.head, blank: false });
      child.head = undefined;
      child.lead.push(...first.lead.splice(0));
    }
  }
}
