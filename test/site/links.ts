/** Reads the links of a site's pages as a browser would resolve them, on paths below the site's folder. */
interface Broken {
  readonly page: string;
  readonly href: string;
}

const unescape = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  );

/** Links that lead to no file of the site, or to no place on its page; and all that would leave the site. */
export function brokenLinks(files: ReadonlyMap<string, string>): readonly Broken[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string): ReadonlySet<string> => {
    const known = ids.get(path);
    if (known !== undefined) return known;
    const found = new Set([...(files.get(path) ?? '').matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescape(id)));
    ids.set(path, found);
    return found;
  };
  const broken: Broken[] = [];
  for (const [page, text] of files) {
    if (!page.endsWith('.html')) continue;
    for (const [, , written = ''] of text.matchAll(/\s(href|src|action)="([^"]*)"/g)) {
      const href = unescape(written);
      const url = new URL(href, `site://site/${encodeURI(page)}`);
      const path = decodeURIComponent(url.pathname.slice(1));
      const place = decodeURIComponent(url.hash.slice(1));
      const isThere = url.protocol === 'site:' && files.has(path) && (place === '' || idsOf(path).has(place));
      if (!isThere) broken.push({ page, href });
    }
  }
  return broken;
}

/** Ids that stand twice on a page. */
export function doubledIds(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([page, text]) => {
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
    return ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `${page}#${id}`);
  });
}
