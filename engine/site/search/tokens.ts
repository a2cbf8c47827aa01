/**
 * The words of a text for the search index and for what is searched: other writing in words, Chinese in pairs of neighbouring characters and
 * the last one alone, so that any word is found that stands anywhere in a text. Its own text becomes part of the site's script, so it
 * may use nothing from outside.
 */
export function searchTokens(text: string): string[] {
  const found: string[] = [];
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}]+/gu) ?? [];
  for (const run of runs) {
    const pieces = run.match(/[\u3400-\u9fff\uf900-\ufaff]+|[^\u3400-\u9fff\uf900-\ufaff]+/g) ?? [];
    for (const piece of pieces) {
      if (!/[\u3400-\u9fff\uf900-\ufaff]/.test(piece)) {
        found.push(piece);
        continue;
      }
      for (let at = 0; at < piece.length; at += 1) found.push(piece.slice(at, at + 2));
    }
  }
  return found;
}
