import type { Texts } from '../diagnostic/diagnostic.ts';
import { printType, type DurationFamily, type Type } from './type.ts';

/** A type as messages name it. In English that is the type language itself. */
export const typeWords = (type: Type): Texts => ({ en: printType(type), zh: chinese(type) });

/** Several types, as the arguments of a call. */
export const listOfTypes = (types: readonly Type[]): Texts => ({
  en: types.map(printType).join(', '),
  zh: types.map(chinese).join('、'),
});

const families: Readonly<Record<DurationFamily, string>> = { days: '天', months: '月', minutes: '分钟' };

function chinese(type: Type): string {
  switch (type.is) {
    case 'number':
      return '数';
    case 'percent':
      return '百分比';
    case 'money':
      return `金额（${type.currency}）`;
    case 'quantity':
      return `数量（${type.unit}）`;
    case 'duration':
      return `时长（${families[type.family]}）`;
    case 'date':
      return '日期';
    case 'time':
      return '时刻';
    case 'date-time':
      return '日期时间';
    case 'text':
      return '文本';
    case 'boolean':
      return '是非值';
    case 'enumeration':
      return `枚举（${type.name}）`;
    case 'post':
      return `岗位（${type.scope}）`;
    case 'list':
      return `列表（${chinese(type.of)}）`;
    case 'record':
      return `记录（${Object.entries(type.fields)
        .map(([name, field]) => `${name}：${chinese(field)}`)
        .join('，')}）`;
    case 'unknown':
      return '未知类型';
  }
}
