import type { Call, Choose, Ir, Reading, Round, Table } from '../../ir/ir.ts';
import type { Value } from '../../ir/value.ts';
import { arithmetic } from './arithmetic.ts';
import { bands } from './bands.ts';
import { firstThat, joined, onlyThat } from './branches.ts';
import { compare } from './compare.ts';
import { isGiven, wordOf } from './facts.ts';
import { once } from './once.ts';
import { round } from './round.ts';
import { leave, truthOf, type Fast, type FastNumber, type Run } from './run.ts';
import { constant, scaledOf } from './scaled.ts';
import type { FastUnit } from './unit.ts';
import { within } from './within.ts';

/** A node for plain cases: where everything it reads is determined and short enough. The rest is left to the exact layer. */
export function expression(node: Ir, unit: FastUnit): Fast {
  return plain(node, unit) ?? unit.exactly(node);
}

function plain(node: Ir, unit: FastUnit): Fast | undefined {
  switch (node.op) {
    case 'literal':
      return literal(node.value);
    case 'fact':
      return unit.fact(node.name);
    case 'parameter': {
      const value = unit.program.parameters[node.name]?.value;
      return value === undefined || node.keys.length > 0 ? undefined : literal(value);
    }
    case 'decision':
      return node.args.length > 0 || node.otherwise !== undefined ? undefined : unit.decision(node.name);
    case 'known': {
      if (node.of.op !== 'fact') return undefined;
      const given = isGiven(unit.slot(node.of.name));
      return { is: 'truth', run: (run) => given(run) !== node.negated };
    }
    case 'call':
      return call(node, unit);
    case 'logic': {
      const [left, right] = [truthOf(unit.compile(node.left)), truthOf(unit.compile(node.right))];
      const run = node.connective === 'and' ? (at: Run) => left(at) && right(at) : (at: Run) => left(at) || right(at);
      return { is: 'truth', run };
    }
    case 'not': {
      const operand = truthOf(unit.compile(node.operand));
      return { is: 'truth', run: (run) => !operand(run) };
    }
    case 'compare':
      return compare(node.comparison, unit.compile(node.left), unit.compile(node.right));
    case 'within':
      return within(() => unit.compile(node.value), node.range, unit.compile);
    case 'choose':
      return choose(node, unit);
    case 'bands':
      return bands(node, unit.compile);
    case 'table':
      return table(node, unit);
    case 'round':
      return rounded(node, unit);
    case 'reading':
      return reading(node, unit);
    case 'mark': {
      const bits = unit.bits(node.interpretations);
      return joined([unit.compile(node.value)], ([value = leave]) => (run) => {
        run.flags |= bits;
        return value(run);
      });
    }
    case 'undetermined':
      return { is: 'never-plain' };
    case 'list':
    case 'record':
    case 'local':
    case 'field':
    case 'aggregate':
    case 'fold':
    case 'left-to':
      return undefined;
  }
}

function literal(value: Value): Fast | undefined {
  if (value.is === 'boolean') return { is: 'truth', run: () => value.truth };
  if ('digits' in value) {
    const scaled = scaledOf(value.digits);
    return scaled === undefined ? undefined : constant(scaled);
  }
  const word = wordOf(value);
  if (word === undefined) return undefined;
  return { is: 'word', ordered: 'iso' in value, constant: word, run: () => word };
}

function call({ fn, args }: Call, unit: FastUnit): Fast | undefined {
  const operands = args.map(unit.compile);
  const numbers = operands.filter((operand) => operand.is === 'number');
  if (numbers.length < args.length) return undefined;
  const [value, step] = numbers;
  if ((fn === 'floor' || fn === 'ceil') && value !== undefined && step !== undefined) {
    return step.constant === undefined ? undefined : round(value, { units: step.constant, scale: step.scale }, fn, 0);
  }
  return arithmetic(fn, numbers);
}

function choose({ arms, otherwise }: Choose, unit: FastUnit): Fast {
  return firstThat(
    arms.map(({ when }) => truthOf(unit.compile(when))),
    [...arms.map(({ value }) => value), otherwise].map(unit.compile),
  );
}

function table({ hit, columns, rows, otherwise }: Table, unit: FastUnit): Fast | undefined {
  if (hit === 'collect') return undefined;
  const values = columns.map(({ value }) => once(unit.compile(value)));
  const conditions = rows.map(({ cells }) =>
    cells.flatMap((cell, i) => {
      const column = values[i];
      return cell.range === 'any' || column === undefined ? [] : [within(() => column, cell, unit.compile)];
    }),
  );
  if (!conditions.flat().every((condition) => condition !== undefined)) return undefined;
  const tests = conditions.map((cells) => allOf(cells.map((cell) => (cell === undefined ? leave : cell.run))));
  const last: Fast = otherwise === undefined ? { is: 'never-plain' } : unit.compile(otherwise);
  const branches = [...rows.map(({ value }) => unit.compile(value)), last];
  return hit === 'first' ? firstThat(tests, branches) : onlyThat(tests, branches);
}

function allOf(tests: readonly ((run: Run) => boolean)[]): (run: Run) => boolean {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (run) => first(run) && second(run);
  return (run) => tests.every((test) => test(run));
}

function rounded({ value, to, mode, marks }: Round, unit: FastUnit): FastNumber | undefined {
  const [number, step] = [unit.compile(value), scaledOf(to)];
  if (number.is !== 'number' || step === undefined) return undefined;
  return round(number, step, mode, unit.bits(marks));
}

/** The flags of the reading that was not taken never count. */
function reading({ interpretation, taken, otherwise }: Reading, unit: FastUnit): Fast | undefined {
  const about = unit.program.interpretations[interpretation]?.about;
  const value = once(unit.compile(taken));
  if (about === 'convention') return value;
  const bits = unit.bits([interpretation]);
  const differs = about === 'doubt' ? undefined : compare('!=', value, unit.compile(otherwise));
  if (about !== 'doubt' && differs === undefined) return undefined;
  const test = differs?.run ?? (() => true);
  return joined([value], ([result = leave]) => (run) => {
    const before = run.flags;
    const active = test(run);
    run.flags = active ? before | bits : before;
    return result(run);
  });
}
