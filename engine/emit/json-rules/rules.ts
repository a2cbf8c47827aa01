import type { Decision } from '../../ir/program.ts';
import { asRoot, type RuleGroup } from './condition.ts';
import type { SaidDecision } from './decision.ts';
import { isWhy, type Said, type Saying } from './sink.ts';

/** A rule as json-rules-engine reads it. All have one priority, so that several runs of one engine do not disturb each other. */
export interface Rule {
  readonly name: string;
  readonly priority: 1;
  readonly conditions: RuleGroup;
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
}

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

function eventOf({ saying, seq, cites }: Said, decision: Decision): Rule['event'] {
  const common = { decision: decision.name, policy: decision.policy, version: decision.version, seq, cites };
  const given = rowOf(saying);
  const row = given === undefined ? {} : { row: given };
  switch (saying.says) {
    case 'value':
      return { type: 'bylaw.value', params: { ...common, ...row, value: saying.value } };
    case 'flag':
      return { type: 'bylaw.flag', params: { ...common, flag: saying.flag } };
    case 'rests':
      return { type: 'bylaw.flag', params: { ...common, flagsOf: saying.on } };
    case 'not-applicable':
      return { type: 'bylaw.not-applicable', params: common };
    case 'reason':
      // In a list: json-rules-engine takes an object with a key “fact” for a fact to be read.
      return { type: 'bylaw.undetermined', params: { ...common, ...row, reasons: [saying.reason] } };
    case 'open':
      return { type: 'bylaw.undetermined', params: { ...common, ...row, reasonsOf: saying.because } };
    case 'failed':
      return { type: 'bylaw.failed', params: { ...common, code: saying.code, message: saying.message } };
    case 'unusable':
      return { type: 'bylaw.failed', params: { ...common, ...row, failureOf: saying.because } };
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
