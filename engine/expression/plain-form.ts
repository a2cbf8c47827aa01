/** A text as an English keyboard would have typed it, unit for unit, with what was changed. */
interface PlainForm {
  readonly text: string;
  readonly changes: readonly Change[];
}
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const wide = /[！-～。、“”‘’「」【】〔〕]/;

// Texts first, so that what is quoted stays as it is; a text in other quotes loses only these.
const wideOrText = new RegExp(
  [
    '"(?:[^"\\\\]|\\\\[^])*"?',
    "'[^']*'?",
    '[“”＂「」](?:[^“”＂「」"\\\\]|\\\\[^])*[“”＂「」]?',
    "[‘’＇][^‘’＇']*[‘’＇]?",
    wide.source,
  ].join('|'),
  'g',
);
const opensText = /^[“”＂「」‘’＇]/;
const closesText = /.[“”＂「」‘’＇]$/s;

const signs: Readonly<Record<string, string>> = { '。': '.', '、': ',', '【': '[', '】': ']', '〔': '[', '〕': ']' };

/** Full-width letters, digits and signs of Chinese keyboards in their plain form; places stay the same. */
export function plainForm(text: string): PlainForm {
  if (!wide.test(text)) return { text, changes: [] };
  const changes: Change[] = [];
  const change = (start: number, plain: string): string => {
    changes.push({ start, end: start + 1, text: plain });
    return plain;
  };
  const plain = text.replace(wideOrText, (found, at: number) => {
    if (found.startsWith('"') || found.startsWith("'")) return found;
    if (opensText.test(found)) {
      const quote = /^[‘’＇]/.test(found) ? "'" : '"';
      const closed = closesText.test(found);
      return `${change(at, quote)}${found.slice(1, closed ? -1 : undefined)}${closed ? change(at + found.length - 1, quote) : ''}`;
    }
    if (found === '－' && !(isDigit(text[at - 1]) && isDigit(text[at + 1]))) {
      // A wide minus joins digits of a date, never two names: `销售额－退货额` is a difference.
      change(at, withBlanks('-', text, at, at + 1));
      return '−';
    }
    return change(at, signs[found] ?? String.fromCharCode(found.charCodeAt(0) - 0xfee0));
  });
  return { text: plain, changes };
}

/** The word with a blank on each side where none stands yet, to be put at this place. */
export function withBlanks(word: string, text: string, start: number, end: number): string {
  const before = start > 0 && !/\s/.test(text.charAt(start - 1)) ? ' ' : '';
  const after = end < text.length && !/\s/.test(text.charAt(end)) ? ' ' : '';
  return before + word + after;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /[0-9０-９]/.test(character);
}
