import type { Span } from '../source/span.ts';
import type { Fix, Texts } from './diagnostic.ts';

const most = 3;
const longestCompared = 80;

/** The candidates that somebody who wrote `word` probably meant: nearest first, at most three, often none. */
export function suggest(word: string, candidates: Iterable<string>): readonly string[] {
  const wanted = normal(word);
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of new Set(candidates)) {
    const distance = nearness(wanted, normal(name));
    if (distance !== undefined && name !== word) found.push({ name, distance });
  }
  // By code point among equals, so that the answer does not depend on the machine's locale.
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  const nearest = found[0]?.distance ?? 0;
  // What differs in case only leaves no doubt; else a second guess may be one slip worse than the first.
  const kept = found.filter(({ distance }) => distance <= (nearest === 0 ? 0 : nearest + 1));
  return kept.slice(0, most).map(({ name }) => name);
}

/** `Did you mean “a” or “b”?` with a blank before it, to be put behind a message; nothing when there is no suggestion. */
export function didYouMean(names: readonly string[]): Texts {
  if (names.length === 0) return { en: '', zh: '' };
  return {
    en: ` Did you mean ${names.map((name) => `“${name}”`).join(' or ')}?`,
    zh: `是不是${names.map((name) => `“${name}”`).join('或')}？`,
  };
}

/** Mends that write one of the suggested names in the place of the one that was written. */
export function writeInstead(names: readonly string[], span: Span): readonly Fix[] {
  return names.map((name) => ({
    title: { en: `Write ${name}`, zh: `改为 ${name}` },
    edits: [{ span, text: name }],
  }));
}

/** Names by what they were written as: the same thousands are compared with each word that is being typed. */
const normals = new Map<string, readonly string[]>();
// More than the names of a large handbook; then it starts anew.
const mostNormals = 30_000;

/** Case, width and the choice of separator are never what tells two names apart in an author's mind. */
function normal(name: string): readonly string[] {
  const known = normals.get(name);
  if (known !== undefined) return known;
  const found = [...name.normalize('NFKC').toLowerCase().replaceAll('_', '-').slice(0, longestCompared)];
  if (normals.size >= mostNormals) normals.clear();
  normals.set(name, found);
  return found;
}

/** A number that is smaller for what is nearer; undefined when nothing speaks for it. */
function nearness(wanted: readonly string[], name: readonly string[]): number | undefined {
  const longer = Math.max(wanted.length, name.length);
  // One slip for each three characters; two Chinese characters already make a word, so one of them may be wrong.
  const allowed = Math.max(longer >= 3 || wanted.some((c) => c > '\u2e7f') ? 1 : 0, Math.floor(longer / 3));
  const distance = slips(wanted, name, allowed);
  if (distance !== undefined) return distance < longer ? distance : undefined;
  return wanted.length >= 2 && sharesDottedEnd(wanted.join(''), name.join('')) ? allowed + 1 : undefined;
}

/** `net` for `sales.net`, `promoter.rate` for `commission.promoter.rate`, and the other way round. */
function sharesDottedEnd(a: string, b: string): boolean {
  return a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** Insertions, deletions, replacements and swaps of neighbours; undefined above `allowed`. */
function slips(a: readonly string[], b: readonly string[], allowed: number): number | undefined {
  if (Math.abs(a.length - b.length) > allowed) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(beforeLast, j - 2) + 1);
      row.push(best);
    }
    if (Math.min(...row) > allowed) return undefined;
    beforeLast = last;
    last = row;
  }
  const distance = at(last, b.length);
  return distance <= allowed ? distance : undefined;
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
