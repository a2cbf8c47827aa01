import type { Bands, Call, Choose, Ir, Reading, Round, Table } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { arithmetic } from './arithmetic.ts';
import { joined, wrapped } from './branches.ts';
import { compare } from './compare.ts';
import { constant, constantOf } from './number.ts';
import { known } from './reads.ts';
import { round } from './round.ts';
import { scaledOf } from './scaled.ts';
import { ofType, wordOf } from './slots.ts';
import { apart, spansOf } from './span.ts';
import { always, leaving, truth, truthOf } from './truth.ts';
import { never, type Plain } from './tree.ts';
import type { PlainUnit } from './unit.ts';
import { within } from './within.ts';

/** A node for plain cases: where everything it reads is determined and short enough. The rest is left to the exact layer. */
export function expression(node: Ir, unit: PlainUnit): Plain {
  return plain(node, unit) ?? exactly(node);
}

/** A node that the exact layer works out, where it has a single value. */
export const exactly = (ir: Ir): Plain => ofType(ir.type, { op: 'exactly', ir }, 0, true);

function plain(node: Ir, unit: PlainUnit): Plain | undefined {
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
    case 'known':
      return node.of.op === 'fact' ? known(unit.slot(node.of.name), node.negated) : undefined;
    case 'call':
      return call(node, unit);
    case 'logic':
      return truth({
        op: node.connective,
        left: truthOf(unit.compile(node.left)),
        right: truthOf(unit.compile(node.right)),
      });
    case 'not':
      return truth({ op: 'not', of: truthOf(unit.compile(node.operand)) });
    case 'compare':
      return compare(node.comparison, unit.compile(node.left), unit.compile(node.right));
    case 'within': {
      if (node.range.range === 'any') return always(true);
      return within(unit.share(unit.compile(node.value)), node.range, unit.compile);
    }
    case 'choose':
      return choose(node, unit);
    case 'bands':
      return bands(node, unit);
    case 'table':
      return table(node, unit);
    case 'round':
      return rounded(node, unit);
    case 'reading':
      return reading(node, unit);
    case 'mark':
      return marked(node.interpretations, unit.compile(node.value), unit);
    case 'undetermined':
      return never;
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

/** A value that is written; undefined where it is beyond plain cases. */
export function literal(value: Value): Plain | undefined {
  if (value.is === 'boolean') return always(value.truth);
  if ('digits' in value) {
    const scaled = scaledOf(value.digits);
    return scaled === undefined ? undefined : constant(scaled);
  }
  const word = wordOf(value);
  return word === undefined ? undefined : { is: 'word', ordered: 'iso' in value, does: { op: 'word', word } };
}

function call({ fn, args }: Call, unit: PlainUnit): Plain | undefined {
  const operands = args.map(unit.compile);
  const numbers = operands.filter((operand) => operand.is === 'number');
  if (numbers.length < args.length) return undefined;
  const [value, step] = numbers;
  if ((fn === 'floor' || fn === 'ceil') && value !== undefined && step !== undefined) {
    const units = constantOf(step);
    return units === undefined ? undefined : round(value, { units, scale: step.scale }, fn, 0);
  }
  return arithmetic(fn, numbers);
}

function choose({ arms, otherwise }: Choose, unit: PlainUnit): Plain {
  const when = arms.map((arm) => truthOf(unit.compile(arm.when)));
  const branches = [...arms.map(({ value }) => value), otherwise].map(unit.compile);
  return joined(branches, (of) => ({ op: 'first', when, branches: of }));
}

/** A slab scale with fixed ends that do not overlap; undefined for any other, which is worked out exactly. */
function bands(node: Bands, unit: PlainUnit): Plain | undefined {
  if (node.mode !== 'slab') return undefined;
  const ranges = node.bands.map(({ range }) => range);
  const found = spansOf(unit.compile(node.by), ranges, unit.compile);
  // Bands that overlap are an error where they do, which the exact layer tells.
  if (found === undefined || !apart(found.spans)) return undefined;
  const { by, spans, widest } = found;
  const branches = node.bands.map(({ value }) => unit.compile(value));
  return joined(branches, (of) => ({ op: 'bands', by, spans, widest, branches: of }));
}

function table({ hit, columns, rows, otherwise }: Table, unit: PlainUnit): Plain | undefined {
  if (hit === 'collect') return undefined;
  const values = columns.map(({ value }) => unit.share(unit.compile(value)));
  const conditions = rows.map(({ cells }) =>
    cells.flatMap((cell, i) => {
      const column = values[i];
      return cell.range === 'any' || column === undefined ? [] : [within(column, cell, unit.compile)];
    }),
  );
  if (!conditions.flat().every((condition) => condition !== undefined)) return undefined;
  const when = conditions.map((cells) => {
    const tests = cells.map((cell) => cell ?? leaving);
    return tests.length === 0 ? always(true) : tests.reduceRight((right, left) => truth({ op: 'and', left, right }));
  });
  const last: Plain = otherwise === undefined ? never : unit.compile(otherwise);
  const branches = [...rows.map(({ value }) => unit.compile(value)), last];
  return joined(branches, (of) => ({ op: hit, when, branches: of }));
}

function rounded({ value, to, mode, marks }: Round, unit: PlainUnit): Plain | undefined {
  const [number, step] = [unit.compile(value), scaledOf(to)];
  if (number.is !== 'number' || step === undefined) return undefined;
  return round(number, step, mode, unit.bits(marks));
}

/** The flags of the reading that was not taken never count. A doubt counts always. */
function reading({ interpretation, taken, otherwise }: Reading, unit: PlainUnit): Plain | undefined {
  const about = unit.program.interpretations[interpretation]?.about;
  const value = unit.share(unit.compile(taken));
  if (about === 'convention' || about === 'doubt') return marked([interpretation], value(), unit);
  const bits = unit.bits([interpretation]);
  const differs = compare('!=', value(), unit.compile(otherwise));
  return differs && wrapped(value(), (of) => ({ op: 'reading', of, differs, bits }));
}

/** A convention raises no flag. */
function marked(interpretations: readonly string[], value: Plain, unit: PlainUnit): Plain {
  const bits = unit.bits(interpretations);
  return bits === 0 ? value : wrapped(value, (of) => ({ op: 'marked', bits, of }));
}
