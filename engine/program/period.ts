import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision, Gap, Program } from '../ir/program.ts';
import { isNumeric } from '../ir/type.ts';
import { daysOfMonth } from '../value/calendar.ts';
import { renamed } from './rename.ts';
import type { Handbook, Version } from './handbook.ts';
import { link } from './link.ts';
import { handbookMessages } from './messages.ts';
import { versionAt } from './timeline.ts';

/** Days of the period on which one version holds, or none does. */
interface Segment {
  readonly version: Version | undefined;
  readonly days: number;
}

/**
 * Cuts a handbook to a month: its last day picks the versions. A policy that pays by month and changes inside it is an error,
 * unless it says `period-rule: end` (the last day decides) or `split: days` (each version counts for its days, semantics 6.3).
 * `period` is `YYYY-MM`; undefined when it is none.
 */
export function linkPeriod(handbook: Handbook, period: string, known?: string): Program | undefined {
  const days = daysOfMonth(period);
  const last = days?.at(-1);
  if (days === undefined || last === undefined) return undefined;
  const program = link(handbook, { at: last, ...(known === undefined ? {} : { known }) });
  const decisions = [...handbook.versions].flatMap(([, versions]) => {
    const segments = segmentsOf(versions, days, known);
    return segments.length < 2 ? [] : settle(segments, versions, program, period);
  });
  const gaps = decisions.map(({ policy, origin }): Gap => ({ id: differGap(policy), says: differs, origin }));
  return {
    ...program,
    gaps: { ...program.gaps, ...Object.fromEntries(gaps.map((gap) => [gap.id, gap])) },
    decisions: { ...program.decisions, ...Object.fromEntries(decisions.map((one) => [one.name, one])) },
  };
}

const differGap = (policy: string): string => `${policy}#split-days`;
const differs: Texts = {
  en: 'The versions of the month differ here, and only amounts can be split by days.',
  zh: '当月各版本在此不同，而只有数额可以按天拆分。',
};

/** Only policies that pay by the period are cut by it. */
function segmentsOf(
  versions: readonly Version[],
  days: readonly string[],
  known: string | undefined,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (const day of days) {
    const version = versionAt(versions, day, known);
    const open = segments.at(-1);
    if (open !== undefined && open.version === version)
      segments[segments.length - 1] = { version, days: open.days + 1 };
    else segments.push({ version, days: 1 });
  }
  const pays = segments.some(({ version }) => version?.head.period === 'month');
  return pays ? segments : [];
}

function settle(
  segments: readonly Segment[],
  versions: readonly Version[],
  program: Program,
  period: string,
): readonly Decision[] {
  const last = segments.at(-1)?.version;
  if (last?.head.periodRule === 'end') return [];
  if (last?.head.split === 'days') return splitByDays(segments, last, program);
  const names = new Set(versions.flatMap(({ decisions }) => decisions.map(({ name }) => name)));
  return [...names].flatMap((name) => {
    const decision = program.decisions[name];
    if (decision === undefined) return [];
    const { policy } = decision;
    const starts = last?.head.from ?? segments[0]?.version?.head.to ?? '';
    const diagnostic: Diagnostic = handbookMessages['starts-inside']({ policy, period, starts }, decision.origin);
    return [{ ...decision, body: { is: 'blocked', diagnostic } } satisfies Decision];
  });
}

/** Each segment's version stands in the program under names of its own; the decision adds their shares. */
function splitByDays(segments: readonly Segment[], last: Version, program: Program): readonly Decision[] {
  const total = segments.reduce((sum, { days }) => sum + days, 0);
  const parts = segments.map(({ version, days }, i) => ({ version, days, suffix: `/part-${String(i + 1)}` }));
  const held = parts.flatMap(({ version, suffix }) =>
    version === undefined ? [] : version.decisions.map((one) => renamed(one, version, suffix)),
  );
  const joined = last.decisions
    .filter(({ hidden, takes }) => !hidden && takes.length === 0)
    .map((decision): Decision => {
      const reads = parts.map(({ version, days, suffix }): { ir: Ir; days: number } => {
        const known = version?.decisions.some(({ name }) => name === decision.name) === true;
        const name = known ? decision.name + suffix : `${decision.name}/none`;
        return { ir: { op: 'decision', type: decision.type, origin: decision.origin, name, args: [] }, days };
      });
      return { ...decision, appliesWhen: [], requires: [], body: { is: 'ir', ir: shares(decision, reads, total) } };
    });
  const none = joined.map((decision): Decision => ({
    ...decision,
    name: `${decision.name}/none`,
    body: { is: 'no-version' },
  }));
  return [...held.filter(({ name }) => program.decisions[name] === undefined), ...none, ...joined];
}

/** Value × days ÷ days of the month, summed and rounded as the newest version rounds; what is no amount must not differ. */
function shares(decision: Decision, reads: readonly { readonly ir: Ir; readonly days: number }[], total: number): Ir {
  const { type, origin, body } = decision;
  const [first, ...more] = reads;
  if (first === undefined) throw new Error('a period has at least one day');
  if (!isNumeric(type)) {
    const agree = more.map(({ ir }): Ir => ({
      op: 'compare',
      type: { is: 'boolean' },
      origin,
      comparison: '=',
      left: first.ir,
      right: ir,
    }));
    const open: Ir = { op: 'undetermined', type, origin, gap: differGap(decision.policy) };
    return agree.reduceRight<Ir>(
      (value, when) => ({ op: 'choose', type, origin, arms: [{ when, value, cites: [] }], otherwise: open }),
      first.ir,
    );
  }
  const count = (days: number): Ir => ({
    op: 'literal',
    type: { is: 'number' },
    origin,
    value: { is: 'number', digits: String(days) },
  });
  const weighted = reads.map(({ ir, days }): Ir => ({
    op: 'call',
    type,
    origin,
    fn: 'multiply',
    args: [ir, count(days)],
  }));
  const sum = weighted.reduce((a, b): Ir => ({ op: 'call', type, origin, fn: 'add', args: [a, b] }));
  const share: Ir = { op: 'call', type, origin, fn: 'divide', args: [sum, count(total)] };
  return body.is === 'ir' && body.ir.op === 'round' ? { ...body.ir, value: share } : share;
}
