import { typed } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir, Range, Row, Table } from '../../ir/ir.ts';
import { typeWords } from '../../ir/type-words.ts';
import { boolean, type Type } from '../../ir/type.ts';
import type { Entry } from '../../shape/schema.ts';
import type { Span } from '../../source/span.ts';
import type { Output } from '../kind.ts';
import { allOf, anyOf } from '../nodes.ts';
import { lowerExpr, lowerPlace, marked, resolveInterpretation } from '../place.ts';
import type { Imposed, MeasureEntry, SanctionsPolicy } from './index.ts';
import { isBeatenBy, linesOf, type Line } from './lines.ts';
import { nothing, typeOfMeasure } from './measure.ts';
import { sanctionsMessages } from './messages.ts';

/** One decision for each measure; all share the violation, the circumstances and the lines. */
export function outputsOf(policy: SanctionsPolicy): readonly Output[] {
  return policy.measures.map((measure) => ({
    name: measure.key,
    title: measure.value.title,
    cites: measure.value.cites ?? [],
    hidden: false,
    ...(measure.value.round === undefined ? {} : { round: measure.value.round }),
    lower: ({ checker }) => lowerMeasure(policy, measure, checker),
  }));
}

interface Lowered {
  readonly policy: SanctionsPolicy;
  readonly measure: Entry<MeasureEntry>;
  readonly type: Type;
  readonly checker: Checker;
  /** In the order of the policy. */
  readonly circumstances: readonly Ir[];
}

/** The first row that holds: of each violation the gravest line first, and behind its lines what holds when none is met. */
function lowerMeasure(policy: SanctionsPolicy, measure: Entry<MeasureEntry>, checker: Checker): Table {
  const type = typeOfMeasure(measure.value, checker);
  const violation = checker.check(policy.violation);
  const { type: kinds } = violation;
  if (kinds.is !== 'enumeration' && kinds.is !== 'unknown')
    checker.env.report(sanctionsMessages['not-violations']({ type: typeWords(kinds) }, policy.violation.span));
  const circumstances = policy.circumstances.map(({ value }) => typed(value, checker, boolean));
  const all: Lowered = { policy, measure, type, checker, circumstances };
  const rows = linesOf(policy).flatMap((lines, i) => {
    const name = policy.violations[i]?.key;
    if (name === undefined) return [];
    const named = { syntax: 'name' as const, name: name.text, span: name.span };
    const member = only(kinds.is === 'enumeration' ? typed(named, checker, kinds) : broken(name));
    const row = (needs: readonly number[], value: Ir, imposed: Imposed): Row => ({
      cells: [member, ...circumstances.map((_, place) => (needs.includes(place) ? isTrue(name.span) : any))],
      value,
      cites: (imposed.cites ?? []).map(({ text }) => text),
      origin: imposed.span,
    });
    const none = policy['when-none'];
    return [
      ...lines.map((line) => row(line.needs, ofSeveral(line, lines, all), line.imposed)),
      ...(none === undefined ? [] : [row([], valueOf(none, all), none)]),
    ];
  });
  const names = policy.circumstances.map(({ key }) => key.text);
  return {
    op: 'table',
    type,
    origin: measure.key.span,
    hit: 'first',
    columns: [violation, ...circumstances].map((value, i) => ({ name: names[i - 1] ?? 'violation', value })),
    rows,
  };
}

const any: Range = { range: 'any' };
const only = (item: Ir): Range => ({ range: 'set', items: [item], none: false });
const isTrue = (origin: Span): Range =>
  only({ op: 'literal', type: boolean, origin, value: { is: 'boolean', truth: true } });

/** What a line imposes; what it does not name is nothing. */
function valueOf(imposed: Imposed, { measure: { key, value: measure }, type, checker }: Lowered): Ir {
  const written = imposed.others.find((other) => other.key.text === key.text)?.value;
  if (written === undefined) return marked(imposed['rests-on'], nothing(type, imposed.span), checker);
  const value = lowerPlace(written, checker, type);
  const condition = measure['only-if'];
  const when: Ir =
    condition === undefined
      ? value
      : {
          op: 'choose',
          type,
          origin: value.origin,
          arms: [{ when: typed(condition.is, checker, boolean), value, cites: [] }],
          otherwise: lowerExpr(condition.otherwise, checker, type),
        };
  return marked(imposed['rests-on'], when, checker);
}

/**
 * The line's value where milder lines may be met too: it rests on the rule for several where another value would have come
 * of them, and where there is no rule nothing decides.
 */
function ofSeveral(line: Line, lines: readonly Line[], all: Lowered): Ir {
  const value = valueOf(line.imposed, all);
  const others = lines.slice(lines.indexOf(line) + 1).filter((other) => !isBeatenBy(other, line));
  const rule = all.policy['when-several'];
  const rests = (rule?.['rests-on'] ?? []).flatMap((id) => resolveInterpretation(id, all.checker));
  return others.reduce<Ir>((taken, other) => {
    const alone = isMet(other, lines, all);
    if (rule === undefined) {
      const gap = `${all.policy.policy.text}#${all.measure.key.text}`;
      const open: Ir = { op: 'undetermined', type: all.type, origin: line.key.span, gap };
      return pick(alone, open, taken);
    }
    if (!isNamed(line, all) && !isNamed(other, all)) return taken;
    const otherwise = pick(alone, valueOf(other.imposed, all), value);
    return rests.reduce<Ir>(
      (of, interpretation) => ({
        op: 'reading',
        type: all.type,
        origin: line.key.span,
        interpretation,
        taken: of,
        otherwise,
      }),
      taken,
    );
  }, value);
}

const isNamed = ({ imposed }: Line, { measure }: Lowered): boolean =>
  imposed.others.some(({ key }) => key.text === measure.key.text);

function pick(when: Ir, value: Ir, otherwise: Ir): Ir {
  return { op: 'choose', type: value.type, origin: value.origin, arms: [{ when, value, cites: [] }], otherwise };
}

/** Are the line's circumstances there, and none that let a more special line stand in its place? */
function isMet(line: Line, lines: readonly Line[], { circumstances, policy }: Lowered): Ir {
  const met = ({ needs }: Line): Ir => {
    const parts = needs.map((place) => circumstances[place] ?? broken(policy.violation));
    return parts.length === 0 ? truth(line.key.span) : allOf(parts);
  };
  const special = lines.filter((other) => isBeatenBy(line, other)).map(met);
  if (special.length === 0) return met(line);
  const operand = anyOf(special);
  return allOf([met(line), { op: 'not', type: boolean, origin: operand.origin, operand }]);
}

const truth = (origin: Span): Ir => ({ op: 'literal', type: boolean, origin, value: { is: 'boolean', truth: true } });
