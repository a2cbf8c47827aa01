import { expect, it } from 'vitest';
import { formOf } from '../../../engine/service/form/form-of.ts';
import { isNoForm } from '../../../engine/service/form/form.ts';
import { openWorkspace } from '../../../engine/service/index.ts';
import { parseYaml } from '../../../engine/yaml/document.ts';
import { sourceFile } from '../../../engine/source/source-file.ts';
import { kinds } from '../../../engine/kinds/index.ts';
import { policyTexts } from '../../support/policies.ts';
import { setSteps } from '../../../engine/service/form/set-cell.ts';
import { isRefusal, stateOf } from '../../../engine/service/form/state.ts';
import { cellsIn, formFrom, gridsIn, policyText, said, scalarsIn } from './parts.ts';
import { table, tiers } from './policies.ts';

/** Two files of each kind, and of the files that are no policies; `handbook.slow.ts` takes them all. */
const samples = [
  ...kinds.map(({ name }) => `\nkind: ${name}\n`),
  '\ncases-of:',
  'kind: vocabulary',
  'kind: register',
].flatMap((mark) =>
  Object.keys(policyTexts)
    .filter((path) => `\n${policyTexts[path] ?? ''}`.includes(mark) && policyText(path).length < 30_000)
    .slice(0, 2),
);

it.each([...samples, 'handbook.yaml'])('%s: every value has a cell that says it as it is written', (path) => {
  const text = policyText(path);
  const cells = cellsIn(formFrom(text, path).parts);
  const { root } = parseYaml(sourceFile(path, text));
  const shown = cells.flatMap(({ span }) => (span === undefined ? [] : [span]));
  const lost = scalarsIn(root ?? { yaml: 'list', items: [], span: { file: '', start: 0, end: 0 } }).filter(
    ({ span }) => !shown.some(({ start, end }) => start <= span.start && end >= span.end),
  );
  expect(lost.map((scalar) => scalar.text)).toEqual([]);
  const state = stateOf(sourceFile(path, text));
  expect(state).toBeDefined();
  const changing = cells.filter((cell) => {
    if (state === undefined || cell.key === true || cell.input.is === 'yaml') return false;
    const steps = setSteps(state, cell.at, cell.text, { currency: 'CNY' });
    return isRefusal(steps) || steps.length > 0;
  });
  expect(changing.map(({ at }) => at)).toEqual([]);
});

it('shows tiers as a grid with the unit of its column', () => {
  const grid = gridsIn(formFrom(tiers).parts).find(({ id }) => id === '["tiers"]');
  expect(grid?.columns.map(({ id, unused }) => (unused ? `(${id})` : id))).toEqual([
    'in',
    'rate',
    'rests-on',
    'cites',
    '(origin)',
  ]);
  expect(grid?.columns[1]?.input).toEqual({ is: 'formula', unit: '%' });
  expect(grid === undefined ? [] : said(grid)).toEqual([
    ['[0% .. 30%)', '0%', '', '', ''],
    ['[30% .. 60%)', '1%', '', 'A-1, A-2', ''],
    ['>= 60%', '2.5%', 'top', '', ''],
  ]);
});

it('puts the rest of a decision table into the columns of its results', () => {
  const grid = gridsIn(formFrom(table).parts).find(({ id }) => id === '["rows"]');
  expect(grid?.columns.slice(0, 3).map(({ id, label }) => [id, label.zh])).toEqual([
    ['age', 'age'],
    ['treatment', '处理'],
    ['rests-on', '所依解释'],
  ]);
  expect(grid?.rows.map(({ cells }) => cells.slice(0, 3).map((cell) => cell && [cell.text, cell.stands]))).toEqual([
    [
      ['<= 7 days', undefined],
      ['keep', undefined],
      ['x', undefined],
    ],
    [
      ['> 7 days', undefined],
      ['cancel', undefined],
      ['', undefined],
    ],
    [undefined, ['gap', 'gap'], ['', undefined]],
  ]);
});

it('shows a hole between the tiers that it lies between, with its fixes', () => {
  const files = Object.entries(policyTexts).filter(([path]) =>
    /^(handbook|vocabulary\/|organization\/pay|sources\/|pay\/commission.customer)/.test(path),
  );
  const path = 'pay/commission.customer-service.yaml';
  const broken = files.map(([name, text]) => ({
    path: name,
    text: name === path ? text.replace('"[31% .. 50%]"', '"[33% .. 50%]"') : text,
  }));
  const form = formOf(openWorkspace(broken), path);
  const grid =
    form === undefined || isNoForm(form) ? undefined : gridsIn(form.parts).find(({ id }) => id === '["tiers"]');
  expect(grid?.rows.map(({ below }) => below.map(({ code, fixes }) => [code, fixes.length > 0]))).toEqual([
    [],
    [['tiers/gap', true]],
    ...Array.from({ length: 7 }, () => []),
  ]);
});

it('gives each mistake to the cell where it is', () => {
  const form = formFrom(tiers.replace('1%\n', 'fish + 1%\n').replace('version: 1', 'version: x'));
  const wrong = cellsIn(form.parts).filter(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  expect(wrong.map(({ at }) => at.join('.'))).toContain('version');
});

it('says where a file cannot be read', () => {
  const path = 'p.yaml';
  const form = formOf(openWorkspace([{ path, text: 'policy: a\nkind: [tiers\n' }]), path);
  expect(form !== undefined && isNoForm(form) ? form.unreadable.span.start : undefined).toBeGreaterThan(9);
  expect(formOf(openWorkspace([]), path)).toBeUndefined();
});

it('shows keys that nobody knows as they are written', () => {
  const form = formFrom(tiers.replace('mode: slab', 'mode: slab\nmod: { a: [1, 2] }'));
  expect(cellsIn(form.parts).find(({ label }) => label.en === 'mod')).toMatchObject({
    text: '{ a: [1, 2] }',
    input: { is: 'yaml' },
  });
});

it.each([...samples, 'handbook.yaml'])('%s: no help says only the label again', (path) => {
  const { parts } = formFrom(policyText(path), path);
  const told = [...cellsIn(parts), ...gridsIn(parts), ...gridsIn(parts).flatMap(({ columns }) => columns)];
  const again = told.flatMap(({ label, help }) =>
    (['en', 'zh'] as const).filter((language) => help[language].replace(/^The |[.。]$/gu, '') === label[language])
      .length === 0
      ? []
      : [`${label.en}: ${help.en}`],
  );
  expect(again).toEqual([]);
});
