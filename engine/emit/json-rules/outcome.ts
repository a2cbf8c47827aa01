import type { Reason } from '../../ir/outcome.ts';
import type { Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import { compareExact, exact, exactDigits, parseExact, plusExact } from '../../value/exact.ts';
import { compareText } from '../../value/compare.ts';
import { numberTooLong, overlap } from '../../value/failures.ts';
import { emptyList, noDuration } from '../../value/reasons.ts';
import type { Failure, Result } from '../../value/result.ts';
import { back, noDurationText } from './crossing.ts';
import type { Fold, SaidDecision } from './decision.ts';
import type { Said, Saying } from './sink.ts';

/** What one run said: the rules that fired, and the values that they carried. */
export interface Fired {
  readonly said: Said;
  /** Of a value: what crossed back. */
  readonly value?: string | boolean;
}

interface Run {
  readonly of: SaidDecision;
  /** What the engine had worked out for each fact. */
  readonly facts: ReadonlyMap<string, Result>;
  readonly fired: readonly Fired[];
}

/** Puts together what the rules said, exactly as the evaluator would have: the adapter's whole part in deciding. */
export function outcomeOf(run: Run): Result {
  const { fold, decision } = run.of;
  const error = firstError(run);
  const rows = rowsOf(run);
  if (fold.by === 'unique' && rows.length > 1 && (error === undefined || error.seq >= fold.afterSeq)) {
    return overlap(run.of.output, rows, fold.table.origin);
  }
  // Conditions come before values: of a unique table the row that holds decides alone, of a collecting one nothing while one is open.
  const open = reasonsOf(run, (row) => row === undefined);
  const inRows = reasonsOf(run, (row) => row !== undefined);
  if (error !== undefined && !(fold.by === 'collect' && open.length > 0 && error.seq >= fold.afterSeq))
    return error.failure;
  if (run.fired.some(({ said }) => said.saying.says === 'not-applicable'))
    return { status: 'not-applicable', flags: [] };
  const isAlone = fold.by === 'unique' && rows.length > 0;
  const reasons = isAlone ? inRows : fold.by === 'collect' && open.length > 0 ? open : [...open, ...inRows];
  if (reasons.length > 0) return { status: 'undetermined', reasons, flags: [] };
  const values = run.fired.filter(({ value }) => value !== undefined);
  if (fold.by === 'collect') return collected(fold, values, flagsOf(run), decision.type);
  const [only] = values;
  if (only?.value === undefined || values.length > 1)
    throw new Error(`${String(values.length)} values of ${decision.name}: the rules or their operators were changed`);
  return { status: 'determined', value: back(only.value, decision.type), flags: flagsOf(run) };
}

function firstError({ fired, facts }: Run): { readonly seq: number; readonly failure: Failure } | undefined {
  const failures = fired.flatMap(({ said: { saying, seq } }): readonly { seq: number; failure: Failure }[] => {
    if (saying.says === 'failed')
      return [{ seq, failure: { status: 'error', code: saying.code, message: saying.message } }];
    const found = saying.says === 'unusable' ? facts.get(saying.because) : undefined;
    return found?.status === 'error' ? [{ seq, failure: found }] : [];
  });
  return failures.sort((a, b) => a.seq - b.seq)[0];
}

function rowOf(saying: Saying): number | 'otherwise' | undefined {
  return 'row' in saying ? saying.row : undefined;
}

function rowsOf({ fired }: Run): readonly number[] {
  const rows = new Set(fired.flatMap(({ said }) => rowOf(said.saying) ?? []));
  return [...rows].filter((row) => row !== 'otherwise').sort((a, b) => a - b);
}

function reasonsOf(
  { fired, facts }: Run,
  counts: (row: number | 'otherwise' | undefined) => boolean,
): readonly Reason[] {
  return fired.flatMap(({ said: { saying } }): readonly Reason[] => {
    if (!counts(rowOf(saying))) return [];
    if (saying.says === 'reason') return [saying.reason];
    const found = saying.says === 'open' ? facts.get(saying.because) : undefined;
    return found?.status === 'undetermined' ? found.reasons : [];
  });
}

/** Flags that the rules name, of the facts that conditions read, and of those that carry the value. */
function flagsOf({ fired, facts }: Run): readonly string[] {
  const of = (id: string): readonly string[] => {
    const found = facts.get(id);
    return found?.status === 'determined' ? found.flags : [];
  };
  return fired.flatMap(({ said: { saying } }): readonly string[] => {
    switch (saying.says) {
      case 'flag':
        return [saying.flag];
      case 'rests':
        return of(saying.on);
      case 'value':
        return typeof saying.value === 'object' ? of(saying.value.fact) : [];
      default:
        return [];
    }
  });
}

/** Of several rows: their sum, count, list, smallest or greatest, exactly. */
function collected(
  { collect, table }: Extract<Fold, { by: 'collect' }>,
  fired: readonly Fired[],
  flags: readonly string[],
  type: Type,
): Result {
  const rowNumber = ({ said }: Fired): number => Number(rowOf(said.saying));
  const determined = (value: Value): Result => ({ status: 'determined', value, flags });
  const [first] = fired;
  if (first?.value !== undefined && rowOf(first.said.saying) === 'otherwise')
    return determined(back(first.value, type));
  const values = [...fired].sort((a, b) => rowNumber(a) - rowNumber(b)).flatMap(({ value }) => value ?? []);
  const open = (reason: Reason): Result => ({ status: 'undetermined', reasons: [reason], flags: [] });
  switch (collect) {
    case 'count':
      return determined(back(String(values.length), type));
    case 'list':
      if (type.is !== 'list') throw new Error('a list was collected');
      return determined({ is: 'list', items: values.map((value) => back(value, type.of)) });
    case 'sum': {
      if (values.includes(noDurationText)) return open(noDuration);
      const total = values.reduce((sum, value) => plusExact(sum, parseExact(String(value))), exact(0n, 1n));
      const digits = exactDigits(total);
      return digits.length > 2_000 ? numberTooLong(table.origin) : determined(back(digits, type));
    }
    case 'min':
    case 'max': {
      const [one, ...others] = values;
      if (one === undefined) return open(emptyList);
      if (type.is === 'duration' && values.includes(noDurationText)) return open(noDuration);
      const sign = collect === 'min' ? -1 : 1;
      return determined(
        back(
          others.reduce((best, value) => (sign * order(value, best, type) > 0 ? value : best), one),
          type,
        ),
      );
    }
  }
}

function order(a: string | boolean, b: string | boolean, type: Type): number {
  const [left, right] = [String(a), String(b)];
  const isText = type.is === 'text' || type.is === 'date' || type.is === 'time' || type.is === 'date-time';
  return isText ? compareText(left, right) : compareExact(parseExact(left), parseExact(right));
}
