import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { validate } from '../../engine/shape/validate.ts';
import { applyEdits } from '../../engine/source/edit.ts';
import { positionAt, sourceFile } from '../../engine/source/source-file.ts';
import { nodesOf, sample, validator } from './sample.ts';

interface Mistake {
  readonly name: string;
  readonly text: string;
}
const mistakes = parse(readFileSync('test/shape/mistakes.yaml', 'utf8')) as readonly Mistake[];

test('each mistake is told at its smallest place, in both languages, with a fix that mends it', async () => {
  await expect(`${mistakes.map(told).join('\n')}`).toMatchFileSnapshot('mistakes.expected');
});

test.each(mistakes)('after its fixes a mistake is not told again: $name', ({ text }) => {
  const before = validate(validator, sample, nodesOf(text), text);
  expect(before).not.toEqual([]);
  for (const { code, fixes } of before) {
    for (const { edits } of fixes) {
      const fixed = applyEdits(text, edits);
      const after = validate(validator, sample, nodesOf(fixed), fixed);
      const places = (of: readonly Diagnostic[]) => of.filter((one) => one.code === code).length;
      expect(places(after)).toBeLessThan(places(before));
    }
  }
});

function told({ name, text }: Mistake): string {
  const diagnostics = validate(validator, sample, nodesOf(text), text);
  return [`# ${name}`, ...diagnostics.map((diagnostic) => line(diagnostic, text)), ''].join('\n');
}

function line({ code, span, message, fixes }: Diagnostic, text: string): string {
  const at = positionAt(sourceFile('', text), span.start);
  const [fix] = fixes;
  const mended =
    fix === undefined ? [] : [`  ${fix.title.en} / ${fix.title.zh}`, ...changed(text, applyEdits(text, fix.edits))];
  const place = `${at.line}:${at.column} ${JSON.stringify(text.slice(span.start, span.end))}`;
  return [`${place} ${code}`, `  ${message.en}`, `  ${message.zh}`, ...mended].join('\n');
}

/** The lines that a fix writes. */
function changed(before: string, after: string): readonly string[] {
  const old = before.split('\n');
  return after
    .split('\n')
    .filter((row) => !old.includes(row))
    .map((row) => `  + ${JSON.stringify(row).slice(1, -1)}`);
}
