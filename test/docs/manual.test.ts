import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../../engine/host/version.ts';
import { manualPages } from '../../scripts/emit-manual.ts';

const languages = ['en', 'zh'] as const;
const textOf = (path: string): string => readFileSync(path, 'utf8');

test.each(languages)('links lead to pages that are there (%s)', (language) => {
  for (const path of manualPages(language)) {
    const linked = [...textOf(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((to) => !existsSync(join(dirname(path), to)))).toEqual([]);
  }
});

test.each(languages)('a reader sees which file is meant: the words before its block name it (%s)', (language) => {
  const unnamed = manualPages(language).flatMap((path) => {
    const pieces = textOf(path).split(/^(```[^\n]*\n(?:.*?\n)??```\n)/ms);
    return pieces.filter((piece, i) => {
      const [, file] = /^```\S+ (?:file|in)=(\S+)\n/.exec(piece) ?? [];
      return file !== undefined && pieces[i - 1]?.includes(`\`${file}\``) !== true;
    });
  });
  expect(unnamed).toEqual([]);
});

/** What a page has its reader do, whatever the language: files of the handbook, changes, and which verbs are typed. */
function doneOn(path: string): readonly string[] {
  return [...textOf(path).matchAll(/^```(\S+) ?([^\n]*)\n(.*?)^```$/gms)].flatMap(
    ([, kind = '', about = '', text = '']) => {
      if (kind !== 'console') return about.includes('policies/') ? [`${kind} ${about}\n${text}`] : [kind];
      const typed = text.split('\n').filter((line) => line.startsWith('$ '));
      return [about, ...typed.map((line) => line.split(' ').slice(0, 4).join(' '))];
    },
  );
}

test('both languages do the same', () => {
  const pages = (language: (typeof languages)[number]): readonly string[] =>
    manualPages(language).map((path) => path.slice(path.lastIndexOf('/') + 1));
  expect(pages('zh')).toEqual(pages('en'));
  for (const page of pages('en')) {
    // Messages of commits are in the language of their reader.
    const done = languages.map((language) => doneOn(`docs/manual/${language}/${page}`));
    expect(done[1]).toEqual(done[0]);
  }
});

test.each(languages)('what is to be installed is this version (%s)', (language) => {
  expect(textOf(`docs/manual/${language}/1-policy.md`)).toContain(`bylaw-${version()}.tgz`);
});

test.each(languages)('codes that are told of exist (%s)', (language) => {
  const codes = new Set(textOf('docs/diagnostics/codes.txt').split('\n'));
  const told = [...textOf(`docs/manual/${language}/8-messages.md`).matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(
    ([, code = '']) => code,
  );
  expect(told.length).toBeGreaterThan(8);
  expect(told.filter((code) => !codes.has(code))).toEqual([]);
});
