import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Parameter } from '../ir/program.ts';
import type { Version } from '../program/handbook.ts';
import { printValue, type PrintWords } from '../value/print.ts';
import { sameMeaning } from './meaning.ts';

/** What the head says beside titles and dates that changes outcomes, and the values of parameters. */
export function headChanges(before: Version, after: Version, words: PrintWords): readonly Texts[] {
  const rules = (['scope', 'period', 'split', 'periodRule'] as const).flatMap((key): readonly Texts[] => {
    const [was, is] = [before.head[key], after.head[key]];
    if (was === is) return [];
    const name = key === 'periodRule' ? 'period-rule' : key;
    return [
      {
        en: `\`${name}\` was ${was ?? 'not written'} and is now ${is ?? 'not written'}.`,
        zh: `\`${name}\` 由${was ?? '未写'}改为${is ?? '未写'}。`,
      },
    ];
  });
  return [...rules, ...parameterChanges(before.parameters, after.parameters, words)];
}

function parameterChanges(
  before: readonly Parameter[],
  after: readonly Parameter[],
  words: PrintWords,
): readonly Texts[] {
  const old = new Map(before.map((parameter) => [parameter.name, parameter]));
  const kept = new Set(after.map(({ name }) => name));
  const gone = before.filter(({ name }) => !kept.has(name)).map((parameter) => told(parameter, 'is gone', '已删除'));
  const changes = after.flatMap((parameter) => {
    const was = old.get(parameter.name);
    if (was === undefined) return [told(parameter, 'is new', '为新增')];
    if (sameMeaning({ ...was, owner: '' }, { ...parameter, owner: '' })) return [];
    const [a, b] = [textOf(was, words), textOf(parameter, words)];
    return a.en === b.en
      ? [told(parameter, 'is set or declared differently (see the line diff)', '的取值或声明已改变（见逐行差异）')]
      : [told(parameter, `changes from ${a.en} to ${b.en}`, `由 ${a.zh} 改为 ${b.zh}`)];
  });
  return [...gone, ...changes];
}

function told({ title, name }: Parameter, en: string, zh: string): Texts {
  return { en: `“${title.en}” (${name}) ${en}.`, zh: `“${title.zh}”（${name}）${zh}。` };
}

function textOf({ value, entries }: Parameter, words: PrintWords): Texts {
  if (entries !== undefined) {
    const text = entries.map((entry) => `${entry.keys.join(', ')}: ${printValue(entry.value, words)}`).join('; ');
    return { en: text, zh: text };
  }
  if (value === undefined) return { en: 'unset', zh: '未设定' };
  return { en: printValue(value, words), zh: printValue(value, words) };
}
