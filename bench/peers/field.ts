import type { Texts } from '../../engine/diagnostic/diagnostic.ts';

/** What is compared with what. */
export type Measure = 'one' | 'explained' | 'text' | 'batch';

/** One of the field, without loading it. */
export interface Entry {
  readonly name: string;
  /** Its file below `contenders`. */
  readonly file: string;
  readonly measures: readonly Measure[];
  /** What it gives to explain an answer by, in the form that is measured. */
  readonly explains: Texts;
}

const none: Texts = { en: 'nothing', zh: '无' };
const no = (name: string, file: string, ...measures: readonly Measure[]): Entry => ({
  name,
  file,
  measures,
  explains: none,
});

export const field: readonly Entry[] = [
  no('hand-written scaled integers', 'by-hand', 'one', 'batch'),
  no('hand-written floats', 'by-hand', 'one'),
  no('hand-written decimal.js', 'by-hand', 'one', 'batch'),
  {
    ...no('hand-written scaled integers with a list of steps', 'by-hand', 'explained'),
    explains: { en: 'a list of seven steps with what each was worked out of', zh: '七个步骤及其依据的列表' },
  },
  {
    ...no('hand-written list of steps for an auditor', 'by-hand', 'explained'),
    explains: {
      en: 'sixteen steps: facts, tiers, rows, sums, roundings, decisions',
      zh: '十六个步骤：事实、档位、表行、计算、取整、决定',
    },
  },
  no('hand-written scaled integers, text in and out', 'by-hand', 'text'),
  no('hand-written loop over typed arrays', 'by-hand', 'batch'),
  no('Bylaw, compiled closures', 'bylaw', 'one', 'batch'),
  no('Bylaw, columns', 'bylaw', 'batch'),
  no('Bylaw, emitted module', 'bylaw', 'one'),
  no('Bylaw, emitted module, text in and out', 'bylaw', 'text'),
  no('Bylaw, compiled closures, text in', 'bylaw', 'text'),
  no('Bylaw, embedded: texts in, outcomes out', 'bylaw', 'text'),
  no('Bylaw, emitted module: texts in, outcomes out', 'bylaw', 'text'),
  // Only what loading them takes is another.
  no('Bylaw, from its files', 'bylaw-yaml'),
  {
    ...no('Bylaw, with explanation', 'bylaw', 'explained'),
    explains: {
      en: 'facts, tiers, rows, sums and roundings with titles, places and policies',
      zh: '事实、档位、表行、计算与取整，附标题、出处与制度',
    },
  },
  {
    ...no('hand-written, the very same explanation', 'bylaw', 'explained'),
    explains: {
      en: 'every object and text that Bylaw gives, by code that knows only these decisions',
      zh: 'Bylaw 给出的全部对象与文字，由只懂这几项决定的代码写出',
    },
  },
  no('cel-js over hand-scaled integers', 'cel', 'one', 'batch'),
  no('cel-js over doubles', 'cel', 'one'),
  no('json-logic-engine, compiled', 'json-logic', 'one'),
  no('json-logic-engine over hand-scaled integers', 'json-logic', 'one', 'batch'),
  no('jsonata', 'jsonata', 'one', 'batch'),
  no('zen-engine, expressions', 'zen', 'one', 'batch'),
  no('zen-engine, graph', 'zen', 'one', 'batch'),
  {
    ...no('zen-engine, graph with trace', 'zen', 'explained'),
    explains: { en: 'what went into and came out of each node', zh: '各节点的输入与输出' },
  },
  {
    ...no('json-rules-engine', 'json-rules', 'one', 'explained', 'batch'),
    explains: { en: 'each condition with the fact and its result, always', zh: '每个条件及其事实与结果（总是给出）' },
  },
  {
    ...no('publicodes', 'publicodes', 'one', 'explained', 'batch'),
    explains: { en: 'the tree of evaluated rules, always', zh: '规则求值树（总是给出）' },
  },
  no('feelin', 'feelin', 'one', 'batch'),
  no('DuckDB in its own tables, one thread', 'duckdb', 'batch'),
  no('Bylaw, as SQL in DuckDB, one thread', 'duckdb', 'batch'),
  no('Bylaw, as SQL in DuckDB over whole counts, one thread', 'duckdb', 'batch'),
];
