import type { Choose, Ir, Reading, Round } from '../../ir/ir.ts';
import { gap, incompleteFact, noDuration as withoutOrder } from '../../value/reasons.ts';
import { bands } from './bands.ts';
import { datumOf, noDuration, sameDatum } from './datum.ts';
import { operation } from './functions.ts';
import { leftTo } from './left-to.ts';
import { aggregate, fold } from './lists.ts';
import { connect } from './logic.ts';
import { aboutOf, marked } from './marks.ts';
import { parseExact } from '../../value/exact.ts';
import { toMultiple } from './rational.ts';
import { isKnown, readDecision, readFact, readField, readLocal, readParameter } from './reads.ts';
import { determined, undetermined } from './result.ts';
import { numberOf } from './sorts.ts';
import { first, table } from './table.ts';
import { strict, type Exact, type Unit } from './unit.ts';
import { compare, within } from './within.ts';

/** One node as a function of the question, by its row in engine/ir/README.md. */
export function expression(node: Ir, unit: Unit): Exact {
  switch (node.op) {
    case 'literal': {
      const result = determined(datumOf(node.value));
      return () => result;
    }
    case 'list':
      return strict(node.items.map(unit.compile), (items) => determined(items));
    case 'record': {
      const names = node.fields.map(({ name }) => name);
      return strict(
        node.fields.map(({ value }) => unit.compile(value)),
        (values) => determined({ fields: new Map(values.map((value, i) => [names[i] ?? '', value])) }),
      );
    }
    case 'fact':
      return readFact(node, unit);
    case 'parameter':
      return readParameter(node, unit);
    case 'decision':
      return readDecision(node, unit);
    case 'local':
      return readLocal(node.id, unit, node.origin);
    case 'field':
      return readField(node, unit);
    case 'known':
      return isKnown(node, unit);
    case 'call': {
      const apply = operation(node.fn);
      return strict(node.args.map(unit.compile), (values) => apply(values, node, unit.program));
    }
    case 'logic': {
      const [left, right] = [unit.compile(node.left), unit.compile(node.right)];
      return (frame) => connect(node.connective, left(frame), () => right(frame));
    }
    case 'not':
      return strict([unit.compile(node.operand)], ([value]) => determined(value === false));
    case 'compare':
      return compare(node.comparison, unit.compile(node.left), unit.compile(node.right));
    case 'within':
      return within(unit.compile(node.value), node.range, unit);
    case 'choose':
      return choose(node, unit);
    case 'bands':
      return bands(node, unit);
    case 'table':
      return table(node, unit);
    case 'aggregate':
      return aggregate(node, unit);
    case 'fold':
      return fold(node, unit);
    case 'round':
      return round(node, unit);
    case 'reading':
      return reading(node, unit);
    case 'mark': {
      const [mark, value] = [marked(node.interpretations, node.own, unit), unit.compile(node.value)];
      return (frame) => mark(value, frame);
    }
    case 'undetermined': {
      const result = undetermined([
        'gap' in node ? gap(unit.program, node.gap) : incompleteFact(unit.program, node.fact, node.needs),
      ]);
      return () => result;
    }
    case 'left-to':
      return leftTo(node, unit);
  }
}

function choose(node: Choose, unit: Unit): Exact {
  const arms = node.arms.map(({ when, value }) => ({ when: unit.compile(when), value: unit.compile(value) }));
  return first(arms, unit.compile(node.otherwise));
}

function round(node: Round, unit: Unit): Exact {
  const step = parseExact(node.to);
  const mark = marked(node.marks, false, unit);
  return strict([unit.compile(node.value)], ([value], frame) => {
    if (value === noDuration) return undetermined([withoutOrder]);
    const number = numberOf(value);
    const rounded = determined(toMultiple(number, step, node.mode));
    return sameDatum(rounded.value, number) ? rounded : mark(() => rounded, frame);
  });
}

/** The interpretation counts where its two values differ; a doubt counts always. */
function reading(node: Reading, unit: Unit): Exact {
  const [taken, otherwise] = [unit.compile(node.taken), unit.compile(node.otherwise)];
  const mark = marked([node.interpretation], false, unit);
  const always = aboutOf(node.interpretation, unit) === 'doubt';
  return (frame) => {
    const result = taken(frame);
    if (result.status !== 'determined') return result;
    const other = always ? undefined : otherwise(frame);
    const agrees = other?.status === 'determined' && sameDatum(other.value, result.value);
    return agrees ? result : mark(() => result, frame);
  };
}
