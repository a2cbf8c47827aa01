import type { Outcome, Reason } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import { printValue } from '../value/print.ts';
import { readValue } from '../value/read.ts';
import type { Expectation } from './expectation.ts';
import type { CaseResult } from './run.ts';

type Differences = CaseResult['differences'];

/** What differs between an expectation and an outcome. `together` are the outcomes that share the expected flags. */
export function compareOutcome(
  expected: Expectation,
  outcome: Outcome,
  together: readonly Outcome[],
  program: Program,
): Differences {
  const differences = [
    differ(
      'status',
      expected.status,
      outcome.status === 'error' ? `error (${outcome.error?.code ?? ''})` : outcome.status,
      outcome.status,
    ),
    expected.value === undefined || expected.status !== outcome.status
      ? undefined
      : differ(
          'value',
          canonical(expected.value, outcome, program),
          outcome.value ?? '',
          halfWidth(outcome.value ?? ''),
        ),
    expected.code === undefined ? undefined : differ('code', expected.code, outcome.error?.code ?? ''),
    expected.version === undefined ? undefined : differ('version', expected.version, String(outcome.version)),
    expected.status === 'determined' && outcome.status === 'determined'
      ? flagDifference(expected, outcome, together)
      : undefined,
    ...(expected.reasons ?? []).map((reason) => reasonDifference(reason, outcome)),
    countDifference(expected, outcome),
  ];
  return differences.filter((difference) => difference !== undefined);
}

function differ(
  what: string,
  expected: string,
  found: string,
  compared: string = found,
): Differences[number] | undefined {
  return expected === compared ? undefined : { what, expected, found };
}

/** What is written in a case is read in half width, like facts; the texts of policies keep their full-width commas. */
const halfWidth = (text: string): string => text.normalize('NFKC');

/** The written value as the evaluators print it; a value that cannot be read differs from every outcome. */
function canonical(written: string, { decision }: Outcome, program: Program): string {
  const type = program.decisions[decision]?.type;
  if (type === undefined) return written;
  const value = readValue(written, type, program);
  return value.is === 'invalid' ? `${written} (${value.message.en})` : printValue(value, program);
}

const qualified = (id: string, policy: string): string => (id.includes('#') ? id : `${policy}#${id}`);
const sorted = (ids: Iterable<string>): string => [...new Set(ids)].sort().join(', ');

function flagDifference(
  expected: Expectation,
  outcome: Outcome,
  together: readonly Outcome[],
): Differences[number] | undefined {
  if (expected.flags === undefined) return undefined;
  const found = together.filter(({ status }) => status === 'determined').flatMap(({ flags }) => flags);
  return differ('flags', sorted(expected.flags.map((id) => qualified(id, outcome.policy))), sorted(found));
}

function reasonDifference(
  expected: Readonly<Record<string, string>>,
  outcome: Outcome,
): Differences[number] | undefined {
  const fits = outcome.reasons.some((reason) =>
    Object.entries(expected).every(([field, value]) => fieldFits(field, value, reason, outcome)),
  );
  if (fits) return undefined;
  const shown = (fields: Readonly<Record<string, unknown>>): string =>
    Object.entries(fields)
      .map(([key, value]) => `${key}: ${String(value)}`)
      .join(', ');
  const found = outcome.reasons.map(({ text: _text, ...fields }) => `{ ${shown(fields)} }`);
  return { what: 'reason', expected: `{ ${shown(expected)} }`, found: found.join(', ') };
}

function fieldFits(field: string, value: string, reason: Reason, { policy }: Outcome): boolean {
  const written = reason[field as Exclude<keyof Reason, 'text'>];
  const found = written === undefined ? '' : String(written);
  if (found === value) return true;
  return (field === 'gap' || field === 'person') && found === qualified(value, policy);
}

/** Reasons that are listed are all of them. */
function countDifference({ reasons }: Expectation, outcome: Outcome): Differences[number] | undefined {
  if (reasons === undefined) return undefined;
  return differ('number of reasons', String(reasons.length), String(outcome.reasons.length));
}
