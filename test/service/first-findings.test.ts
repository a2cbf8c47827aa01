/** What is said right after a keystroke: what the text says now, and what the handbook said, at the places of now. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { findingsAlone, findingsIn, readAlone } from '../../engine/service/file-findings.ts';
import { allOf, firstFindings, movedFindings, type FileFindings } from '../../engine/service/first-findings.ts';
import { openWorkspace, updateFile } from '../../engine/service/workspace.ts';
import { smallManifest } from '../support/small-manifest.ts';

const texts = { en: '', zh: '' };
const at = (start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  ...{ code: 'a/b', severity: 'error', blocks: true, message: texts, span: { file: 'a', start, end } },
  ...{ related: [], fixes: [] },
  ...more,
});
const findings = (...ofHandbook: readonly Diagnostic[]): FileFindings => ({ ofText: [], ofHandbook, isBroken: false });

/** A text with its finding between brackets, and the same after a change; `gone` where nothing is left of it. */
test.each([
  ['before it', 'one [two] three', 'a one [two] three'],
  ['behind it', 'one [two] three', 'one [two] three.'],
  ['right before it', 'one [two] three', 'one x[two] three'],
  ['right behind it', 'one [two] three', 'one [two]x three'],
  ['inside it', 'one [two] three', 'one [txwo] three'],
  ['taken out of it', 'one [two] three', 'one [to] three'],
  ['its end taken away', 'one [two] three', 'one [tw]hree'],
  ['its start taken away', 'one [two] three', 'on[wo] three'],
  ['all of it taken away', 'one [two] three', 'one  three'],
  ['all of it replaced', 'one [two] three', 'one xyz three'],
  ['no length', 'one []two', 'x one []two'],
])('a finding stays with its text: a change %s', (_, before, now) => {
  const plain = (text: string): string => text.replace(/[[\]]/g, '');
  const place = (text: string): readonly Diagnostic[] =>
    text.includes('[') ? [at(text.indexOf('['), text.indexOf(']') - 1)] : [];
  expect(movedFindings(findings(...place(before)), 'a', plain(before), plain(now)).ofHandbook).toEqual(place(now));
});

test('mends and related places move along; a mend of what has changed is none', () => {
  const fix = (start: number): Diagnostic['fixes'][number] => ({
    title: texts,
    edits: [{ span: { file: 'a', start, end: start + 3 }, text: 'x' }],
  });
  const related = (file: string, start: number): Diagnostic['related'][number] => ({
    span: { file, start, end: start + 2 },
    message: texts,
  });
  const one = at(8, 13, { fixes: [fix(4), fix(8)], related: [related('a', 8), related('b', 8)] });
  const [moved] = movedFindings(findings(one), 'a', 'one two three', 'one txwo three').ofHandbook;
  expect(moved?.fixes).toEqual([fix(9)]);
  expect(moved?.related).toEqual([related('a', 9), related('b', 8)]);
  expect(moved?.span).toEqual({ file: 'a', start: 9, end: 14 });
});

const policy = (name: string, value: string): string => `policy: ${name}
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: ${name}, zh: ${name} }
cites: [S-1]
scope: shop
decisions:
  out: { title: { en: Out, zh: 结果 }, value: ${value} }
`;

test.each([
  [
    'what the handbook says stays until it is asked again',
    'nothing.there',
    'nothing.there + 1',
    ['expression/unknown-name'],
  ],
  [
    'what the text says comes at once, in place of that',
    'nothing.there',
    'nothing.there +',
    ['expression/missing-value'],
  ],
  ['a mistake that is mended goes at once', '1 +', '1 + 1', []],
])('%s', (_, before, now, codes) => {
  const manifest = { path: 'handbook.yaml', text: smallManifest };
  const workspace = openWorkspace([manifest, { path: 'a.yaml', text: policy('a', before) }]);
  const reading = readAlone('a.yaml', policy('a', now), workspace.readings.get('a.yaml'));
  const known = movedFindings(findingsIn(workspace, 'a.yaml'), 'a.yaml', policy('a', before), policy('a', now));
  const first = allOf(firstFindings(findingsAlone(reading), known, policy('a', now)));
  expect(first.map(({ code }) => code).filter((code) => code.startsWith('expression/'))).toEqual(codes);
  const later = findingsIn(updateFile(workspace, 'a.yaml', policy('a', now)), 'a.yaml');
  expect(later.ofText).toEqual(findingsAlone(reading).ofText);
});

test('a file whose structure is broken says only that, and all together is what the handbook says', () => {
  const manifest = { path: 'handbook.yaml', text: smallManifest };
  const workspace = openWorkspace([manifest, { path: 'a.yaml', text: policy('a', 'nothing.there') }]);
  const known = findingsIn(workspace, 'a.yaml');
  expect(known.ofHandbook).not.toEqual([]);
  expect(allOf(known)).toEqual(workspace.handbook.diagnostics.filter(({ span }) => span.file === 'a.yaml'));
  const broken = readAlone('a.yaml', policy('a', 'nothing.there').replace('version: 1\n', ''), undefined);
  const first = firstFindings(findingsAlone(broken), known, broken.file.text);
  expect(first.isBroken).toBe(true);
  expect(first.ofHandbook).toEqual([]);
  expect(allOf(first)).toEqual(broken.diagnostics);
});
