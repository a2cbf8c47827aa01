import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formOf } from '../../../engine/service/form/form-of.ts';
import { editForm } from '../../../engine/service/form/edit-form.ts';
import { isNoForm, type Cell, type FormEdit } from '../../../engine/service/form/form.ts';
import { openWorkspace } from '../../../engine/service/index.ts';
import { applyEdits } from '../../../engine/source/edit.ts';
import type { TextEdit } from '../../../engine/source/span.ts';
import { sourceFile } from '../../../engine/source/source-file.ts';
import { parseYaml } from '../../../engine/yaml/document.ts';
import { policyTexts } from '../../support/policies.ts';
import { cellsIn, gridsIn } from './parts.ts';
import { table, tiers } from './policies.ts';

const texts: readonly (readonly [string, string])[] = [
  ['pay/tiers.yaml', tiers],
  ['pay/table.yaml', table],
  ...Object.entries(policyTexts).filter(([, text]) => text.length < 12_000),
];

/** What people type, and what YAML would like to read otherwise. */
const typed = fc.oneof(
  fc.constantFrom(
    '2.6%',
    '[0% .. 5%)',
    'a, b',
    'x: y',
    'yes',
    '123',
    '# no',
    'a # b',
    `it's "q"`,
    '多行\n文本',
    '- dash',
    '{a}',
  ),
  fc.constantFrom(
    'true',
    '~',
    'null',
    '',
    '2027-01-01',
    '中文，逗号',
    '>= 120%',
    '\\back',
    '@at',
    '*star',
    '!tag',
    '1:30',
    '[',
    ']',
    ',',
  ),
  fc.constant(`${'word '.repeat(60)}end`),
  fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[\p{C}\u2028\u2029]/u.test(text)),
);

const linesAround = (before: string, edits: readonly TextEdit[]): readonly [above: string, below: string] => {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  return [before.slice(0, before.lastIndexOf('\n', start - 1) + 1), before.slice(end).replace(/^[^\n]*/, '')];
};

/** The edits that take edits back, as editors make them. */
const inverse = (before: string, edits: readonly TextEdit[]): readonly TextEdit[] => {
  let moved = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + moved;
      moved += text.length - (span.end - span.start);
      return { span: { ...span, start, end: start + text.length }, text: before.slice(span.start, span.end) };
    });
};

const keyOf = ({ at, key }: Cell): string => JSON.stringify([at, key]);

it('an edit changes what it says and nothing else', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), typed, (file, which, how, text) => {
      const [path, before] = texts[file % texts.length] ?? ['', ''];
      const form = formOf(openWorkspace([{ path, text: before }]), path);
      if (form === undefined || isNoForm(form)) throw new Error(`${path} has no form`);
      const cells = cellsIn(form.parts).filter(({ input }) => input.is !== 'yaml');
      const grids = gridsIn(form.parts).filter(({ rows }) => rows.length > 1);
      const cell = cells[which % cells.length];
      const grid = grids[which % Math.max(1, grids.length)];
      if (cell === undefined) return;
      const row = how % Math.max(1, grid?.rows.length ?? 1);
      const onRows: readonly FormEdit[] =
        grid === undefined
          ? []
          : [
              { edit: 'insert-row', at: grid.at, row },
              { edit: 'remove-rows', at: grid.at, row, count: 1 },
              { edit: 'move-row', at: grid.at, row, to: which % grid.rows.length },
              { edit: 'split-row', at: grid.at, row, under: 'in', text: `${which % 120}%` },
              { edit: 'merge-rows', at: grid.at, row, under: 'in', keep: which % 2 === 0 ? 'first' : 'second' },
              {
                edit: 'paste',
                grid: grid.id,
                row,
                columns: grid.columns.slice(0, 2).map(({ id }) => id),
                text: `${text}\t1%`,
              },
            ];
      const isSet = how % 3 !== 0 || onRows.length === 0;
      const set: FormEdit = { edit: 'set', at: cell.at, ...(cell.key === true ? { key: true } : {}), text };
      const edit = isSet ? set : (onRows[how % onRows.length] ?? set);
      const change = editForm(openWorkspace([{ path, text: before }]), path, edit);
      if ('refused' in change || change.edits.length === 0) return;

      const after = applyEdits(before, change.edits);
      const faults = (of: string): readonly string[] =>
        parseYaml(sourceFile(path, of)).diagnostics.map(({ code }) => code);
      expect(faults(after)).toEqual(faults(before));
      const [above, below] = linesAround(before, change.edits);
      expect([after.startsWith(above), after.endsWith(below)]).toEqual([true, true]);
      expect(applyEdits(after, inverse(before, change.edits))).toBe(before);
      if (edit.edit !== 'set' || edit.key === true || text.trim() === '') return;
      const now = formOf(openWorkspace([{ path, text: after }]), path);
      if (now === undefined || isNoForm(now)) throw new Error(`${path} lost its form`);
      const said = new Map(cellsIn(now.parts).map((one) => [keyOf(one), one.text]));
      // A text in two languages or a mark that gets its first word brings its other cells with it.
      const others = cells.filter((other) => keyOf(other) !== keyOf(cell) && other.span !== undefined);
      expect(others.filter((other) => said.has(keyOf(other)) && said.get(keyOf(other)) !== other.text)).toEqual([]);
      const again = editForm(openWorkspace([{ path, text: after }]), path, edit);
      expect('refused' in again ? again : again.edits).toEqual([]);
    }),
    { numRuns: Number(process.env['FORM_EDITS'] ?? 20) },
  );
});
