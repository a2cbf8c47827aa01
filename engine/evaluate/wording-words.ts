import type { Aggregate, Compare, Logic } from '../ir/ir.ts';

/** The small words between names and values, in one way of speaking. */
export interface WordingWords {
  readonly connective: Readonly<Record<Logic['connective'], string>>;
  readonly not: string;
  readonly in: string;
  readonly known: { readonly yes: string; readonly no: string };
  readonly comparison: Readonly<Record<Compare['comparison'], string>>;
  arm(when: string, value: string): string;
  aggregate(parts: AggregateParts): string;
}

interface AggregateParts {
  readonly operator: Aggregate['operator'];
  readonly body: string;
  readonly name: string;
  readonly over: string;
  readonly where: string | undefined;
  readonly by: string | undefined;
}

/** As policies are written. */
export const languageWords: WordingWords = {
  connective: { and: 'and', or: 'or' },
  not: 'not',
  in: 'in',
  known: { yes: 'is known', no: 'is unknown' },
  comparison: { '=': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
  arm: (when, value) => `if ${when} then ${value} else `,
  aggregate: ({ operator, body, name, over, where, by }) =>
    `${operator} of ${body} for ${name} in ${over}${where === undefined ? '' : ` where ${where}`}${by === undefined ? '' : ` by ${by}`}`,
};

const signs: WordingWords['comparison'] = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

/** For people who never saw a policy. */
export const enWords: WordingWords = {
  ...languageWords,
  comparison: signs,
  aggregate: ({ operator, body, name, over, where, by }) =>
    `${enOperators[operator]}${operator === 'count' ? '' : ` ${body} over`} ${over}${where === undefined ? '' : ` where ${where}`}${by === undefined ? '' : ` by ${by}`}${operator === 'count' && where === undefined ? '' : ` (each called ${name})`}`,
};

const enOperators: Readonly<Record<Aggregate['operator'], string>> = {
  sum: 'sum of',
  count: 'number of entries in',
  min: 'least',
  max: 'greatest',
  average: 'average of',
  any: 'for any',
  all: 'for all',
  first: 'first',
  list: 'list of',
};

export const zhWords: WordingWords = {
  connective: { and: '且', or: '或' },
  not: '非',
  in: '属于',
  known: { yes: '已提供', no: '未提供' },
  comparison: signs,
  arm: (when, value) => `如果${when}则${value}，否则`,
  aggregate: ({ operator, body, name, over, where, by }) =>
    `${over}${where === undefined ? '' : `中${where}者`}${by === undefined ? '' : `按${by}`}的${operator === 'count' ? '' : ` ${body} 的`}${zhOperators[operator]}${operator === 'count' && where === undefined ? '' : `（各项记作 ${name}）`}`,
};

const zhOperators: Readonly<Record<Aggregate['operator'], string>> = {
  sum: '合计',
  count: '项数',
  min: '最小值',
  max: '最大值',
  average: '平均值',
  any: '任一',
  all: '全部',
  first: '首项',
  list: '列表',
};
