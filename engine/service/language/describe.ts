import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Fact, Parameter } from '../../ir/program.ts';
import { typeWords } from '../../ir/type-words.ts';
import type { Handbook } from '../../program/handbook.ts';
import { decimalsOf } from '../../program/rounding.ts';
import { printRange, printValue, type PrintWords } from '../../value/print.ts';
import type { Sort, Thing } from './things.ts';
import { idOf } from './things.ts';

const both = (en: string, zh: string): Texts => ({ en, zh });
const same = (text: string): Texts => both(text, text);

const sorts: Readonly<Record<Sort, Texts>> = {
  fact: both('fact', '事实'),
  decision: both('decision', '决定'),
  definition: both('local definition', '局部定义'),
  parameter: both('parameter', '参数'),
  policy: both('policy', '制度'),
  interpretation: both('interpretation', '解释'),
  gap: both('gap in the source', '原文缺口'),
  clause: both('clause', '条款'),
  post: both('post', '岗位'),
  department: both('department', '部门'),
  member: both('member', '枚举成员'),
  scope: both('scope', '规则体系'),
  source: both('source', '来源'),
  subject: both('subject', '主体'),
  unit: both('unit', '单位'),
  enumeration: both('enumeration', '枚举'),
  step: both('step', '步骤'),
  case: both('case', '示例'),
  function: both('function', '函数'),
  element: both('element', '元素'),
};

/** What sort of thing it is, in words. */
export const sortWords = (sort: Sort): Texts => sorts[sort];

/** One line about a thing: its type and what values it can have. */
export function detailOf(thing: Thing, handbook: Handbook): Texts {
  const words = printWordsOf(handbook);
  switch (thing.sort) {
    case 'fact':
      return withRange(thing.fact, words);
    case 'parameter':
      return withRange(thing.parameter, words);
    case 'decision':
    case 'definition':
      return typeWords(thing.decision.type);
    case 'element':
      return thing.type === undefined ? sorts.element : typeWords(thing.type);
    case 'function':
      return same(thing.signature);
    case 'member':
      return same(thing.enumeration);
    default:
      return sorts[thing.sort];
  }
}

function withRange({ type, range }: Pick<Fact, 'type' | 'range'>, words: PrintWords): Texts {
  const { en, zh } = typeWords(type);
  if (range === undefined) return both(en, zh);
  const values = printRange(range, words);
  return both(`${en}, ${values}`, `${zh}，${values}`);
}

/** All that is to be said of a thing, as Markdown: title, sort and type, what it means, where it stands. */
export function describe(thing: Thing, handbook: Handbook): Texts {
  const more = [...moreAbout(thing, handbook), ...whereIs(thing)];
  const head = (language: 'en' | 'zh'): string => {
    const title = thing.title?.[language];
    const name = `\`${idOf(thing)}\``;
    const line = [sorts[thing.sort][language], ...typeLine(thing, handbook, language)].join(' · ');
    return [title === undefined || title === thing.name ? name : `**${escaped(title)}** ${name}`, line].join('  \n');
  };
  const text = (language: 'en' | 'zh'): string => [head(language), ...more.map((one) => one[language])].join('\n\n');
  return both(text('en'), text('zh'));
}

function typeLine(thing: Thing, handbook: Handbook, language: 'en' | 'zh'): readonly string[] {
  const detail = detailOf(thing, handbook)[language];
  return detail === sorts[thing.sort][language] ? [] : [detail];
}

function moreAbout(thing: Thing, handbook: Handbook): readonly Texts[] {
  switch (thing.sort) {
    case 'fact': {
      const { alias, closed, subject } = thing.fact;
      return [
        ...(subject === undefined ? [] : [both(`About: ${subject}`, `主体：${subject}`)]),
        ...(alias.length === 0 ? [] : [both(`Also called ${alias.join(', ')}`, `别名：${alias.join('、')}`)]),
        ...(closed ? [both('Not recorded means false.', '未记录即为否。')] : []),
      ];
    }
    case 'parameter':
      return [valueOf(thing.parameter, handbook)];
    case 'decision':
      return [both(`Policy ${thing.policy}`, `制度 ${thing.policy}`), ...citing(thing.decision.cites)];
    case 'definition':
      return [both('Not seen from outside this policy.', '仅在本制度内可见。')];
    case 'policy':
      return [
        both(
          `Version ${thing.head.version}, from ${thing.head.from}`,
          `第${thing.head.version}版，自 ${thing.head.from} 起`,
        ),
        ...citing(thing.head.cites),
      ];
    case 'interpretation': {
      const { question, status, about } = thing.interpretation;
      const state =
        status === 'proposed'
          ? both('proposed', '待定')
          : both(`decided by ${status.by} on ${status.date}`, `${status.by} 于 ${status.date} 决定`);
      return [
        both(`Question: ${escaped(question.en)}`, `疑问：${escaped(question.zh)}`),
        both(`${about}, ${state.en}`, `${about}，${state.zh}`),
      ];
    }
    case 'gap':
      return thing.gap.clause === undefined ? [] : citing([thing.gap.clause]);
    case 'clause': {
      const figures = (thing.clause.figures ?? []).map(({ key }) => key.text);
      return [
        both(
          `${thing.clause.form} · ${thing.clause.topic.text}`,
          `${clauseForms[thing.clause.form]} · ${thing.clause.topic.text}`,
        ),
        ...(figures.length === 0 ? [] : [both(`Figures: ${figures.join(', ')}`, `数值：${figures.join('、')}`)]),
      ];
    }
    case 'post':
      return [both(`Department ${thing.post.department.text}`, `部门 ${thing.post.department.text}`)];
    case 'function':
      return [thing.doc, same(`\`${thing.example}\``)];
    case 'enumeration':
      return [list(Object.entries(handbook.enumerations[thing.name] ?? {}))];
    case 'unit': {
      const unit = handbook.units[thing.name];
      return unit === undefined ? [] : [same([...unit.en, ...unit.zh].join(', '))];
    }
    default:
      return [];
  }
}

const clauseForms: Readonly<Record<'executable' | 'record' | 'principle', string>> = {
  executable: '可执行',
  record: '记录',
  principle: '原则',
};

const citing = (clauses: readonly string[]): readonly Texts[] =>
  clauses.length === 0 ? [] : [both(`Clauses: ${clauses.join(', ')}`, `条款：${clauses.join('、')}`)];

const list = (members: readonly (readonly [string, Texts])[]): Texts => ({
  en: members.map(([name, { en }]) => `- \`${name}\` ${escaped(en)}`).join('\n'),
  zh: members.map(([name, { zh }]) => `- \`${name}\` ${escaped(zh)}`).join('\n'),
});

function valueOf({ value, entries, owner }: Parameter, handbook: Handbook): Texts {
  const words = printWordsOf(handbook);
  if (value !== undefined) {
    const text = printValue(value, words);
    return both(`Value: \`${text}\`, set by ${owner}`, `取值：\`${text}\`，由 ${owner} 设定`);
  }
  if (entries !== undefined) {
    const rows = entries.map((entry) => `- ${entry.keys.join(', ')}: \`${printValue(entry.value, words)}\``);
    return same(rows.slice(0, 12).join('\n'));
  }
  return both(`Not set yet; ${owner} sets it.`, `尚未设定，由 ${owner} 设定。`);
}

function whereIs({ ats: [at] }: Thing): readonly Texts[] {
  return at === undefined ? [] : [both(`*Declared in ${at.file}*`, `*声明于 ${at.file}*`)];
}

const printWordsOf = (handbook: Handbook): PrintWords => ({
  units: handbook.units,
  moneyDecimals: decimalsOf(handbook.money),
});

/** A text of the handbook is no Markdown. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
