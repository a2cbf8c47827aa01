// How far an expression reaches that YAML does not see as one value. Only looks at brackets, quotes and commas; it stops after
// a stretch that no expression needs, so that a hostile line costs no more than a long one.
const longest = 400;

/** The end of the line's content: without a comment and trailing blanks. */
export function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline === -1 ? text.length : newline);
  const comment = /[ \t]#/.exec(line);
  return start + line.slice(0, comment?.index ?? line.length).trimEnd().length;
}

/** Between brackets: the end of the expression that starts here, at the next comma or bracket that is not its own; undefined when its brackets do not close. */
export function expressionEnd(text: string, start: number, comments: 'end' | 'belong' = 'end'): number | undefined {
  const open: Bracket[] = [];
  const boundary = comments === 'end' ? /[\n",()[\]{}]|(?<=[ \t])#|\.\./g : /[\n",()[\]{}]|\.\./g;
  boundary.lastIndex = start;
  for (;;) {
    const found = boundary.exec(text);
    const at = found?.index ?? text.length;
    const sign = found?.[0] ?? '\n';
    if (at > start + longest) return undefined;
    const inner = open.at(-1);
    switch (sign) {
      case '"':
        boundary.lastIndex = closingQuote(text, at) ?? at + 1;
        break;
      case '..':
        if (inner !== undefined) inner.interval = true;
        break;
      case '(':
      case '[':
      case '{':
        open.push({ sign, interval: false });
        break;
      case ')':
        // `a) b`
        if (inner === undefined) break;
        if (!closes(inner, sign)) return undefined;
        open.pop();
        break;
      case ']':
      case '}':
        if (inner === undefined) return trimmed(text, start, at);
        if (!closes(inner, sign)) return undefined;
        open.pop();
        break;
      default:
        if (inner === undefined) return trimmed(text, start, at);
        if (sign !== ',') return undefined;
    }
  }
}

interface Bracket {
  readonly sign: '(' | '[' | '{';
  interval: boolean;
}

/** An interval may open and close with different brackets. */
function closes({ sign, interval }: Bracket, close: ')' | ']' | '}'): boolean {
  if (sign === '{') return close === '}';
  return close !== '}' && (interval || (sign === '(') === (close === ')'));
}

/** Between brackets: where YAML would end a value without brackets of its own. */
export function entryEnd(text: string, start: number): number {
  const end = text.slice(start, start + longest).search(/[,[\]{}\n]|[ \t]#/);
  return trimmed(text, start, end === -1 ? Math.min(text.length, start + longest) : start + end);
}

/** The end of the interval that a `[` opens, as in `[0% .. 30%)`; undefined when it opens a list. */
export function intervalEnd(text: string, open: number): number | undefined {
  let depth = 0;
  let dots = false;
  for (let at = open; at < open + longest; at++) {
    switch (text[at]) {
      case undefined:
      case '\n':
      case '{':
      case '}':
        return undefined;
      case ',':
        if (depth === 1) return undefined;
        break;
      case '(':
      case '[':
        depth++;
        break;
      case ')':
      case ']':
        depth--;
        if (depth === 0) return dots ? at + 1 : undefined;
        break;
      case '.':
        if (depth === 1 && text[at + 1] === '.') dots = true;
        break;
      default:
    }
  }
  return undefined;
}

function closingQuote(text: string, open: number): number | undefined {
  const end = text.slice(open + 1, open + longest).search(/["\n]/);
  return end !== -1 && text[open + 1 + end] === '"' ? open + 2 + end : undefined;
}

function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text[at - 1])) at--;
  return at;
}

const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\t' || unit === '\r';
