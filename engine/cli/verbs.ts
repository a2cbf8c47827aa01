import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Verb } from './verb.ts';

/** The verbs in the order of the help. Each is loaded only when it is called, so that starting stays quick. */
export const verbs: readonly { readonly name: string; readonly about: Texts; load(): Promise<Verb> }[] = [
  {
    name: 'init',
    about: { en: 'start a new handbook in an empty folder', zh: '在空文件夹中新建手册' },
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'check',
    about: { en: 'find mistakes in the handbook', zh: '检查手册中的错误' },
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'test',
    about: { en: 'run the worked examples (*.cases.yaml)', zh: '运行示例（*.cases.yaml）' },
    load: async () => (await import('./test.ts')).test,
  },
  {
    name: 'coverage',
    about: { en: 'tell how each clause, figure and issue is covered', zh: '列出各条款、数值与疑问如何落实' },
    load: async () => (await import('./coverage.ts')).coverage,
  },
  {
    name: 'interpretations',
    about: {
      en: 'list what was read into the sources, and record who decided it',
      zh: '列出对原文的解释，并记录由谁决定',
    },
    load: async () => (await import('./interpretations.ts')).interpretations,
  },
  {
    name: 'fmt',
    about: { en: 'write the files in their usual form', zh: '按规范格式改写文件' },
    load: async () => (await import('./fmt.ts')).fmt,
  },
  {
    name: 'eval',
    about: { en: 'ask decisions about one set of facts', zh: '就一组事实求取决定' },
    load: async () => (await import('./eval.ts')).evaluation,
  },
  {
    name: 'explain',
    about: { en: 'tell how a decision came about', zh: '说明决定的由来' },
    load: async () => (await import('./explain.ts')).explanation,
  },
  {
    name: 'run',
    about: {
      en: 'ask decisions about each row of a table (CSV, JSON Lines, XLSX)',
      zh: '就表格（CSV、JSON Lines、XLSX）的每一行求取决定',
    },
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'amend',
    about: { en: 'start the next version of a policy', zh: '开始制度的下一版' },
    load: async () => (await import('./amend.ts')).amend,
  },
  {
    name: 'diff',
    about: { en: 'say what two handbooks or days decide differently', zh: '说明两个手册或两个日期的决定有何不同' },
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'review',
    about: { en: 'say in words what a change does', zh: '用文字说明一项变更' },
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'docs',
    about: { en: 'write the handbook as a web site to read', zh: '把手册写成可阅读的网站' },
    load: async () => (await import('./docs.ts')).docs,
  },
  {
    name: 'build',
    about: { en: 'write the handbook as a bundle for applications', zh: '把手册写成供应用加载的制度包' },
    load: async () => (await import('./build.ts')).build,
  },
  {
    name: 'keys',
    about: { en: 'make the keys that sign bundles', zh: '生成为制度包签名的密钥' },
    load: async () => (await import('./keys.ts')).keys,
  },
  {
    name: 'verify',
    about: { en: 'check a bundle and its signature', zh: '检查制度包及其签名' },
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'serve',
    about: { en: 'answer decisions over HTTP by a bundle', zh: '依据制度包通过 HTTP 提供决定' },
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'replay',
    about: { en: 'recompute what a log of decisions tells', zh: '重新计算决定日志所记的内容' },
    load: async () => (await import('./replay.ts')).replay,
  },
  {
    name: 'emit',
    about: {
      en: 'write decisions as SQL or as rules of json-rules-engine',
      zh: '把决定写成 SQL 或 json-rules-engine 的规则',
    },
    load: async () => (await import('./emit.ts')).emit,
  },
  {
    name: 'types',
    about: { en: "write the decisions' types for TypeScript", zh: '为 TypeScript 写出各决定的类型' },
    load: async () => (await import('./types.ts')).types,
  },
  {
    name: 'lsp',
    about: { en: 'help editors such as VS Code with the handbook', zh: '为 VS Code 等编辑器提供语言服务' },
    load: async () => (await import('./lsp.ts')).lsp,
  },
  {
    name: 'edit',
    about: { en: 'open the editor in your browser', zh: '在浏览器中打开编辑器' },
    load: async () => (await import('./edit.ts')).edit,
  },
  {
    name: 'demo',
    about: { en: 'show the handbook at work: the pay of a month', zh: '演示手册：计算一个月的薪酬' },
    load: async () => (await import('./demo.ts')).demo,
  },
];
