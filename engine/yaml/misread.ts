import { entryEnd, expressionEnd } from './extent.ts';
import type { Token } from './library.ts';
import { between, inBlock } from './misread-value.ts';
import type { Before, Misread } from './misread-value.ts';

interface Frame {
  readonly map: boolean;
  /** Of the entry that is being read. */
  entryStart: number | undefined;
  entryEnd: number;
  hasColon: boolean;
  /** Where the value of the last entry with a colon starts; undefined when it is no plain text. */
  valueStart: number | undefined;
}

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
      // `(1 .. 2]` closes the brackets around it to YAML, whose tokens then say nothing about the rest of the line.
      if (frame !== undefined && !isBalanced(text.slice(misread.start, misread.end))) {
        const newline = text.indexOf('\n', done);
        done = newline === -1 ? text.length : newline;
        frames.length = 0;
      }
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

function isBalanced(text: string): boolean {
  const count = (brackets: RegExp): number => text.match(brackets)?.length ?? 0;
  return count(/[[{]/g) === count(/[\]}]/g);
}

function touch(frame: Frame | undefined, token: Token): void {
  if (frame === undefined) return;
  frame.entryStart ??= token.start;
  frame.entryEnd = token.end;
}

// `title:x`: a blank is missing, not quotes.
const gluedColon = /^[\p{L}_][\p{L}\p{N}_.-]*:\S/u;

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
