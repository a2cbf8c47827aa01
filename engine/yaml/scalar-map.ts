export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/**
 * Where each UTF-16 unit of a decoded scalar, and its end, stands in the text as written: two pointers walk over both.
 * Letters, digits and signs are found exactly; blanks of a folded line break at the break.
 */
export function mapScalar(raw: string, text: string, style: ScalarStyle, start: number): readonly number[] {
  if (raw === text) return oneByOne(text, start);
  if ((style === 'single' || style === 'double') && raw.slice(1, -1) === text) return oneByOne(text, start + 1);
  const offsets: number[] = [];
  let at = style === 'plain' ? 0 : style === 'block' ? endOfHeader(raw) : 1;
  while (offsets.length < text.length) {
    const blanks = blankRun(raw, at, style === 'double');
    if (blanks > at) {
      const count = decodedBlanks(raw.slice(at, blanks), text, offsets.length, style);
      for (const place of placeBlanks(raw, at, blanks, text.slice(offsets.length, offsets.length + count)))
        offsets.push(start + place);
      at = blanks;
      continue;
    }
    const { length, units } = sign(raw, at, style);
    for (let unit = 0; unit < units && offsets.length < text.length; unit++)
      offsets.push(start + Math.min(at + (length === units ? unit : 0), raw.length));
    at += length;
  }
  // A block may have further lines that are no part of its text, or end without the break that its text has; elsewhere the text ends
  // where the walk does.
  const last = offsets.at(-1);
  const end = style === 'block' && last !== undefined ? last + 1 - start : at;
  offsets.push(start + Math.min(end, raw.length));
  return offsets;
}

function oneByOne({ length }: string, start: number): readonly number[] {
  const offsets = new Array<number>(length + 1);
  for (let index = 0; index <= length; index++) offsets[index] = start + index;
  return offsets;
}

function endOfHeader(raw: string): number {
  const newline = raw.indexOf('\n');
  return newline === -1 ? raw.length : newline + 1;
}

/** In double quotes a CR of its own is a character like others; elsewhere it counts as a blank on both sides. */
function blankRun(raw: string, from: number, strict: boolean): number {
  let at = from;
  while (isBlank(raw[at]) && !(strict && raw[at] === '\r' && raw[at + 1] !== '\n')) at++;
  return at;
}

const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r';

/** How many blanks of the decoded text a run of written ones became. */
function decodedBlanks(run: string, text: string, from: number, style: ScalarStyle): number {
  if (style !== 'double') return blankRun(text, from, false) - from;
  // An escape may add blanks of its own behind the run, so the folding is counted: n breaks are n - 1, or one blank.
  const breaks = run.split('\n').length - 1;
  return breaks === 0 ? run.length : Math.max(1, breaks - 1);
}

/** Blanks before the first break stand at the left of the run, those behind the last at its right. */
function placeBlanks(raw: string, from: number, to: number, decoded: string): readonly number[] {
  const first = decoded.indexOf('\n');
  const last = decoded.lastIndexOf('\n');
  if (first === -1) return Array.from(decoded, (_, index) => Math.min(from + index, to));
  const places: number[] = [];
  let at = from;
  for (let index = 0; index < decoded.length; index++) {
    if (index > last) places.push(Math.max(from, to - (decoded.length - index)));
    else {
      if (index >= first && decoded[index] === '\n') at = nextBreak(raw, at, to);
      places.push(Math.min(at, to));
      if (at < to) at++;
    }
  }
  return places;
}

function nextBreak(raw: string, from: number, to: number): number {
  const at = raw.indexOf('\n', from);
  return at === -1 || at >= to ? to : at;
}

/** What is no blank: how long it is as written, and how many units of the decoded text it gives. */
function sign(raw: string, at: number, style: ScalarStyle): { readonly length: number; readonly units: number } {
  if (style === 'single' && raw[at] === "'") return { length: 2, units: 1 };
  if (style !== 'double' || raw[at] !== '\\') return { length: 1, units: 1 };
  switch (raw[at + 1]) {
    case '\n':
    case '\r': {
      let end = at + (raw[at + 1] === '\r' ? 3 : 2);
      while (raw[end] === ' ' || raw[end] === '\t') end++;
      return { length: end - at, units: 0 };
    }
    case 'x':
      return { length: 4, units: 1 };
    case 'u':
      return { length: 6, units: 1 };
    case 'U':
      return { length: 10, units: parseInt(raw.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1 };
    default:
      // An unknown escape is kept as written: one unit more, and a diagnostic anyway.
      return { length: 2, units: /[0abefnrtvNLP_ "/\\\t]/.test(raw[at + 1] ?? '') ? 1 : 2 };
  }
}
