import type { Ir, Comparison } from '../ir/ir.ts';
import type { Span } from '../source/span.ts';

/** A place in the text with the words that stand there and those that would. */
export interface Rewritten {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

const signs: Readonly<Record<Comparison, readonly string[]>> = {
  '<=': ['<=', '≤', '＜='],
  '>=': ['>=', '≥', '＞='],
  '!=': ['!=', '≠'],
  '<': ['<', '＜'],
  '>': ['>', '＞'],
  '=': ['=', '＝'],
};

/** The text between two operands with another sign; undefined where the sign does not stand there, since a kind put it in. */
export function signBetween(
  left: Ir,
  right: Ir,
  sign: string | readonly string[],
  after: string,
  text: string,
): Rewritten | undefined {
  if (left.origin.file !== right.origin.file || left.origin.end > right.origin.start) return undefined;
  const between = text.slice(left.origin.end, right.origin.start);
  const found = [sign].flat().find((one) => onlySign(between) === one);
  if (found === undefined) return undefined;
  const start = left.origin.end + between.indexOf(found);
  return rewritten({ file: left.origin.file, start, end: start + found.length }, text, after);
}

/** Without blanks, brackets and the quotes of YAML around it. */
const onlySign = (between: string): string => between.replaceAll(/[\s()]/gu, '');

export function comparisonBetween(
  left: Ir,
  right: Ir,
  sign: Comparison,
  after: Comparison,
  text: string,
): Rewritten | undefined {
  return signBetween(left, right, signs[sign], after, text);
}

/** The bracket or sign that says whether an end of a range belongs to it, and the other one. */
export function otherEnd(end: Ir, isLow: boolean, text: string): Rewritten | undefined {
  const { file, start, end: stop } = end.origin;
  const head = /(?:[[(（【]|[<>]=?|[≤≥＜＞])\s*$/u.exec(text.slice(Math.max(0, start - 8), start));
  const tail = /^\s*[\])）】]/u.exec(text.slice(stop, stop + 8));
  const before = head?.[0].trimEnd() ?? '';
  const isSign = /[<>≤≥＜＞]/u.test(before);
  if (isSign && head !== null) {
    const from = start - head[0].length;
    return rewritten({ file, start: from, end: from + before.length }, text, flipped[before] ?? before);
  }
  if (isLow && head !== null) {
    const from = start - head[0].length;
    return rewritten({ file, start: from, end: from + before.length }, text, flipped[before] ?? before);
  }
  if (isLow || tail === null) return undefined;
  const close = stop + tail[0].length - 1;
  return rewritten({ file, start: close, end: close + 1 }, text, flipped[tail[0].trimStart()] ?? '');
}

const flipped: Readonly<Record<string, string>> = {
  '[': '(',
  '(': '[',
  ']': ')',
  ')': ']',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '≤': '<',
  '≥': '>',
};

export function rewritten(span: Span, text: string, after: string): Rewritten {
  return { span, before: text.slice(span.start, span.end), after };
}
