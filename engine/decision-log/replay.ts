import type { Bundle } from '../bundle/contents.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { factsBehind } from '../embed/facts-behind.ts';
import { rulesAt, type Rules } from '../embed/rules.ts';
import type { Program } from '../ir/program.ts';
import { factNamed } from '../value/facts.ts';
import { loggedOutcome, type LoggedOutcome, type LogRecord } from './record.ts';

/** A part of an outcome that came out otherwise; both as text. */
export interface Difference {
  readonly part: (typeof parts)[number];
  readonly was: string;
  readonly is: string;
}

export type Replayed =
  | { readonly is: 'same' }
  | { readonly is: 'differs'; readonly differences: readonly Difference[] }
  /** `masked`: facts that it reads are not in the line. `bundle`: the bundle that decided is not here. */
  | { readonly is: 'not-replayed'; readonly why: 'masked' | 'bundle'; readonly text: Texts };

export interface Replayer {
  /** Decides once more what a line tells. */
  readonly replay: (record: LogRecord) => Replayed;
}

/** Rules of so many moments are kept; a log mostly stays with one for a while. */
const mostKept = 8;

/**
 * Recomputes lines, each with the bundle whose hash it names; `instead` with that one, whatever they name: what would be decided
 * by it.
 */
export function replayer(bundles: readonly Bundle[], instead?: Bundle): Replayer {
  const byHash = new Map(bundles.map((bundle) => [bundle.sha256, bundle]));
  const kept = new Map<string, Rules>();
  const rulesFor = (bundle: Bundle, { moment }: LogRecord): Rules => {
    const key = JSON.stringify([bundle.sha256, moment]);
    const rules = kept.get(key) ?? rulesAt(bundle, moment);
    // What was asked for last goes to the end; the front goes out.
    kept.delete(key);
    kept.set(key, rules);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return rules;
  };
  return {
    replay: (record) => {
      const bundle = instead ?? byHash.get(record.bundle);
      if (bundle === undefined) return otherBundle(record);
      const rules = rulesFor(bundle, record);
      const hidden = readAndHidden(record, rules.program);
      if (hidden.length > 0) return hiddenFacts(hidden);
      const { decision, facts, on, sourceOnly } = record;
      const asking = { sourceOnly, ...(on === undefined ? {} : { on }) };
      const is = loggedOutcome(rules.decide(decision, facts, asking));
      const differences = differencesOf(record.outcome, is);
      return differences.length === 0 ? { is: 'same' } : { is: 'differs', differences };
    },
  };
}

/** Facts that the line does not show and the decision reads; a name that is no fact made the question an error. */
function readAndHidden({ sealed, without, decision }: LogRecord, program: Program): readonly string[] {
  const hidden = [...Object.keys(sealed), ...without];
  if (hidden.length === 0) return [];
  const read = factsBehind(decision, program);
  return hidden.filter((name) => {
    const fact = factNamed(program, name);
    return fact === undefined || read.has(fact.name);
  });
}

const parts = ['status', 'value', 'flags', 'reasons', 'error', 'policy'] as const;

function differencesOf(was: LoggedOutcome, is: LoggedOutcome): readonly Difference[] {
  return parts.flatMap((part) => {
    const [before, after] = [partText(was, part), partText(is, part)];
    return before === after ? [] : [{ part, was: before, is: after }];
  });
}

function partText(outcome: LoggedOutcome, part: Difference['part']): string {
  switch (part) {
    case 'flags':
      return outcome.flags.join(' ') || '–';
    case 'reasons':
      return outcome.reasons.map((reason) => Object.values(reason).join(' ')).join(', ') || '–';
    case 'policy':
      return outcome.policy === '' ? '–' : `${outcome.policy} v${outcome.version}`;
    default:
      return outcome[part] ?? '–';
  }
}

function otherBundle({ bundle }: LogRecord): Replayed {
  return {
    is: 'not-replayed',
    why: 'bundle',
    text: {
      en: `it was decided by the bundle ${bundle}, which is not among those given; name it with --bundle`,
      zh: `由制度包 ${bundle} 决定，未在所给之列；请用 --bundle 指明`,
    },
  };
}

function hiddenFacts(names: readonly string[]): Replayed {
  return {
    is: 'not-replayed',
    why: 'masked',
    text: {
      en: `the log does not show ${names.join(', ')}, which it was decided by`,
      zh: `日志未显示决定所依据的 ${names.join('、')}`,
    },
  };
}
