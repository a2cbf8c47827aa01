/**
 * `bylaw/runtime`: for applications that load a bundle, in Node and in browsers. No YAML, no parser, no schema library, no file
 * and no clock.
 *
 *     const opened = await openBundle(bytes, { keys: [officeKey] });
 *     if ('diagnostics' in opened) throw new Error(opened.diagnostics.map(({ message }) => message.en).join('\n'));
 *     const rules = rulesAt(opened.bundle, { at: '2026-10-31' });
 *     rules.decide('sales.net', { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' }).value; // '80000.00 CNY'
 *
 * `bylaw/explain` tells how an outcome came about, `bylaw/facts` reads facts from JSON text, and `bylaw/node` reads bundles from files
 * and remembers the lowest revision.
 */
export { rulesAt, type Asking, type Moment, type Rules } from './embed/rules.ts';
export type { Bundle } from './bundle/contents.ts';
export type { PublicKey } from './bundle/signature.ts';
export { openBundle, type OpenOptions, type Lowest } from './bundle/open.ts';
export type { RawFact, RawFacts } from './value/facts.ts';
export type { Diagnostic, Language, Texts } from './diagnostic/diagnostic.ts';
export type { Outcome, Reason, ReasonCode, Status } from './ir/outcome.ts';
export type { Program } from './ir/program.ts';
export { ask, typed, type Typed, type TypedOutcome } from './typed.ts';
