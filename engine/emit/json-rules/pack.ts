import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import { suggest } from '../../diagnostic/suggest.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';
import { printType } from '../../ir/type.ts';
import { nodes } from '../../ir/walk.ts';
import { printRange } from '../../value/print.ts';
import { alwaysTrue, type RuleGroup } from './condition.ts';
import { crossed, type Crossing } from './crossing.ts';
import { sayDecision, type SaidDecision } from './decision.ts';
import { jsonRulesMessages } from './messages.ts';
import type { Need } from './needs.ts';
import { operators } from './operators.ts';
import { conditionsOf, rulesOf, type Rule } from './rules.ts';

/** What a host that runs json-rules-engine loads: plain JSON. */
export interface RulePack {
  readonly format: 'bylaw/json-rules';
  readonly formatVersion: 1;
  readonly handbook: string;
  readonly revision: number;
  readonly at: string;
  readonly known: string;
  readonly sourceOnly: boolean;
  readonly decisions: Readonly<Record<string, PackedDecision>>;
  /** Conditions that several rules read: `engine.setCondition(name, condition)`. */
  readonly conditions: Readonly<Record<string, RuleGroup>>;
  readonly rules: readonly Rule[];
  readonly facts: Readonly<Record<string, PackedFact>>;
  /** Those that the conditions name, and what each means. */
  readonly operators: Readonly<Record<string, Texts>>;
  readonly refused: readonly { readonly decision: string; readonly code: string; readonly message: Texts }[];
}

interface PackedDecision {
  readonly policy: string;
  readonly version: number;
  readonly title: Texts;
  readonly type: string;
  readonly cites: readonly string[];
  readonly fold: 'one' | 'unique' | `collect ${string}`;
  readonly rules: number;
}

interface PackedFact {
  readonly from: Need['from'] | 'always';
  readonly type: string;
  readonly title?: Texts;
  readonly range?: string;
  /** Of an enumeration: all that it can be. */
  readonly members?: readonly string[];
  /** Of what the engine computes: the facts, parameters and decisions that it reads. */
  readonly reads?: readonly string[];
  /** One that is the same in every run. */
  readonly value?: Crossing;
}

/** All decisions of a program that were asked for: those said as rules, and why the others are not. */
export interface SaidProgram {
  readonly program: Program;
  readonly sourceOnly: boolean;
  readonly said: ReadonlyMap<string, SaidDecision>;
  readonly refused: ReadonlyMap<string, Diagnostic>;
}

/** Says the decisions, or all that anybody may ask for. */
export function sayProgram(program: Program, sourceOnly: boolean, names?: readonly string[]): SaidProgram {
  const said = new Map<string, SaidDecision>();
  const refused = new Map<string, Diagnostic>();
  const { decisions } = program;
  const open = Object.values(decisions).filter(({ hidden }) => !hidden);
  for (const name of names ?? open.map((decision) => decision.name)) {
    const decision = Object.hasOwn(decisions, name) ? decisions[name] : undefined;
    const result =
      decision === undefined
        ? { refused: unknown(name, Object.keys(decisions)) }
        : sayDecision(program, decision, sourceOnly);
    if ('refused' in result) refused.set(name, result.refused);
    else said.set(name, result);
  }
  return { program, sourceOnly, said, refused };
}

const unknown = (name: string, names: readonly string[]): Diagnostic =>
  jsonRulesMessages['unknown-decision']({ name, near: suggest(name, names) }, { file: '<question>', start: 0, end: 0 });

/** The pack of all that is said. */
export function packOf({ program, sourceOnly, said, refused }: SaidProgram): RulePack {
  const all = [...said.values()];
  const rules = all.flatMap((one) => rulesOf(one, false));
  const conditions = Object.fromEntries(all.flatMap(conditionsOf));
  const text = JSON.stringify([rules, conditions]);
  const needed = all.flatMap(({ needs }) => needs).map((need) => [need.id, factOf(need, program)] as const);
  return {
    format: 'bylaw/json-rules',
    formatVersion: 1,
    handbook: program.handbook,
    revision: program.revision,
    at: program.at,
    known: program.known,
    sourceOnly,
    decisions: Object.fromEntries(all.map((one) => [one.decision.name, packed(one)])),
    conditions,
    rules,
    facts: { [alwaysTrue]: { from: 'always', type: 'boolean', value: true }, ...Object.fromEntries(needed) },
    operators: Object.fromEntries(
      operators.filter(({ name }) => text.includes(`"${name}"`)).map(({ name, says }) => [name, says]),
    ),
    refused: [...refused].map(([decision, { code, message }]) => ({ decision, code, message })),
  };
}

function packed({ decision, fold, said }: SaidDecision): PackedDecision {
  const { policy, version, title, type, cites } = decision;
  return {
    policy,
    version,
    title,
    type: printType(type),
    cites,
    fold: fold.by === 'collect' ? `collect ${fold.collect}` : fold.by,
    rules: said.length,
  };
}

function factOf(need: Need, program: Program): PackedFact {
  const { type } = need.ir;
  const members = type.is === 'enumeration' ? Object.keys(program.enumerations[type.name] ?? {}) : undefined;
  return { ...about(need, program), ...(members === undefined ? {} : { members }) };
}

function about({ id, from, ir }: Need, program: Program): PackedFact {
  const type = printType(ir.type);
  if (from === 'fact') {
    const fact = program.facts[id];
    const range = fact?.range === undefined ? {} : { range: printRange(fact.range, program) };
    return { from, type, ...(fact === undefined ? {} : { title: fact.title }), ...range };
  }
  if (from === 'parameter') {
    const parameter = program.parameters[id];
    const value = parameter?.value === undefined ? undefined : crossed(parameter.value);
    return { from, type, ...(parameter === undefined ? {} : { title: parameter.title }), value: value ?? null };
  }
  if (from === 'computed') return { from, type, reads: namesIn(ir) };
  const title = program.decisions[id]?.title;
  return { from, type, ...(title === undefined ? {} : { title }) };
}

function namesIn(ir: Ir): readonly string[] {
  const names = [...nodes(ir)].flatMap((node) =>
    node.op === 'fact' || node.op === 'parameter' || node.op === 'decision' ? [node.name] : [],
  );
  return [...new Set(names)].sort();
}
