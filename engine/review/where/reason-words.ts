import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Nothing } from '../../symbolic/symbol.ts';

/** Why there is no value, in words. */
export function nothingWords(symbol: Nothing): Texts {
  switch (symbol.status) {
    case 'not-applicable':
      return { en: 'not applicable', zh: '不适用' };
    case 'error':
      return { en: `an error (${symbol.why.join(', ')})`, zh: `错误（${symbol.why.join('、')}）` };
    case 'undetermined': {
      const said = symbol.why.map(reasonWords);
      const why = { en: said.map(({ en }) => en).join('; '), zh: said.map(({ zh }) => zh).join('；') };
      return { en: `undetermined (${why.en})`, zh: `无法确定（${why.zh}）` };
    }
  }
}

/** The keys of engine/symbolic in words; what has a name of its own keeps it. */
function reasonWords(why: string): Texts {
  const [word = '', ...rest] = why.split(' ');
  const name = rest.join(' ');
  switch (word) {
    case 'gap':
      return name === ''
        ? { en: 'no tier or row covers it', zh: '没有档位或行覆盖' }
        : { en: `gap ${name}`, zh: `空缺 ${name}` };
    case 'missing':
      return { en: `${name} is not given`, zh: `未提供 ${name}` };
    case 'unset':
      return { en: `${name} is not set`, zh: `未设定 ${name}` };
    case 'missing-key':
      return { en: `${name} has no entry`, zh: `${name} 没有该项` };
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
