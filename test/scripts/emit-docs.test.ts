import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { emittedDocs } from '../../scripts/emit-docs.ts';

const emitted = await emittedDocs();

test('docs/ holds what `npm run docs` writes', () => {
  const stale = [...emitted].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  expect(stale.map(([path]) => path)).toEqual([]);
});

test('every page has its other language', () => {
  const pages = globSync('docs/*.md').map((path) => path.replaceAll('\\', '/'));
  const english = pages.filter((path) => !path.endsWith('.zh-CN.md'));
  expect(pages.filter((path) => path.endsWith('.zh-CN.md')).sort()).toEqual(
    english.map((path) => path.replace(/\.md$/, '.zh-CN.md')).sort(),
  );
});

test('links between pages lead somewhere', () => {
  // Tests may have packages of their own, whose pages are nobody's here.
  const own = globSync('{docs,test}/**/*.md').filter((path) => !path.includes('node_modules'));
  const broken = own.flatMap((page) => {
    const text = readFileSync(page, 'utf8').replaceAll(/^```.*?^```$/gms, '');
    return [...text.matchAll(/\]\(([^)#\s]+)?(#[^)\s]+)?\)/g)].flatMap(([link, path, anchor]) => {
      if (path?.startsWith('http') === true) return [];
      const target = path === undefined ? page : join(dirname(page), path);
      if (!existsSync(target)) return [`${page} ${link}`];
      return anchor === undefined || anchorsOf(target).has(decodeURIComponent(anchor.slice(1)))
        ? []
        : [`${page} ${link}`];
    });
  });
  expect(broken).toEqual([]);
});

/** The anchors of a page's headings, by the rules of the usual renderers. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm);
  return new Set(
    Array.from(headings, ([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
