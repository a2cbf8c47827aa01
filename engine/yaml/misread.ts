import type { Token } from './library.ts';
import { entryEnd, expressionEnd, intervalEnd, lineEnd } from './extent.ts';
import type { Misreading } from './messages.ts';

/** A stretch of text that YAML reads as something else, and whether to read on as if it stood in quotes. */
export interface Misread {
  readonly start: number;
  readonly end: number;
  readonly why: Misreading;
  /** False where the author may have meant either. */
  readonly sure: boolean;
}

interface Frame {
  readonly map: boolean;
  /** Of the entry that is being read. */
  entryStart: number | undefined;
  entryEnd: number;
  hasColon: boolean;
  /** Where the value of the last entry with a colon starts; undefined when it is no plain text. */
  valueStart: number | undefined;
}

/** What stood before a token on its line, or between its brackets. */
type Before = 'line' | 'colon' | 'dash' | 'separator' | 'content';

// Nobody reads more of them, and each costs a mend.
const most = 1_000;

/** Values that YAML splits, swallows or turns into something else (semantics 7.2), found on its own tokens. */
export function findMisread(text: string, tokens: readonly Token[]): readonly Misread[] {
  const found: Misread[] = [];
  const frames: Frame[] = [];
  let before: Before = 'line';
  let done = 0;

  for (const [index, token] of tokens.entries()) {
    if (token.start < done) continue;
    if (found.length >= most) break;
    const frame = frames.at(-1);
    switch (token.type) {
      case 'space':
      case 'byte-order-mark':
        continue;
      case 'newline':
        if (frame === undefined) before = 'line';
        continue;
      case 'block-text':
        before = 'line';
        continue;
      case 'flow-error-end':
        frames.length = 0;
        before = 'line';
        continue;
      case 'comment': {
        const value = tokens[index - 2];
        // What was found to be misread ends before the sign: it goes on behind it.
        const start =
          value !== undefined && value.start < done ? found.at(-1)?.start : (frame?.valueStart ?? value?.start);
        if (start === undefined || !swallowsText(text, tokens, index)) continue;
        add({
          start,
          end: swallowedEnd(text, start, token, frame !== undefined),
          why: 'comment',
          sure: frame !== undefined,
        });
        // Brackets behind the sign were no comment: the text is read again after the mend.
        if (frame !== undefined) return found;
        continue;
      }
      case 'comma':
        if (frame !== undefined) endEntry(frame);
        before = 'separator';
        continue;
      case 'flow-map-end':
      case 'flow-seq-end':
        if (frame !== undefined) endEntry(frame);
        frames.pop();
        touch(frames.at(-1), token);
        before = 'content';
        continue;
      case 'map-value-ind':
        if (frame !== undefined) {
          frame.hasColon = true;
          frame.valueStart = undefined;
        }
        before = 'colon';
        continue;
      default:
    }
    const misread =
      frame === undefined ? inBlock(text, tokens, index, before) : between(text, tokens, index, before, frame.map);
    touch(frame, token);
    if (frame !== undefined && before === 'colon' && (token.type === 'plain' || misread !== undefined))
      frame.valueStart = token.start;
    if (misread !== undefined) {
      add(misread);
      if (frame !== undefined) frame.entryEnd = misread.end;
      before = 'content';
    } else if (token.type === 'flow-map-start' || token.type === 'flow-seq-start') {
      const map = token.type === 'flow-map-start';
      frames.push({ map, entryStart: undefined, entryEnd: token.end, hasColon: false, valueStart: undefined });
      before = 'separator';
    } else before = token.type === 'seq-item-ind' ? 'dash' : 'content';
  }
  return found;

  function add(misread: Misread): void {
    const last = found.at(-1);
    if (last !== undefined && last.start === misread.start)
      found[found.length - 1] = { ...last, end: misread.end, sure: misread.sure };
    else found.push(misread);
    done = misread.end;
  }

  /** `{ en: a, b }`: an entry without a colon is the rest of a text with a comma. */
  function endEntry(frame: Frame): void {
    const { map, hasColon, entryStart, valueStart } = frame;
    if (map && !hasColon && entryStart !== undefined && valueStart !== undefined && !isGlued(entryStart))
      add({ start: valueStart, end: frame.entryEnd, why: 'comma', sure: true });
    frame.entryStart = undefined;
    frame.hasColon = false;
  }

  function isGlued(start: number): boolean {
    return gluedColon.test(text.slice(start, start + 100));
  }
}

function touch(frame: Frame | undefined, token: Token): void {
  if (frame === undefined) return;
  frame.entryStart ??= token.start;
  frame.entryEnd = token.end;
}

const reserved = /^[%@`]/;
const blockMark = /^[>|]/;
// `title:x`: a blank is missing, not quotes.
const gluedColon = /^[\p{L}_][\p{L}\p{N}_.-]*:\S/u;
const blockHeader = /^[|>](?:[-+][1-9]?|[1-9][-+]?)?$/;
const referenceName = /^[&*][\p{L}\p{N}_.-]+$/u;

function inBlock(text: string, tokens: readonly Token[], index: number, before: Before): Misread | undefined {
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

function between(
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
function isCut(text: string, { start, end }: Token): boolean {
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

/** `a #b` on one line: YAML drops what the author may have meant to say. `# b` is a comment by its blank. */
function swallowsText(text: string, tokens: readonly Token[], index: number): boolean {
  const comment = tokens[index];
  if (tokens[index - 1]?.type !== 'space' || tokens[index - 2]?.type !== 'plain') return false;
  return comment !== undefined && /^#[^\s#]/.test(text.slice(comment.start, comment.start + 2));
}

/** Between brackets the value ends where it would without the sign, else with its line. */
function swallowedEnd(text: string, start: number, comment: Token, between: boolean): number {
  return between
    ? (expressionEnd(text, start, 'belong') ?? entryEnd(text, comment.start + 1))
    : comment.start + text.slice(comment.start, comment.end).trimEnd().length;
}
