import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { About, Interpretation, PolicyHead } from '../ir/program.ts';
import type { Round } from '../ir/ir.ts';
import type { Status } from '../ir/outcome.ts';
import type { FactStep, Holds, ListStep, PersonStep, TierStep } from './explanation.ts';

/** The sentences of a rendered explanation, in one language. Values come ready as text. */
export interface Sentences {
  readonly status: Readonly<Record<Exclude<Status, 'determined'>, string>>;
  readonly holds: Readonly<Record<Holds, string>>;
  value(text: string): string;
  named(title: string, name: string): string;
  version(policy: PolicyHead): string;
  clauses(ids: readonly string[]): string;
  flags(ids: readonly string[]): string;
  fact(how: FactStep['how'], value: string, problem: string): string;
  parameter(owner: string, value: string | undefined): string;
  readonly seeAbove: string;
  condition(sort: 'applies-when' | 'requires'): string;
  arm(number: number | 'otherwise', of: number): string;
  tier(number: number, of: number): string;
  noTier(by: string): string;
  since(text: string, value: string): string;
  scale(text: string, value: string): string;
  readonly colon: string;
  part(mode: TierStep['mode'], part: string, value: string): string;
  readonly total: string;
  row(number: number | 'otherwise', of: number): string;
  readonly noRow: string;
  element(kept: Holds): string;
  more(count: number): string;
  list(operator: ListStep['operator']): string;
  rounding(mode: Round['mode'], unit: string, from: string, to: string): string;
  rounded(unit: string): string;
  declaredBy(by: Round['declaredBy']): string;
  interpretation(id: string, about: About, status: Interpretation['status'], active: boolean): string;
  readings(taken: string, otherwise: string): string;
  readonly own: string;
  gap(id: string): string;
  person(person: string, allowed: string, proposed: string | undefined, inside: PersonStep['inside']): string;
}

const enModes: Readonly<Record<Round['mode'], string>> = {
  'half-up': 'to the nearest, halves away from zero',
  'half-even': 'to the nearest, halves to the even side',
  up: 'away from zero',
  down: 'towards zero',
};
const enAbout: Readonly<Record<Exclude<About, 'convention'>, string>> = {
  doubt: 'a doubt about the source',
  fills: 'fills a gap in the source',
  chooses: 'chooses between readings of the source',
};
const enDeclared: Readonly<Record<Round['declaredBy'], string>> = {
  expression: 'written in the expression',
  decision: 'declared by the decision',
  policy: 'declared by the policy',
  handbook: 'declared by the handbook',
};

const en: Sentences = {
  status: { undetermined: 'undetermined', 'not-applicable': 'not applicable', error: 'error' },
  holds: { yes: 'yes', no: 'no', open: 'open' },
  value: (text) => (text === 'true' ? 'yes' : text === 'false' ? 'no' : text),
  named: (title, name) => `${title} (${name})`,
  version: ({ title, version, from, to, published, owner }) =>
    `Policy “${title.en}”, version ${version}, in force from ${from}${to === undefined ? '' : ` to ${to}`}, published ${published}${owner === undefined ? '' : `, owner ${owner}`}`,
  clauses: (ids) => `Clauses: ${ids.join(', ')}`,
  flags: (ids) => `Rests on our interpretations: ${ids.join(', ')}`,
  fact(how, value, problem) {
    switch (how) {
      case 'given':
        return `: ${value}`;
      case 'missing':
        return ': not given';
      case 'closed':
        return ': not given, and the record is complete, so no';
      case 'computed':
        return `: ${value}, worked out from other facts`;
      case 'unusable':
        return `: cannot be used. ${problem}`;
    }
  },
  parameter: (owner, value) => (value === undefined ? `: not set by ${owner}` : `: ${value}, set by ${owner}`),
  seeAbove: '(explained above)',
  condition: (sort) => (sort === 'requires' ? 'Requires' : 'Applies when'),
  arm: (number, of) =>
    number === 'otherwise' ? 'None of these holds, so otherwise' : `Line ${number} of ${of} decides`,
  tier: (number, of) => `Tier ${number} of ${of}`,
  noTier: (by) => `No tier holds ${by}`,
  since: (text, value) => `, since ${text} is ${value}`,
  scale: (text, value) => `${text} is ${value}`,
  colon: ': ',
  part: (mode, part, value) => (mode === 'graduated' ? `${value} of the ${part} in it` : `${part} of ${value}`),
  total: 'Together',
  row: (number, of) => (number === 'otherwise' ? `None of ${of} rows holds, so otherwise` : `Row ${number} of ${of}`),
  noRow: 'No row decides',
  element: (kept) => (kept === 'no' ? 'left out' : 'open'),
  more: (count) => `… and ${count} more`,
  list: (operator) => (operator === 'fold' ? 'Step by step' : 'Over the list'),
  rounding: (mode, unit, from, to) => `Rounded ${enModes[mode]}, to steps of ${unit}: ${from} → ${to}`,
  rounded: (unit) => `Rounding to steps of ${unit} changes nothing`,
  declaredBy: (by) => ` (${enDeclared[by]})`,
  interpretation: (id, about, status, active) => {
    const decided = status === 'proposed' ? 'proposed' : `decided by ${status.by} on ${status.date}`;
    if (about === 'convention') return `Read as is usual, by convention ${id} (${decided})`;
    return `${active ? 'Rests on' : 'Touches, but does not rest on,'} interpretation ${id} (${enAbout[about]}; ${decided})`;
  },
  readings: (taken, otherwise) => `taken: ${taken}; otherwise: ${otherwise}`,
  own: "The company's own figure, not the source's",
  gap: (id) => `The source leaves this open (${id})`,
  person: (person, allowed, proposed, inside) =>
    `Left to a person (${person}) within ${allowed}: ${proposed === undefined ? 'nothing is proposed yet' : `${proposed} is proposed, ${inside === 'yes' ? 'which decides' : 'which is outside'}`}`,
};

const zhModes: Readonly<Record<Round['mode'], string>> = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  up: '向远离零方向进位',
  down: '向零方向舍去',
};
const zhAbout: Readonly<Record<Exclude<About, 'convention'>, string>> = {
  doubt: '对原文存疑',
  fills: '填补原文空白',
  chooses: '在不同理解中选择',
};
const zhDeclared: Readonly<Record<Round['declaredBy'], string>> = {
  expression: '公式中写明',
  decision: '由该决定规定',
  policy: '由该制度规定',
  handbook: '由手册统一规定',
};

const zh: Sentences = {
  status: { undetermined: '未定', 'not-applicable': '不适用', error: '错误' },
  holds: { yes: '是', no: '否', open: '未定' },
  value: (text) => (text === 'true' ? '是' : text === 'false' ? '否' : text),
  named: (title, name) => `${title}（${name}）`,
  version: ({ title, version, from, to, published, owner }) =>
    `制度“${title.zh}”第 ${version} 版，自${from}${to === undefined ? '起施行' : `至${to}施行`}，${published}发布${owner === undefined ? '' : `，负责人${owner}`}`,
  clauses: (ids) => `条款：${ids.join('、')}`,
  flags: (ids) => `依据以下解释：${ids.join('、')}`,
  fact(how, value, problem) {
    switch (how) {
      case 'given':
        return `：${value}`;
      case 'missing':
        return '：未提供';
      case 'closed':
        return '：未提供，记录完整，视为否';
      case 'computed':
        return `：${value}，由其他事实得出`;
      case 'unusable':
        return `：无法使用。${problem}`;
    }
  },
  parameter: (owner, value) => (value === undefined ? `：${owner}尚未设定` : `：${value}，由${owner}设定`),
  seeAbove: '（上文已说明）',
  condition: (sort) => (sort === 'requires' ? '前提' : '适用条件'),
  arm: (number, of) => (number === 'otherwise' ? '以上均不成立，其他情形' : `第 ${number} 条（共 ${of} 条）适用`),
  tier: (number, of) => `第 ${number} 档（共 ${of} 档）`,
  noTier: (by) => `没有任何档包含${by}`,
  since: (text, value) => `，因为${text}为${value}`,
  scale: (text, value) => `${text}为${value}`,
  colon: '：',
  part: (mode, part, value) => (mode === 'graduated' ? `落在本档的${part}按${value}` : `${value}的${part}`),
  total: '合计',
  row: (number, of) => (number === 'otherwise' ? `${of} 行均不成立，其他情形` : `第 ${number} 行（共 ${of} 行）`),
  noRow: '没有任何一行适用',
  element: (kept) => (kept === 'no' ? '不计入' : '未定'),
  more: (count) => `……另有 ${count} 项`,
  list: (operator) => (operator === 'fold' ? '逐项进行' : '对列表各项'),
  rounding: (mode, unit, from, to) => `${zhModes[mode]}，精确到${unit}：${from} → ${to}`,
  rounded: (unit) => `精确到${unit}，数值不变`,
  declaredBy: (by) => `（${zhDeclared[by]}）`,
  interpretation: (id, about, status, active) => {
    const decided = status === 'proposed' ? '拟定' : `${status.by}于${status.date}决定`;
    if (about === 'convention') return `按惯例${id}理解（${decided}）`;
    return `${active ? '依据解释' : '涉及但结果不依赖解释'}${id}（${zhAbout[about]}；${decided}）`;
  },
  readings: (taken, otherwise) => `采用：${taken}；否则：${otherwise}`,
  own: '公司自定数值，非原文规定',
  gap: (id) => `原文未作规定（${id}）`,
  person: (person, allowed, proposed, inside) =>
    `由人决定（${person}），范围${allowed}：${proposed === undefined ? '尚未提出' : `提出${proposed}，${inside === 'yes' ? '即为结果' : '超出范围'}`}`,
};

export const sentences: Readonly<Record<Language, Sentences>> = { en, zh };

/** The text in the language, with marks that belong to it around a question and its answer. */
export function questionAnswer(question: Texts, answer: Texts, language: Language): string {
  return language === 'en' ? `${question.en} → ${answer.en}` : `${question.zh} → ${answer.zh}`;
}
