import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { noColours, renderDiagnostic } from '../../engine/diagnostic/render.ts';
import { applyEdits } from '../../engine/source/edit.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { parseYaml } from '../../engine/yaml/document.ts';
import { scalarsOf, treeOf } from './tree.ts';

const cases = readFileSync(new URL('mistakes.txt', import.meta.url), 'utf8')
  .split(/^#### /m)
  .slice(1)
  .map((section) => {
    const end = section.indexOf('\n');
    return { title: section.slice(0, end), text: section.slice(end + 1) };
  });

function told(title: string, text: string): string {
  const file = sourceFile('a.yaml', text);
  const { root, diagnostics } = parseYaml(file);
  const shown = diagnostics.map((diagnostic) => {
    const english = renderDiagnostic(diagnostic, { language: 'en', colours: noColours, fileOf: () => file });
    return `${english}\n  ${diagnostic.message.zh}`;
  });
  return `#### ${title}\n${shown.join('\n')}\nread on as ${JSON.stringify(treeOf(root), null, 1)}\n`;
}

test('mistakes are told in both languages, at their place, with a mend, and the rest is read', async () => {
  const text = cases.map(({ title, text }) => told(title, text)).join('\n');
  await expect(text).toMatchFileSnapshot('mistakes.expected');
});

const mendable = cases
  .map((one) => ({ ...one, diagnostics: parseYaml(sourceFile('a.yaml', one.text)).diagnostics }))
  .filter(({ diagnostics }) => diagnostics.every(({ fixes }) => fixes.length > 0));

/** The text after the first mend of every diagnostic. */
const mended = (text: string, diagnostics: readonly Diagnostic[]) =>
  applyEdits(
    text,
    diagnostics.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );

test.each(mendable)('all mends together make a file as it was read on: $title', ({ text, diagnostics }) => {
  const before = parseYaml(sourceFile('a.yaml', text));
  const after = parseYaml(sourceFile('a.yaml', mended(text, diagnostics)));
  expect(after.diagnostics).toEqual([]);
  // Where a comment may be meant the text is not read on as if it stood in quotes.
  if (!text.includes('CNY #')) expect(treeOf(after.root)).toEqual(treeOf(before.root));
});

test('there are many mistakes that one key mends', () => {
  expect(mendable.length).toBeGreaterThan(9);
});

test('every sign of what was read on stands at its place', () => {
  let signs = 0;
  for (const { text } of cases)
    for (const scalar of scalarsOf(parseYaml(sourceFile('a.yaml', text)).root)) {
      if (text.slice(scalar.span.start, scalar.span.end).includes('\\')) continue;
      for (const [index, unit] of [...scalar.text].entries())
        if (/\S/.test(unit)) {
          expect(text[scalar.offsets[index]!]?.normalize('NFKC'), scalar.text).toBe(unit.normalize('NFKC'));
          signs++;
        }
    }
  expect(signs).toBeGreaterThan(500);
});
