import { printCell, printExpression } from '../expression/print.ts';
import { wideCommaIn } from '../yaml/wide-signs.ts';
import { plainScalar } from '../shape/plain.ts';
import type { YamlScalar } from '../yaml/node.ts';
import { blockLines } from './block-lines.ts';
import type { Said } from './language.ts';
import { columns, fill, inQuotes, mostColumns, printScalar } from './scalar.ts';
import { respell, type Spelling } from './spelling.ts';
import type { Child, Collection, Leaf, Part, Remark } from './tree.ts';

/** What printing needs beside the tree. */
export interface Manner {
  readonly text: string;
  readonly said: ReadonlyMap<YamlScalar, Said>;
  readonly spelling: Spelling;
}

const level = '  ';

/** The lines of a file. */
export function printTree(tree: Collection, manner: Manner): readonly string[] {
  return block(tree, '', manner);
}

function block({ children, tail }: Collection, indentation: string, manner: Manner): readonly string[] {
  const lines: string[] = [];
  const add = (blank: boolean, ...more: readonly string[]): void => {
    // A block of lines may end with an empty one that belongs to it.
    if (blank && lines.length > 0 && lines.at(-1) !== '') lines.push('');
    for (const line of more) lines.push(line);
  };
  const remark = ({ text, blank }: Remark): void => add(blank, indentation + text);
  for (const child of children) {
    const { lead, lines: own } = printChild(child, indentation, manner);
    lead.forEach(remark);
    add(child.blank, ...own);
  }
  tail.forEach(remark);
  return lines;
}

interface Printed {
  readonly lead: readonly Remark[];
  readonly lines: readonly string[];
}

function printChild(child: Child, indentation: string, manner: Manner): Printed {
  const { key, value, lead, head, trail } = child;
  const mark = key === undefined ? '-' : `${printScalar(key, false)}:`;
  const inside = indentation + level;
  const used = columns(indentation + mark) + 1;
  const inline = value.part === 'leaf' ? leafLines(value, used, inside, manner) : oneLine(value, used, manner);
  if (inline !== undefined) {
    const [first = '', ...others] = inline;
    const lines = [first === '' ? indentation + mark : `${indentation}${mark} ${first}`, ...others];
    const [comment, above] = trail === undefined ? [head, undefined] : [trail, head];
    return {
      lead: above === undefined ? lead : [...lead, { text: above, blank: false }],
      lines: comment === undefined ? lines : lines.with(-1, `${lines.at(-1) ?? ''} ${comment}`),
    };
  }
  if (value.part === 'leaf') throw new Error('A scalar always has a line');
  return blockChild(child, value, mark, indentation, manner);
}

/** A comment behind a closing bracket that is not printed goes where the next reading finds it again. */
function blockChild(
  { key, lead, head, trail }: Child,
  value: Collection,
  mark: string,
  indentation: string,
  manner: Manner,
): Printed {
  const remarks = trail === undefined ? [] : [{ text: trail, blank: false }];
  const moved = hasComments(value) || head !== undefined ? 'below' : key === undefined ? 'above' : 'behind';
  const inner = moved === 'below' ? { ...value, tail: [...value.tail, ...remarks] } : value;
  const below = block(inner, indentation + level, manner);
  const above = moved === 'above' ? [...lead, ...remarks] : lead;
  if (key === undefined) {
    const [first = '', ...others] = below;
    return { lead: above, lines: [`${indentation}${mark} ${first.trimStart()}`, ...others] };
  }
  const comment = moved === 'behind' ? (trail ?? head) : head;
  return { lead: above, lines: [`${indentation}${mark}${comment === undefined ? '' : ` ${comment}`}`, ...below] };
}

function leafLines({ node }: Leaf, used: number, indentation: string, manner: Manner): readonly string[] {
  const lines = /^[|>]/.test(manner.text.charAt(node.span.start))
    ? blockLines(node, manner.text, indentation)
    : undefined;
  if (lines !== undefined) {
    const said = lines.hasComment || !manner.said.has(node) ? undefined : scalarText(node, false, manner);
    return said !== undefined && used + columns(said) <= mostColumns ? [said] : lines.lines;
  }
  return fill(scalarText(node, false, manner), used, indentation);
}

function oneLine(value: Collection, used: number, manner: Manner): readonly string[] | undefined {
  if (value.children.length > 0 && !value.between && !value.row) return undefined;
  const text = flow(value, manner);
  return text === undefined || used + columns(text) > mostColumns ? undefined : [text];
}

/** Between brackets on one line; undefined where that cannot be. */
function flow(part: Part, manner: Manner): string | undefined {
  if (part.part === 'leaf') {
    const { node } = part;
    const isLines = /^[|>]/.test(manner.text.charAt(node.span.start));
    return isLines || (node.plain && node.text === '') ? undefined : scalarText(node, true, manner);
  }
  if (part.tail.length > 0) return undefined;
  const [open, close] = part.part === 'map' ? ['{', '}'] : ['[', ']'];
  if (part.children.length === 0) return open + close;
  if (part.rows) return undefined;
  const texts: string[] = [];
  for (const { key, value, lead, head, trail } of part.children) {
    const text = flow(value, manner);
    if (text === undefined || lead.length > 0 || head !== undefined || trail !== undefined) return undefined;
    texts.push(key === undefined ? text : `${flowKey(key)}: ${text}`);
  }
  const blank = part.part === 'map' ? ' ' : '';
  return `${open}${blank}${texts.join(', ')}${blank}${close}`;
}

function hasComments(part: Part): boolean {
  if (part.part === 'leaf') return false;
  return (
    part.tail.length > 0 ||
    part.children.some(
      ({ value, lead, head, trail }) =>
        lead.length > 0 || head !== undefined || trail !== undefined || hasComments(value),
    )
  );
}

function scalarText(node: YamlScalar, between: boolean, manner: Manner): string {
  const said = manner.said.get(node);
  if (said === undefined) return printScalar(node, between);
  const text = sayText(said, manner.spelling);
  if (said.is === 'cell' && isQuotedCell(said)) return inQuotes(text);
  // An expression reads the same with and without quotes, but nothing at all is no expression.
  return printScalar({ text, plain: plainScalar({ text, plain: true }) !== null }, between);
}

/** The canonical text of an expression or a cell. */
export function sayText(said: Said, spelling: Spelling): string {
  return said.is === 'cell' ? printCell(respell(said.cell, spelling)) : printExpression(respell(said.expr, spelling));
}

function isQuotedCell({ cell }: Extract<Said, { is: 'cell' }>): boolean {
  return cell.cell === 'interval' || cell.cell === 'set' || cell.cell === 'not';
}

/** Between braces a wide comma in a key looks like the end of the entry before it. */
const flowKey = (key: YamlScalar): string =>
  wideCommaIn(key.text) === -1 ? printScalar(key, true) : inQuotes(key.text);
