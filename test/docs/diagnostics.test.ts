import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleDiagnostics } from '../../scripts/docs/codes.ts';
import { formOf, readCauses } from '../../scripts/docs/causes.ts';
import { diagnosticPages, listedCodes } from '../../scripts/emit-docs.ts';
import { blocksOf, filesOf } from './page.ts';
import { toldBy, worldOf } from './told.ts';

const causes = readCauses();
const defined = sampleDiagnostics.map(({ code }) => code);
/** Not where messages are defined, nor their copies in the support part of modules. */
const others = /diagnostic\/define\.ts$|module\/support-parts\.ts$/;
const engine = globSync('{engine,editor,server}/**/*.ts').filter((path) => !others.test(path.replaceAll('\\', '/')));
const source = new Map(engine.map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]));

/** Codes of outcomes are written where their errors are made. */
const ofOutcomes = [
  ...[...source.values()].flatMap((text) => [...text.matchAll(/\bfailure\(\s*'([a-z-]+\/[a-z-]+)'/g)].map((m) => m[1])),
  ...[...source.values()].flatMap((text) => [...text.matchAll(/\binvalid\('([a-z-]+)'/g)].map((m) => `fact/${m[1]}`)),
  ...[...source.values()].flatMap((text) => [...text.matchAll(/\bcode: '([a-z-]+\/[a-z-]+)'/g)].map((m) => m[1])),
];

describe('codes', () => {
  test('every table of messages is in the list that the pages are made from', () => {
    const areas = [...source.values()].flatMap((text) =>
      [...text.matchAll(/= defineDiagnostics\('([a-z-]+)'/g)].map(([, area]) => area),
    );
    const listed = readFileSync('scripts/docs/message-tables.ts', 'utf8');
    const files = [...source].filter(([, text]) => text.includes('= defineDiagnostics(')).map(([path]) => path);
    expect(files.filter((path) => !listed.includes(path))).toEqual([]);
    expect(new Set(defined.map((code) => code.split('/')[0]))).toEqual(new Set(areas));
  });

  test('no two messages have one code', () => {
    expect(defined.filter((code, i) => defined.indexOf(code) !== i)).toEqual([]);
  });

  test('each has a page, and each page a code', () => {
    const all = [...new Set([...defined, ...ofOutcomes])].sort();
    expect(all.length).toBeGreaterThan(200);
    expect([...causes.keys()].sort()).toEqual(all);
    const pages = diagnosticPages().map((path) => path.replace(/^docs\/diagnostics\/(.*)\.md$/, '$1'));
    expect(pages.sort()).toEqual(all);
  });

  test('none is ever taken back', () => {
    expect(listedCodes().filter((code) => !causes.has(code))).toEqual([]);
    expect([...causes.keys()].filter((code) => !listedCodes().includes(code))).toEqual([]);
  });
});

test('messages are whole sentences in both languages, whatever they are about', () => {
  for (const { code, message } of sampleDiagnostics) {
    expect(message.en, code).not.toMatch(/undefined|\[object|NaN/);
    expect(message.zh, code).toMatch(/\p{Script=Han}/u);
    expect(message.zh, code).not.toMatch(/undefined|\[object|NaN/);
  }
});

describe('examples', () => {
  const world = worldOf(filesOf(blocksOf(readFileSync('docs/language.md', 'utf8'))));
  const runnable = [...causes].filter(([, cause]) => formOf(cause) !== 'shown');

  test.each(runnable)('%s is told of its example, and not of the mended one', (code, cause) => {
    expect(toldBy(cause, cause[formOf(cause)] ?? '', world)).toContain(code);
    if (cause.mended !== undefined) {
      const { times: _, ...once } = cause;
      expect(toldBy(once, cause.mended, world)).not.toContain(code);
    }
  });

  test('most codes have one that is run', () => {
    // No text of an author shows what is wrong with a bundle, a log or a change; their own tests make each of them wrong.
    const ofTexts = [...causes.keys()].filter((code) => !/^(bundle|decision-log|review)\//.test(code));
    expect(runnable.length).toBeGreaterThan(ofTexts.length * 0.85);
  });

  test.each([...causes])('%s says why and how to mend it, in both languages', (_code, { why, cure }) => {
    for (const text of [why, cure]) {
      expect(text.en).toMatch(/^[A-Z`“‘0-9][^]*[.:]$/);
      expect(text.zh).toMatch(/\p{Script=Han}[^]*[。：]$/u);
    }
  });
});
