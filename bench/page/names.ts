import type { Language } from '../../engine/diagnostic/diagnostic.ts';

/** What contenders and series are called on the Chinese page. Engines keep their names. */
const chinese: Readonly<Record<string, string>> = {
  'hand-written scaled integers': '手写放大整数',
  'hand-written floats': '手写浮点数',
  'hand-written decimal.js': '手写 decimal.js',
  'hand-written scaled integers with a list of steps': '手写放大整数，附步骤列表',
  'hand-written list of steps for an auditor': '手写，供审计的步骤列表',
  'hand-written scaled integers, text in and out': '手写放大整数，文本进出',
  'hand-written loop over typed arrays': '手写类型化数组循环',
  'Bylaw, compiled closures': 'Bylaw，编译为闭包',
  'Bylaw, compiled closures, text in': 'Bylaw，编译为闭包，文本输入',
  'Bylaw, compiled closures, text in and out': 'Bylaw，编译为闭包，文本进出',
  'Bylaw, columns': 'Bylaw，按列',
  'Bylaw, embedded: texts in, outcomes out': 'Bylaw，嵌入应用：文本输入、完整结果输出',
  'Bylaw, emitted module': 'Bylaw，生成的模块',
  'Bylaw, emitted module, text in and out': 'Bylaw，生成的模块，文本进出',
  'Bylaw, emitted module: texts in, outcomes out': 'Bylaw，生成的模块：文本输入、完整结果输出',
  'Bylaw, from its files': 'Bylaw，从制度文件读起',
  'Bylaw, with explanation': 'Bylaw，附完整解释',
  'cel-js over hand-scaled integers': 'cel-js，手工放大的整数',
  'cel-js over doubles': 'cel-js，双精度浮点数',
  'json-logic-engine, compiled': 'json-logic-engine，编译后',
  'json-logic-engine over hand-scaled integers': 'json-logic-engine，手工放大的整数',
  'zen-engine, expressions': 'zen-engine，表达式',
  'zen-engine, graph': 'zen-engine，决策图',
  'zen-engine, graph with trace': 'zen-engine，决策图附轨迹',
  'Bylaw, as SQL in DuckDB, one thread': 'Bylaw，写成 SQL 在 DuckDB 中，单线程',
  'Bylaw, as SQL in DuckDB over whole counts, one thread': 'Bylaw，写成 SQL 在 DuckDB 中，整数列，单线程',
  'DuckDB in its own tables, one thread': 'DuckDB，自有表，单线程',
  'intervals of a number': '数值区间',
  words: '词',
  'words, then intervals': '先词后区间',
  compiled: '编译后',
  explained: '附解释',
  'read and check': '读取并检查',
  'link to a day': '链接到某日',
  'write a bundle': '写出规则包',
  'open the bundle': '打开规则包',
  'after a key: what the text says': '按键后：文本自身的诊断',
  'after a key: what the handbook says': '按键后：整个手册的诊断',
};

/** A name in a language. */
export const called = (name: string, language: Language): string =>
  language === 'zh' ? (chinese[name] ?? name) : name;
