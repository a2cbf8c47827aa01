import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formOf } from '../../../engine/service/form/form-of.ts';
import { isNoForm } from '../../../engine/service/form/form.ts';
import { setSteps } from '../../../engine/service/form/set-cell.ts';
import { isRefusal, stateOf } from '../../../engine/service/form/state.ts';
import { openWorkspace } from '../../../engine/service/index.ts';
import { sourceFile } from '../../../engine/source/source-file.ts';
import { parseYaml } from '../../../engine/yaml/document.ts';
import { cellsIn, scalarsIn } from './parts.ts';

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
