/**
 * The door for hosts that run json-rules-engine:
 *
 *     const rules = toRulesEngine(handbook, '2026-10-31');
 *     await rules.ask('stock.reorder', readFacts(rules.program, { 'stock.count': '4 cans' }));
 *
 * `ask` gives the same outcome as `evaluate`; what cannot be said as rules stands in `refused`, with the reason. `install`
 * puts rules, shared conditions and operators into an engine of your own.
 */
import { rulesEngine, type RulesEngine } from './emit/json-rules/engine.ts';
import { sayProgram } from './emit/json-rules/pack.ts';
import { session } from './evaluate/evaluate.ts';
import type { Program } from './ir/program.ts';
import type { Editions } from './program/edition.ts';
import { link } from './program/link.ts';

export type { RulesEngine } from './emit/json-rules/engine.ts';
export type { RulePack } from './emit/json-rules/pack.ts';
export { operators } from './emit/json-rules/operators.ts';

interface RulesOptions {
  /** Only what had been published by then counts; everything when left out. */
  readonly known?: string;
  /** Only what the source itself says. */
  readonly sourceOnly?: boolean;
  /** All that anybody may ask for when left out. */
  readonly decisions?: readonly string[];
}

/** Lowers a handbook's decisions on a day into rules; what cannot be said exactly is refused. */
export function toRulesEngine(handbook: Editions, at: string, options: RulesOptions = {}): RulesEngine {
  const { known, sourceOnly = false, decisions } = options;
  const program = link(handbook, known === undefined ? { at } : { at, known });
  return rulesEngineOf(program, decisions === undefined ? { sourceOnly } : { sourceOnly, decisions });
}

/** The same for a program that is linked already. */
export function rulesEngineOf(
  program: Program,
  { sourceOnly = false, decisions }: Pick<RulesOptions, 'sourceOnly' | 'decisions'> = {},
): RulesEngine {
  return rulesEngine(sayProgram(program, sourceOnly, decisions), session);
}
