import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import type { Nothing } from '../../symbolic/symbol.ts';
import { inside, spaced, titleOf } from './titles.ts';

/** Why there is no value, in words. */
export function nothingWords(symbol: Nothing, program: Program): Texts {
  switch (symbol.status) {
    case 'not-applicable':
      return { en: 'not applicable', zh: '不适用' };
    case 'error':
      return { en: `an error (${symbol.why.join(', ')})`, zh: `错误（${symbol.why.join('、')}）` };
    case 'undetermined': {
      const said = symbol.why.map((why) => reasonWords(why, program));
      const why = { en: said.map(({ en }) => en).join('; '), zh: said.map(({ zh }) => zh).join('；') };
      return { en: `undetermined (${why.en})`, zh: `未定（${why.zh}）` };
    }
  }
}

/** The keys of engine/symbolic in words; what has a name of its own keeps it. */
function reasonWords(why: string, program: Program): Texts {
  const [word = '', ...rest] = why.split(' ');
  const name = rest.join(' ');
  switch (word) {
    case 'gap':
      return name === '' ? { en: 'no tier or row covers it', zh: '没有档位或行覆盖' } : gapWords(name, program);
    case 'missing': {
      const { en, zh } = titleOf(name, program);
      return { en: `${en} is not given`, zh: spaced(`未提供 ${zh}`) };
    }
    case 'unset': {
      const { en, zh } = parameterTitle(name, program);
      return { en: `${en} is not set`, zh: spaced(`未设定 ${zh}`) };
    }
    case 'missing-key': {
      const { en, zh } = parameterTitle(name, program);
      return { en: `${en} has no entry`, zh: spaced(`${zh} 没有该项`) };
    }
    case 'left-to':
      return { en: 'left to a person', zh: '由人决定' };
    case 'outside-allowed':
      return { en: 'proposed outside what is allowed', zh: '提议超出允许范围' };
    case 'denominator':
      return { en: 'division by zero or less', zh: '除数为零或负数' };
    case 'no-version':
      return { en: `no version of ${name} in force`, zh: `${name} 没有施行中的版本` };
    case 'no-duration':
      return { en: 'no duration', zh: '没有时长' };
    case 'empty-list':
      return { en: 'nothing to choose from', zh: '没有可选项' };
    default:
      return same(why);
  }
}

const same = (text: string): Texts => ({ en: text, zh: text });

/** What a gap says, as its policy words it. */
function gapWords(name: string, { gaps }: Program): Texts {
  const says = Object.hasOwn(gaps, name) ? gaps[name]?.says : undefined;
  if (says === undefined) return { en: `gap ${name}`, zh: `缺口 ${name}` };
  return { en: says.en.replace(/\.$/u, ''), zh: says.zh.replace(/。$/u, '') };
}

function parameterTitle(name: string, { parameters }: Program): Texts {
  const title = Object.hasOwn(parameters, name) ? parameters[name]?.title : undefined;
  return title === undefined ? same(name) : inside(title);
}
