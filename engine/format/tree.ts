import type { YamlNode, YamlScalar } from '../yaml/node.ts';

/** A YAML file as it is laid out: its nodes with the comments and blank lines that belong to them. */
export type Part = Leaf | Collection;

export interface Leaf {
  readonly part: 'leaf';
  readonly node: YamlScalar;
  readonly start: number;
  readonly end: number;
}

export interface Collection {
  readonly part: 'map' | 'list';
  readonly children: Child[];
  /** Comments behind the last child. */
  readonly tail: Remark[];
  /** Whether the author put it between brackets. */
  readonly between: boolean;
  /** A table's rows, of which each has a line of its own. */
  readonly rows: boolean;
  /** One of them: it stands on one line where it fits. */
  readonly row: boolean;
  /** In the author's text. */
  readonly column: number;
  readonly start: number;
  /** Behind its last content; comments and blanks below belong to nobody yet. */
  readonly end: number;
}

/** An entry or an item. Comments are added to it while the tree is made (comments.ts). */
export interface Child {
  readonly key: YamlScalar | undefined;
  readonly value: Part;
  readonly start: number;
  /** A blank line directly above it. */
  readonly blank: boolean;
  /** Comments above it. */
  readonly lead: Remark[];
  /** Comment behind its colon. */
  head: string | undefined;
  /** Comment behind its value, on the same line. */
  trail: string | undefined;
}

export interface Remark {
  readonly text: string;
  readonly blank: boolean;
}

/** What the tree must know of the text around the nodes. */
export interface Surroundings {
  columnOf(offset: number): number;
  /** Is the line above empty, and this the first thing on its line? */
  blankAbove(offset: number): boolean;
  /** The place of the first dash at or behind an offset. */
  dashFrom(offset: number): number;
  opensBracket(offset: number): boolean;
}

// Lists with these keys have rows.
const rowLists: ReadonlySet<string> = new Set(['tiers', 'rows', 'bands', 'slots']);

/** The tree of a file, still without its comments. */
export function bareTree(root: YamlNode, around: Surroundings): Part {
  return part(root, { between: false, row: false, rows: false, after: 0 }, around);
}

interface Setting {
  readonly between: boolean;
  readonly rows: boolean;
  readonly row: boolean;
  /** Where the content before it ends. */
  readonly after: number;
}

function part(node: YamlNode, setting: Setting, around: Surroundings): Part {
  if (node.yaml === 'scalar') {
    const start = Math.max(node.span.start, setting.after);
    return { part: 'leaf', node, start, end: Math.max(node.span.end, start) };
  }
  const between = setting.between || around.opensBracket(node.span.start);
  const children: Child[] = [];
  let after = node.yaml === 'list' && !between ? setting.after : node.span.start;
  const add = (key: YamlScalar | undefined, value: YamlNode): void => {
    const start = key?.span.start ?? (between ? value.span.start : around.dashFrom(after));
    const rows = key !== undefined && rowLists.has(key.text);
    const inside = { between, rows, row: setting.rows && key === undefined, after: key?.span.end ?? start };
    const made = part(value, key === undefined && !between ? { ...inside, after: start + 1 } : inside, around);
    children.push({
      key,
      value: made,
      start,
      blank: around.blankAbove(start),
      lead: [],
      head: undefined,
      trail: undefined,
    });
    after = made.end;
  };
  if (node.yaml === 'map') for (const { key, value } of node.entries) add(key, value);
  else for (const item of node.items) add(undefined, item);
  const start = between ? node.span.start : (children[0]?.start ?? node.span.start);
  return {
    part: node.yaml,
    children,
    tail: [],
    between,
    rows: setting.rows,
    row: setting.row,
    column: around.columnOf(start),
    start,
    end: between ? node.span.end : Math.max(after, start),
  };
}
