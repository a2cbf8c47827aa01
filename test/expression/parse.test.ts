import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { parseCell, parseExpression } from '../../engine/expression/parse.ts';
import { applyEdits } from '../../engine/source/edit.ts';
import { sourceOf } from './text.ts';
import { cellTree, tree } from './tree.ts';

interface Row {
  readonly read?: string;
  readonly cell?: string;
  readonly tree: string;
  readonly told?: readonly { readonly code: string; readonly at: string; readonly fixed?: readonly string[] }[];
}

const rows = (file: string): readonly Row[] =>
  parseYaml(readFileSync(new URL(file, import.meta.url), 'utf8')) as readonly Row[];

function read(row: Row, text: string): { readonly tree: string; readonly diagnostics: readonly Diagnostic[] } {
  if (row.cell !== undefined) {
    const { cell, diagnostics } = parseCell(sourceOf(text));
    return { tree: cellTree(cell), diagnostics };
  }
  const { expr, diagnostics } = parseExpression(sourceOf(text));
  return { tree: tree(expr), diagnostics };
}

describe('what is read', () => {
  test.each(rows('readings.yaml'))('$read$cell', (row) => {
    const { tree, diagnostics } = read(row, row.read ?? row.cell ?? '');
    expect(diagnostics).toEqual([]);
    expect(tree).toBe(row.tree);
  });
});

describe('what is wrong', () => {
  test.each(rows('mistakes.yaml'))('$read$cell', (row) => {
    const text = row.read ?? row.cell ?? '';
    const { tree, diagnostics } = read(row, text);
    const told = diagnostics.map(({ code, span, fixes }) => ({
      code: code.replace('expression/', ''),
      at: text.slice(span.start, span.end),
      ...(fixes.length === 0 ? {} : { fixed: fixes.map(({ edits }) => applyEdits(text, edits)) }),
    }));
    expect({ tree, told }).toEqual({ tree: row.tree, told: row.told });
  });

  // A fix that leads to the same complaint is worse than none. What comes after it may still have its own faults.
  test.each(rows('mistakes.yaml'))('each fix of $read$cell mends what it is for', (row) => {
    const text = row.read ?? row.cell ?? '';
    const { diagnostics } = read(row, text);
    for (const { code, fixes } of diagnostics) {
      const before = diagnostics.filter((other) => other.code === code).length;
      for (const { edits } of fixes) {
        const after = read(row, applyEdits(text, edits)).diagnostics.filter((other) => other.code === code).length;
        expect(after).toBeLessThan(before);
      }
    }
  });

  test('is said in both languages, with the fix named', () => {
    const all = rows('mistakes.yaml').flatMap((row) => read(row, row.read ?? row.cell ?? '').diagnostics);
    for (const { message, fixes, blocks, severity } of all) {
      expect(message.en).toMatch(/[a-z][^]*[.?…}]$|: [^:]+$/);
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(`${message.en}${message.zh}`).not.toMatch(/undefined|\[object|NaN/);
      expect(blocks).toBe(severity === 'error');
      for (const { title } of fixes) expect(title.zh.length * title.en.length).toBeGreaterThan(0);
    }
  });
});

describe('places', () => {
  // A double-quoted YAML scalar: `"a = \"b\" + "` begins at 10, and each \" takes two places in the file.
  const text = 'a = "b" + 单价';
  const offsets = [11, 12, 13, 14, 15, 17, 18, 20, 21, 22, 23, 24, 25];

  test('are those of the file from birth', () => {
    const { expr } = parseExpression({ file: 'pay/x.yaml', text, offsets });
    expect(expr.span).toEqual({ file: 'pay/x.yaml', start: 11, end: 25 });
    if (expr.syntax !== 'binary' || expr.right.syntax !== 'binary')
      throw new Error('not the expression that was meant');
    expect(expr.right.left.span).toMatchObject({ start: 15, end: 20 });
    expect(expr.right.operatorSpan).toMatchObject({ start: 21, end: 22 });
    expect(expr.right.right.span).toMatchObject({ start: 23, end: 25 });
  });

  test('of brackets belong to what they hold', () => {
    const { expr } = parseExpression(sourceOf(' ( a + b ) * c '));
    expect(expr.span).toMatchObject({ start: 1, end: 14 });
    if (expr.syntax !== 'binary') throw new Error('not the expression that was meant');
    expect(expr.left.span).toMatchObject({ start: 1, end: 10 });
  });

  test('of a unit and a name are told apart', () => {
    const { expr } = parseExpression(sourceOf('min(5 万元, a)'));
    if (expr.syntax !== 'call') throw new Error('not the expression that was meant');
    expect(expr.nameSpan).toMatchObject({ start: 0, end: 3 });
    expect(expr.args[0]).toMatchObject({
      unit: 'currency',
      unitSpan: { start: 6, end: 8 },
      span: { start: 4, end: 8 },
    });
  });

  test('of what is missing are where it should stand', () => {
    const { expr, diagnostics } = parseExpression(sourceOf('a + '));
    if (expr.syntax !== 'binary') throw new Error('not the expression that was meant');
    expect(expr.right).toMatchObject({ syntax: 'missing', span: { start: 3, end: 3 } });
    expect(diagnostics[0]?.span).toMatchObject({ start: 2, end: 3 });
  });
});

test.each(['', '   ', '\n'])('nothing at all is told: %j', (text) => {
  expect(parseExpression(sourceOf(text)).diagnostics.map(({ code }) => code)).toEqual(['expression/empty']);
  expect(parseCell(sourceOf(text)).diagnostics.map(({ code }) => code)).toEqual(['expression/empty']);
});
