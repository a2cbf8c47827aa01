import type { Texts } from '../../diagnostic/diagnostic.ts';

/** Words and forms of the language, with what completion and hover say of them. */
export interface LanguageWord {
  readonly label: string;
  readonly title: Texts;
  /** `$0`, `$1` … are where the author goes on. */
  readonly insert?: string;
}

const word = (label: string, en: string, zh: string, insert?: string): LanguageWord => ({
  label,
  title: { en, zh },
  ...(insert === undefined ? {} : { insert }),
});

/** Where a value begins. */
export const valueWords: readonly LanguageWord[] = [
  word('if', 'if … then … else …', '如果……则……否则……', 'if $1 then $2 else $0'),
  word('如果', 'if … then … else …', '如果……则……否则……', '如果 $1 则 $2 否则 $0'),
  word('not', 'not', '非', 'not $0'),
  word('非', 'not', '非', '非 $0'),
  word('true', 'yes', '是'),
  word('false', 'no', '否'),
  word('none', 'no such duration', '无此时长'),
  word('sum of', 'the sum over a list', '列表求和', 'sum of $1 for $2 in $0'),
  word('count of', 'how many of a list', '列表计数', 'count of $1 for $1 in $0'),
  word('min of', 'the smallest of a list', '列表最小值', 'min of $1 for $2 in $0'),
  word('max of', 'the greatest of a list', '列表最大值', 'max of $1 for $2 in $0'),
  word('average of', 'the average of a list', '列表平均值', 'average of $1 for $2 in $0'),
  word('any of', 'is it true of one of a list', '列表中有任一成立', 'any of $1 for $2 in $0'),
  word('all of', 'is it true of all of a list', '列表中全部成立', 'all of $1 for $2 in $0'),
  word('first of', 'the first of a list', '列表中首个', 'first of $1 for $2 in $3 by $0'),
];

/** Behind a value. */
export const joiningWords: readonly LanguageWord[] = [
  word('and', 'both', '且', 'and $0'),
  word('且', 'and', '且', '且 $0'),
  word('or', 'at least one', '或', 'or $0'),
  word('或', 'or', '或', '或 $0'),
  word('then', 'then', '则', 'then $0'),
  word('则', 'then', '则', '则 $0'),
  word('else', 'otherwise', '否则', 'else $0'),
  word('否则', 'else', '否则', '否则 $0'),
  word('in', 'lies in an interval or set', '属于区间或集合', 'in $0'),
  word('not in', 'does not lie in', '不属于', 'not in $0'),
  word('is known', 'was given', '已提供'),
  word('is unknown', 'was not given', '未提供'),
  word('for', 'for each … in a list', '对列表中每个……', 'for $1 in $0'),
  word('where', 'only those that', '仅限满足……者', 'where $0'),
  word('by', 'in the order of', '按……排序', 'by $0'),
  word('on', 'asked about another date or element', '就另一日期或元素而言', 'on $0'),
  word('=', 'is', '等于', '= $0'),
  word('!=', 'is not', '不等于', '!= $0'),
  word('<', 'less than', '小于', '< $0'),
  word('<=', 'at most', '不大于', '<= $0'),
  word('>', 'more than', '大于', '> $0'),
  word('>=', 'at least', '不小于', '>= $0'),
];

/** Forms that look like functions. */
export const specialForms: readonly (LanguageWord & { readonly signature: string })[] = [
  {
    ...word('round', 'The value rounded to multiples of a step.', '按单位取整。', 'round($1, $2, half-up)'),
    signature: 'round(value, step, mode)',
  },
  {
    ...word('reading', 'A part that rests on an interpretation.', '依据某项解释的部分。', 'reading($1, $2, $0)'),
    signature: 'reading(interpretation, taken, otherwise)',
  },
  {
    ...word('undetermined', 'The source gives no answer.', '原文没有答案。', 'undetermined($0)'),
    signature: 'undetermined(gap)',
  },
  {
    ...word(
      'when-applies',
      'A decision, or another value where it does not apply.',
      '某项决定；不适用时取另一值。',
      'when-applies($1, $0)',
    ),
    signature: 'when-applies(decision, otherwise)',
  },
];
