import { functionNamed, type FunctionName } from '../../engine/ir/functions.ts';
import type { Aggregate, Bands, Bound, Comparison, Ir, Range, RoundingMode, Table } from '../../engine/ir/ir.ts';
import { rangeParts } from '../../engine/ir/walk.ts';
import type { Program } from '../../engine/ir/program.ts';
import {
  boolean,
  date,
  dateTime,
  days,
  listOf,
  minutes,
  money,
  months,
  number,
  percent,
} from '../../engine/ir/type.ts';
import { quantity, text, time, unknown, type Type } from '../../engine/ir/type.ts';
import { readValue } from '../../engine/value/read.ts';
import { here, post } from './ir.ts';

/**
 * IR written briefly in YAML, so that what nodes mean stands in data files: `[and, $a, true]`, `{ round: $n, to: 0.01, mode: up }`.
 * Literals as people write them; `$fact`, `@decision`, `~local`, `~local.field`.
 */
export type Notation = string | readonly Notation[] | { readonly [key: string]: Notation };

/** Types of locals by name, while reading below the node that binds them. */
type Locals = Readonly<Record<string, Type>>;

export function readIr(notation: Notation, program: Program, locals: Locals = {}): Ir {
  if (typeof notation === 'string') return readWord(notation, program, locals);
  return Array.isArray(notation)
    ? readCall(notation as readonly Notation[], program, locals)
    : readNode(notation as Readonly<Record<string, Notation>>, program, locals);
}

const literals: readonly (readonly [RegExp, Type])[] = [
  [/^(true|false)$/, boolean],
  [/^-?[\d.]+$/, number],
  [/%$/, percent],
  [/ CNY$/, money('CNY')],
  [/ cans?$/, quantity('can')],
  [/ days?$|^none$/, days],
  [/ months?$/, months],
  [/ (minute|hour)s?$/, minutes],
  [/^\d{4}-\d{2}-\d{2}$/, date],
  [/^\d{4}-\d{2}-\d{2}T/, dateTime],
  [/^\d{2}:\d{2}/, time],
  [/^grade\./, { is: 'enumeration', name: 'grade' }],
  [/^weekday\./, { is: 'enumeration', name: 'weekday' }],
  [/^post\./, post],
  [/^"/, text],
];

/** Where only a plain word can stand. */
function wordOf(notation: Notation | undefined): string {
  if (typeof notation !== 'string') throw new Error('a word was expected');
  return notation;
}

function readWord(word: string, program: Program, locals: Locals): Ir {
  const origin = here;
  const name = word.slice(1);
  if (word.startsWith('$')) {
    const [head = '', field] = program.facts[name] === undefined ? name.split(':') : [name];
    const type = program.facts[head]?.type;
    if (type === undefined) throw new Error(`no fact ${head}`);
    return withField({ op: 'fact', type, origin, name: head }, field);
  }
  if (word.startsWith('@')) {
    return { op: 'decision', type: program.decisions[name]?.type ?? unknown, origin, name, args: [] };
  }
  if (word.startsWith('~')) {
    const [id = '', field] = name.split('.');
    return withField({ op: 'local', type: locals[id] ?? unknown, origin, id, name: id }, field);
  }
  const type = literals.find(([pattern]) => pattern.test(word))?.[1];
  if (type === undefined) throw new Error(`what is ${word}?`);
  const bare = type.is === 'text' ? word.slice(1, -1) : word.replace(/^(grade|weekday|post)\./, '');
  const value = readValue(bare, type, program);
  if (value.is === 'invalid') throw new Error(value.message.en);
  return { op: 'literal', type, origin, value };
}

function withField(of: Ir, name: string | undefined): Ir {
  if (name === undefined) return of;
  const type = of.type.is === 'record' ? (of.type.fields[name] ?? unknown) : unknown;
  return { op: 'field', type, origin: here, of, name };
}

const operators = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

function readCall([name, ...rest]: readonly Notation[], program: Program, locals: Locals): Ir {
  const part = (of: Notation | undefined): Ir => readIr(of ?? '', program, locals);
  const origin = here;
  const word = wordOf(name);
  const [first, second] = rest;
  switch (word) {
    case 'and':
    case 'or':
      return { op: 'logic', type: boolean, origin, connective: word, left: part(first), right: part(second) };
    case 'not':
      return { op: 'not', type: boolean, origin, operand: part(first) };
    case 'known':
    case 'unknown': {
      const of = part(first);
      if (of.op !== 'fact' && of.op !== 'field') throw new Error('only facts and fields are known');
      return { op: 'known', type: boolean, origin, of, negated: word === 'unknown' };
    }
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return {
        op: 'compare',
        type: boolean,
        origin,
        comparison: word satisfies Comparison,
        left: part(first),
        right: part(second),
      };
    case 'in':
      return { op: 'within', type: boolean, origin, value: part(first), range: readRange(second, program, locals) };
    case 'list': {
      const items = rest.map(part);
      return { op: 'list', type: listOf(items[0]?.type ?? unknown), origin, items };
    }
    case '+':
    case '-':
    case '*':
    case '/': {
      const [left, right] = [part(first), part(second)];
      return {
        op: 'call',
        type: resultOf(word, left.type, right.type),
        origin,
        fn: operators[word],
        args: [left, right],
      };
    }
    default: {
      const args = rest.map(part);
      const type = word === 'negate' ? args[0]?.type : functionNamed(word)?.infer(args.map((arg) => arg.type));
      if (type === undefined) throw new Error(`no function ${word} of these types`);
      return { op: 'call', type, origin, fn: word as FunctionName, args };
    }
  }
}

function resultOf(sign: string, left: Type, right: Type): Type {
  if (sign === '/') return left.is !== 'number' && left.is === right.is ? percent : left;
  if (sign === '*')
    return left.is === 'number' || left.is === 'percent' ? (right.is === 'percent' ? left : right) : left;
  return left.is === 'duration' && right.is !== 'duration' ? right : left;
}

function readNode(node: Readonly<Record<string, Notation>>, program: Program, locals: Locals): Ir {
  const [key = ''] = Object.keys(node);
  const main = node[key] ?? '';
  const origin = here;
  const part = (of: Notation | undefined): Ir => readIr(of ?? '', program, locals);
  switch (key) {
    case 'record': {
      const fields = Object.entries(main).map(([name, of]) => ({ name, value: part(of) }));
      const types = Object.fromEntries(fields.map(({ name, value }) => [name, value.type]));
      return { op: 'record', type: { is: 'record', fields: types }, origin, fields };
    }
    case 'parameter': {
      const found = program.parameters[wordOf(main)];
      const keys = ((node['keys'] ?? []) as readonly Notation[]).map(part);
      return { op: 'parameter', type: found?.type ?? unknown, origin, name: wordOf(main), keys };
    }
    case 'decision': {
      const type = program.decisions[wordOf(main)]?.type ?? unknown;
      const args = node['on'] === undefined ? [] : [part(node['on'])];
      const otherwise = node['otherwise'] === undefined ? {} : { otherwise: part(node['otherwise']) };
      return { op: 'decision', type, origin, name: wordOf(main), args, ...otherwise };
    }
    case 'choose': {
      const arms = (main as readonly (readonly Notation[])[]).map(([when, value]) => ({
        when: part(when),
        value: part(value),
        cites: ['O-1'],
      }));
      const otherwise = part(node['otherwise']);
      return { op: 'choose', type: arms[0]?.value.type ?? otherwise.type, origin, arms, otherwise };
    }
    case 'bands': {
      const bands = ((node['tiers'] ?? []) as readonly (readonly Notation[])[]).map(([range, value]) => ({
        range: readRange(range, program, locals) as Extract<Range, { range: 'interval' }>,
        value: part(value),
        cites: ['O-1'],
        origin,
      }));
      const type = bands[0]?.value.type ?? unknown;
      const by = part(node['by']);
      const sum = main === 'graduated' ? resultOf('*', type, by.type) : type;
      return { op: 'bands', type: sum, origin, mode: main as Bands['mode'], by, bands };
    }
    case 'table':
      return readTable(node, program, locals);
    case 'fold': {
      const over = part(node['in']);
      const element = over.type.is === 'list' ? over.type.of : unknown;
      const initial = part(node['from']);
      const step = readIr(main, program, { ...locals, x: element, state: initial.type });
      return { op: 'fold', type: initial.type, origin, over, local: 'x', state: 'state', initial, step };
    }
    case 'round': {
      const value = part(main);
      const marks = (node['marks'] ?? []) as readonly string[];
      const mode = node['mode'] as RoundingMode;
      return {
        op: 'round',
        type: value.type,
        origin,
        value,
        to: wordOf(node['to']),
        mode,
        marks,
        declaredBy: 'decision',
      };
    }
    case 'reading': {
      const taken = part(node['taken']);
      return {
        op: 'reading',
        type: taken.type,
        origin,
        interpretation: wordOf(main),
        taken,
        otherwise: part(node['otherwise']),
      };
    }
    case 'mark': {
      const value = part(node['value']);
      const own = node['own'] === 'true';
      return { op: 'mark', type: value.type, origin, interpretations: main as readonly string[], own, value };
    }
    case 'undetermined':
      return node['needs'] === undefined
        ? { op: 'undetermined', type: number, origin, gap: wordOf(main) }
        : { op: 'undetermined', type: number, origin, fact: wordOf(main), needs: Number(wordOf(node['needs'])) };
    case 'left-to': {
      const allowed = readRange(main, program, locals) as Extract<Range, { range: 'interval' | 'set' }>;
      const by = node['gap'] === undefined ? { post: wordOf(node['by']) } : { gap: wordOf(node['gap']) };
      const proposed = node['proposed'] === undefined ? undefined : part(node['proposed']);
      const fact = proposed?.op === 'fact' ? { proposed } : {};
      return { op: 'left-to', type: rangeParts(allowed)[0]?.type ?? number, origin, by, allowed, ...fact };
    }
    default:
      return readAggregate(key as Aggregate['operator'], node, program, locals);
  }
}

function readAggregate(
  operator: Aggregate['operator'],
  node: Readonly<Record<string, Notation>>,
  program: Program,
  locals: Locals,
): Ir {
  const over = readIr(node['in'] ?? '', program, locals);
  const inner = { ...locals, x: over.type.is === 'list' ? over.type.of : unknown };
  const body = readIr(node[operator] ?? '', program, inner);
  const optional = (name: 'where' | 'by'): { readonly [key: string]: Ir } =>
    node[name] === undefined ? {} : { [name]: readIr(node[name], program, inner) };
  const type = operator === 'count' ? number : operator === 'list' ? listOf(body.type) : body.type;
  return {
    op: 'aggregate',
    type,
    origin: here,
    operator,
    over,
    local: 'x',
    name: 'x',
    body,
    ...optional('where'),
    ...optional('by'),
  };
}

function readTable(node: Readonly<Record<string, Notation>>, program: Program, locals: Locals): Ir {
  const part = (of: Notation | undefined): Ir => readIr(of ?? '', program, locals);
  const columns = Object.entries(node['columns'] ?? {}).map(([name, value]) => ({
    name,
    value: part(value),
  }));
  const rows = ((node['rows'] ?? []) as readonly (readonly Notation[])[]).map((row) => ({
    cells: row.slice(0, -1).map((cell) => readRange(cell, program, locals)),
    value: part(row.at(-1)),
    cites: ['O-1'],
    origin: here,
  }));
  const collect = node['collect'] as Table['collect'];
  const value = rows[0]?.value.type ?? unknown;
  const type = collect === 'count' ? number : collect === 'list' ? listOf(value) : value;
  return {
    op: 'table',
    type,
    origin: here,
    hit: node['table'] as Table['hit'],
    ...(collect === undefined ? {} : { collect }),
    columns,
    rows,
    ...(node['otherwise'] === undefined ? {} : { otherwise: part(node['otherwise']) }),
  };
}

/** `[a .. b)`, `>= a`, `any`, `!= a`, `{a, b}`, a single value; `[list, …]` for a list that is computed. */
function readRange(notation: Notation | undefined, program: Program, locals: Locals): Range {
  if (typeof notation !== 'string') return { range: 'list', list: readIr(notation ?? '', program, locals) };
  const part = (word: string): Ir => readWord(word.trim(), program, locals);
  const bound = (word: string, open: boolean): Bound => ({ at: part(word), open });
  if (notation === 'any') return { range: 'any' };
  const interval = /^([[(])(.*?)\.\.(.*?)([\])])$/.exec(notation);
  if (interval !== null) {
    const [, open, low = '', high = '', close] = interval;
    return {
      range: 'interval',
      ...(low.trim() === '' ? {} : { low: bound(low, open === '(') }),
      ...(high.trim() === '' ? {} : { high: bound(high, close === ')') }),
    };
  }
  const [, sign, end = ''] = /^(<=|<|>=|>)\s*(.*)$/.exec(notation) ?? [];
  if (sign !== undefined) {
    const open = sign === '<' || sign === '>';
    return sign.startsWith('<')
      ? { range: 'interval', high: bound(end, open) }
      : { range: 'interval', low: bound(end, open) };
  }
  if (notation.startsWith('!= ')) return { range: 'set', items: [part(notation.slice(3))], none: true };
  if (notation.startsWith('{')) return { range: 'set', items: notation.slice(1, -1).split(',').map(part), none: false };
  return { range: 'set', items: [part(notation)], none: false };
}
