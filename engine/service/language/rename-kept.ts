import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Workspace } from '../workspace.ts';
import { readingOf } from './file-sketch.ts';
import type { Sort } from './things.ts';

const texts = (en: string, zh: string): Texts => ({ en, zh });

/** Things whose names are used where no editor looks, or are not the handbook's to change; and why. */
const kept: Readonly<Partial<Record<Sort, Texts>>> = {
  policy: texts(
    'A policy keeps its name: versions, reviews and earlier results are kept under it, and another name would look as if what held were gone. Change its title instead.',
    '制度名称不能更改：各版本、审查与以往结果均以此名保存，改名看起来如同删除了曾经有效的内容。请改标题。',
  ),
  clause: texts(
    'A clause keeps its number: it is the source’s own, and whoever looks it up there finds it by that.',
    '条款编号不能更改：编号出自原文，据此才能在原文中找到。',
  ),
  unit: texts(
    'A unit keeps its id: amounts in tables of people and orders are written with it, and no editor sees them all. Add another form under `en` or `zh` instead.',
    '单位编号不能更改：人员与订单表中的数量也使用它，编辑器无法看到全部。请在 en 或 zh 下增加另一种写法。',
  ),
  step: texts(
    'A step keeps its id: the logs of procedures that are under way name it. Change its title instead.',
    '步骤编号不能更改：进行中的流程记录也使用它。请改标题。',
  ),
  function: texts('Functions belong to the language and keep their names.', '函数属于语言本身，名称不能更改。'),
};

/** Why the name of such a thing stays as it is; undefined where all places that use it are known. */
export const whyKept = (sort: Sort): Texts | undefined => kept[sort];

/** Why there is nothing to rename at a place that names no thing. */
export function nothingToRename(workspace: Workspace, path: string, offset: number): Texts {
  const written = readingOf(workspace, path)?.written.find(
    ({ scalar }) => scalar.start <= offset && offset <= scalar.end,
  );
  const isStep =
    written?.role === 'value' &&
    ((written.schema?.['x-bylaw'] === 'word' && written.schema['x-names'] === 'step') ||
      (written.path[0] === 'steps' && written.path.at(-1) === 'id'));
  return (isStep ? kept.step : undefined) ?? texts('There is no name here.', '此处没有名称。');
}
