import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from '../../../engine/kinds/index.ts';
import { editForm } from '../../../engine/service/form/edit-form.ts';
import { formOf } from '../../../engine/service/form/form-of.ts';
import { isNoForm, type Cell, type FormEdit } from '../../../engine/service/form/form.ts';
import { setSteps } from '../../../engine/service/form/set-cell.ts';
import { isRefusal, stateOf } from '../../../engine/service/form/state.ts';
import { openWorkspace } from '../../../engine/service/index.ts';
import { sourceFile } from '../../../engine/source/source-file.ts';
import { parseYaml } from '../../../engine/yaml/document.ts';
import { cellsIn, gridsIn, scalarsIn } from './parts.ts';

const root = new URL('../../../policies/', import.meta.url);
const files = globSync('**/*.yaml', { cwd: root.pathname }).map((path) => ({
  path,
  text: readFileSync(new URL(path, root), 'utf8'),
}));

it('shows every value of every file of the handbook as it is written, and writing it again changes nothing', () => {
  const workspace = openWorkspace(files);
  for (const { path, text } of files) {
    const form = formOf(workspace, path);
    const state = stateOf(sourceFile(path, text));
    if (form === undefined || isNoForm(form) || state === undefined) throw new Error(`${path} has no form`);
    const cells = cellsIn(form.parts);
    const shown = cells.flatMap(({ span }) => (span === undefined ? [] : [span]));
    const { root: tree } = parseYaml(sourceFile(path, text));
    const lost =
      tree === undefined
        ? []
        : scalarsIn(tree).filter(({ span }) => !shown.some(({ start, end }) => start <= span.start && end >= span.end));
    expect([path, lost.map((scalar) => scalar.text)]).toEqual([path, []]);
    const changing = cells.filter(({ at, key, input, text: said }) => {
      const steps = key === true || input.is === 'yaml' ? [] : setSteps(state, at, said, {});
      return isRefusal(steps) || steps.length > 0;
    });
    expect([path, changing.map(({ at }) => at)]).toEqual([path, []]);
  }
}, 300_000);

const mostTried = 150;

/** Something else than what stands there, of the sort that may stand there. */
function otherThan({ input, text, key }: Cell): string {
  switch (input.is) {
    case 'date':
      return text === '2031-02-03' ? '2031-02-04' : '2031-02-03';
    case 'number':
      return text === '77' ? '78' : '77';
    case 'truth':
      return text === 'true' ? 'false' : 'true';
    case 'formula':
      return text === '77 days' ? '78 days' : '77 days';
    case 'range':
      return text === '>= 77%' ? '>= 78%' : '>= 77%';
    case 'list':
      return text === '' ? 'aa' : `${text}, aa`;
    default:
      return key === true ? `${text}-x` : `${text} x`;
  }
}

it.each(kinds.map(({ name }) => name))('every cell and row of a real file can be changed: %s', (kind) => {
  const [smallest] = files
    .filter(({ path, text }) => !path.endsWith('.cases.yaml') && new RegExp(`^kind: ${kind}$`, 'm').test(text))
    .toSorted((a, b) => a.text.length - b.text.length);
  if (smallest === undefined) throw new Error(`policies/ has no ${kind}`);
  const { path } = smallest;
  const workspace = openWorkspace([smallest]);
  const form = formOf(workspace, path);
  if (form === undefined || isNoForm(form)) throw new Error(`${path} has no form`);
  // What kind of file it is stays; all else has a cell of its own.
  const fixed = cellsIn(form.parts).filter(({ input, span }) => input.is === 'yaml' && span !== undefined);
  expect(fixed.map(({ at }) => at)).toEqual([['kind']]);
  const refused = (edit: FormEdit): readonly unknown[] => {
    const change = editForm(workspace, path, edit);
    return isRefusal(change) ? [[edit, change.refused.en]] : change.edits.length === 0 ? [[edit, 'no edit']] : [];
  };
  const all = cellsIn(form.parts).filter(({ input }) => input.is !== 'yaml');
  // All parameters stand in one file of thousands of cells: every so many of them tell as much.
  const stride = Math.ceil(all.length / mostTried);
  const cells = all.filter((_, index) => index % stride === 0);
  const set = (cell: Cell): FormEdit => ({
    edit: 'set',
    at: cell.at,
    ...(cell.key === true ? { key: true } : {}),
    text: otherThan(cell),
  });
  expect(cells.flatMap((cell) => refused(set(cell)))).toEqual([]);
  const grids = gridsIn(form.parts).slice(0, mostTried / 5);
  const onRows = grids.flatMap(({ at, rows }): readonly FormEdit[] => [
    { edit: 'insert-row', at, row: rows.length },
    ...(rows.length < 2
      ? []
      : ([
          { edit: 'insert-row', at, row: 0 },
          { edit: 'move-row', at, row: 0, to: 1 },
          { edit: 'remove-rows', at, row: 0, count: 1 },
        ] as const)),
  ]);
  expect(onRows.flatMap(refused)).toEqual([]);
});
