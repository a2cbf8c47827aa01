/**
 * The door for applications that embed the engine. It touches no file and no clock, so it also runs in a browser:
 *
 *     const handbook = readHandbook(files.map(({ path, text }) => sourceFile(path, text)));
 *     const program = link(handbook, { at: '2026-10-31' });
 *     const facts = readFacts(program, { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' });
 *     evaluate(program, 'sales.net', facts); // { status: 'determined', value: '80000.00 CNY', … }
 *
 * `explain` tells how an outcome came about; `compile` answers many questions fast, with the same outcomes. Facts that come
 * as JSON text go through `parseFactsJson`, which keeps numbers exact.
 */
export { sourceFile, type SourceFile } from './source/source-file.ts';
export type { Diagnostic, Language, Texts } from './diagnostic/diagnostic.ts';
export { readHandbook, type Handbook } from './program/handbook.ts';
export { link, type Moment } from './program/link.ts';
export type { Program } from './ir/program.ts';
export type { Outcome, Reason, ReasonCode, Status } from './ir/outcome.ts';
export type { Value } from './ir/value.ts';
export { readFacts, type Facts, type RawFact, type RawFacts } from './value/facts.ts';
export { parseFactsJson, type ParsedFacts } from './value/facts-json.ts';
export { evaluate, explain, type Explained, type Options } from './evaluate/evaluate.ts';
export type { Explanation, Step } from './evaluate/explanation.ts';
export { renderExplanation } from './evaluate/render.ts';
export { compile, type Compiled } from './compile/compile.ts';
export { rulesAt, type Rules } from './embed/rules.ts';
export { ask, typed, type Typed, type TypedOutcome } from './typed.ts';
