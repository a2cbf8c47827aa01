import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import { suggest } from '../../diagnostic/suggest.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Decision, Program } from '../../ir/program.ts';
import { printType } from '../../ir/type.ts';
import { nodes } from '../../ir/walk.ts';
import { printRange } from '../../value/print.ts';
import { alwaysTrue, asRoot, type RuleGroup } from './condition.ts';
import { crossed, type Crossing } from './crossing.ts';
import { sayDecision, type SaidDecision } from './decision.ts';
import { jsonRulesMessages } from './messages.ts';
import type { Need } from './needs.ts';
import { operators } from './operators.ts';
import { isWhy, type Said, type Saying } from './sink.ts';

/** A rule as json-rules-engine reads it. All have one priority, so that several runs of one engine do not disturb each other. */
export interface Rule {
  readonly name: string;
  readonly priority: 1;
  readonly conditions: RuleGroup;
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
}

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

/** The rules of a decision, first those that say what it comes to; `plain` leaves out what only tells of facts that are open or failed. */
export function rulesOf({ decision, said }: SaidDecision, plain: boolean): readonly Rule[] {
  const why = plain ? [] : said.filter(({ saying }) => isWhy(saying));
  return [...said.filter(({ saying }) => !isWhy(saying)), ...why].map((one) => ({
    name: `${decision.name}@${String(decision.version)} ${String(one.seq + 1)} ${inWords(one.saying)}`,
    priority: 1,
    conditions: asRoot(one.when),
    event: eventOf(one, decision),
  }));
}

/** The conditions that the decision's rules share. */
export function conditionsOf({ shared }: SaidDecision): readonly (readonly [string, RuleGroup])[] {
  return [...shared].map(([name, condition]) => [name, asRoot(condition)]);
}

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

function factOf({ id, from, ir }: Need, program: Program): PackedFact {
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

function eventOf({ saying, seq, cites }: Said, decision: Decision): Rule['event'] {
  const about = { decision: decision.name, policy: decision.policy, version: decision.version, seq, cites };
  const given = rowOf(saying);
  const row = given === undefined ? {} : { row: given };
  switch (saying.says) {
    case 'value':
      return { type: 'bylaw.value', params: { ...about, ...row, value: saying.value } };
    case 'flag':
      return { type: 'bylaw.flag', params: { ...about, flag: saying.flag } };
    case 'rests':
      return { type: 'bylaw.flag', params: { ...about, flagsOf: saying.on } };
    case 'not-applicable':
      return { type: 'bylaw.not-applicable', params: about };
    case 'reason':
      // In a list: json-rules-engine takes an object with a key “fact” for a fact to be read.
      return { type: 'bylaw.undetermined', params: { ...about, ...row, reasons: [saying.reason] } };
    case 'open':
      return { type: 'bylaw.undetermined', params: { ...about, ...row, reasonsOf: saying.because } };
    case 'failed':
      return { type: 'bylaw.failed', params: { ...about, code: saying.code, message: saying.message } };
    case 'unusable':
      return { type: 'bylaw.failed', params: { ...about, ...row, failureOf: saying.because } };
  }
}

function rowOf(saying: Saying): number | 'otherwise' | undefined {
  return saying.says === 'value' ? (saying.row ?? saying.at) : 'row' in saying ? saying.row : undefined;
}

function inWords(saying: Saying): string {
  const given = rowOf(saying);
  const row = given === undefined ? '' : `row ${String(given)} `;
  switch (saying.says) {
    case 'value':
      return `${row}is ${typeof saying.value === 'object' ? saying.value.fact : String(saying.value)}`;
    case 'flag':
      return `rests on ${saying.flag}`;
    case 'rests':
      return `rests on what ${saying.on} rests on`;
    case 'reason':
      return `${row}is open: ${saying.reason.gap ?? saying.reason.fact ?? saying.reason.code}`;
    case 'open':
      return `${row}is open: ${saying.because}`;
    case 'failed':
      return saying.code;
    case 'unusable':
      return `${row}fails: ${saying.because}`;
    case 'not-applicable':
      return 'does not apply';
  }
}
