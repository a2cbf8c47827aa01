import { entryEnd, expressionEnd, intervalEnd, lineEnd } from './extent.ts';
import type { Token } from './library.ts';
import type { Misreading } from './messages.ts';

/** A stretch of text that YAML reads as something else, and whether to read on as if it stood in quotes. */
export interface Misread {
  readonly start: number;
  readonly end: number;
  readonly why: Misreading;
  /** False where the author may have meant either. */
  readonly sure: boolean;
}

/** What stood before a token on its line, or between its brackets. */
export type Before = 'line' | 'colon' | 'dash' | 'separator' | 'content';

const reserved = /^[%@`]/;
const blockMark = /^[>|]/;
const blockHeader = /^[|>](?:[-+][1-9]?|[1-9][-+]?)?$/;
const referenceName = /^[&*][\p{L}\p{N}_.-]+$/u;

/** A value that begins at a token outside of brackets. */
export function inBlock(text: string, tokens: readonly Token[], index: number, before: Before): Misread | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const source = text.slice(token.start, token.end);
  const wholeLine = (why: Misreading): Misread => ({
    start: token.start,
    end: lineEnd(text, token.start),
    why,
    sure: true,
  });
  switch (token.type) {
    case 'block-scalar-header':
      return startsBlock(text, tokens, index) ? undefined : wholeLine('block');
    case 'tag':
      return source.startsWith('!=') ? wholeLine('tag') : undefined;
    case 'anchor':
    case 'alias':
      return isReference(text, token) ? undefined : wholeLine('alias');
    case 'seq-item-ind':
      return before === 'colon' ? wholeLine('dash') : undefined;
    case 'flow-seq-start':
      return intervalEnd(text, token.start) === undefined ? undefined : wholeLine('interval');
    case 'flow-map-start': {
      const end = setEnd(text, tokens, index);
      if (end === undefined) return undefined;
      return { start: token.start, end: Math.max(end, lineEnd(text, token.start)), why: 'set', sure: true };
    }
    case 'plain':
      if (reserved.test(source)) return { start: token.start, end: token.end, why: 'reserved', sure: true };
      return before === 'colon' && isKey(text, tokens, index) ? wholeLine('colon') : undefined;
    default:
      return undefined;
  }
}

/** A value that begins at a token between brackets. */
export function between(
  text: string,
  tokens: readonly Token[],
  index: number,
  before: Before,
  map: boolean,
): Misread | undefined {
  const token = tokens[index];
  if (token === undefined || before === 'content') return undefined;
  const { start } = token;
  const source = text.slice(start, token.end);
  const whole = (why: Misreading): Misread => ({
    start,
    end: expressionEnd(text, start) ?? entryEnd(text, start + 1),
    why,
    sure: true,
  });
  const isValue = before === 'colon' || !map;
  switch (token.type) {
    case 'tag':
      return source.startsWith('!=') ? whole('tag') : undefined;
    case 'anchor':
    case 'alias':
      return isReference(text, token) ? undefined : whole('alias');
    case 'seq-item-ind':
      return whole('dash');
    case 'flow-seq-start':
      return intervalEnd(text, start) === undefined ? undefined : whole('interval');
    case 'flow-map-start': {
      const close = isValue ? setEnd(text, tokens, index) : undefined;
      return close === undefined ? undefined : { ...whole('set'), end: Math.max(close, whole('set').end) };
    }
    case 'plain':
      if (reserved.test(source)) return whole('reserved');
      if (blockMark.test(source)) return whole('block');
      if (isValue && !isKey(text, tokens, index) && isCut(text, token)) return whole('bracket');
      return before === 'colon' && isKey(text, tokens, index) ? whole('colon') : undefined;
    default:
      return undefined;
  }
}

/** Does the expression reach further than YAML's value? A bracket that closes behind another key is none of its own. */
export function isCut(text: string, { start, end }: Pick<Token, 'start' | 'end'>): boolean {
  if (!/[(]/.test(text.slice(start, end)) && /^[ \t]*[,}]/.test(text.slice(end, end + 20))) return false;
  const reached = expressionEnd(text, start);
  return reached !== undefined && reached > end && !/:\s/.test(text.slice(end, reached));
}

/** `>` or `|` with nothing behind it begins a block; one that says its indentation (`>5`) must have a line to indent. */
function startsBlock(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const header = text.slice(token.start, token.end);
  if (!blockHeader.test(header) || lineEnd(text, token.start) > token.end) return false;
  const block = tokens.slice(index, index + 6).find(({ type }) => type === 'block-text');
  return !/[1-9]/.test(header) || (block !== undefined && block.end > block.start);
}

/** An anchor or alias as YAML means it, which is refused as such; `* 2` and `*a and b` are misread expressions. */
function isReference(text: string, token: Token): boolean {
  if (!referenceName.test(text.slice(token.start, token.end))) return false;
  return token.type === 'anchor' || /^[ \t]*(?:[\n,\]}:]|\r\n|#|$)/.test(text.slice(token.end, token.end + 200));
}

/** Is the token followed by a colon on its line? */
function isKey(text: string, tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.type === 'space' ? tokens[index + 2] : tokens[index + 1];
  const token = tokens[index];
  return next?.type === 'map-value-ind' && token !== undefined && !text.slice(token.start, next.start).includes('\n');
}

/** The end of braces that hold names only, as in `{A, B}`; undefined for a map. */
function setEnd(text: string, tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  let names = 0;
  for (let index = open; index < Math.min(tokens.length, open + 2_000); index++) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    switch (token.type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        depth++;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        depth--;
        if (depth === 0) return names > 0 ? token.end : undefined;
        break;
      case 'plain':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        names++;
        // A key with a blank or a half-width colon forgotten is no member of a set.
        if (token.type === 'plain' && /[:：]/.test(text.slice(token.start, token.end))) return undefined;
        break;
      case 'map-value-ind':
      case 'explicit-key-ind':
      case 'flow-error-end':
      case 'comment':
        return undefined;
      default:
    }
  }
  return undefined;
}
