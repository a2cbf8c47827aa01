import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir, Range } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { printValue, type PrintWords } from '../value/print.ts';
import { enWords, languageWords, zhWords, type WordingWords } from './wording-words.ts';

/** What stands for a node instead of its words: its value, where an expression is shown filled in. */
type Fill = (ir: Ir) => string | undefined;

/** An expression in words close to those it was written in, for people: `sales.net × rate`. */
export function wording(ir: Ir, words: PrintWords, policy = '', fill: Fill = () => undefined): string {
  return word(ir, { words, policy, fill, say: languageWords });
}

// The words hold for every row that the program is asked about; without this each row would word each expression twice more.
const titled = new WeakMap<Program, WeakMap<Ir, Texts>>();

/** The same for readers who know no names: facts, parameters and decisions by their titles, `Net sales × Rate`. */
export function titledWording(ir: Ir, program: Program): Texts {
  const known = titled.get(program) ?? new WeakMap<Ir, Texts>();
  titled.set(program, known);
  const words = known.get(ir) ?? inTitles(ir, program);
  known.set(ir, words);
  return words;
}

function inTitles(ir: Ir, program: Program): Texts {
  const inWords = (language: keyof Texts, say: WordingWords): string =>
    word(ir, { words: program, policy: '', fill: (part) => titleOf(part, program, language), say });
  return { en: inWords('en', enWords), zh: inWords('zh', zhWords) };
}

function titleOf(ir: Ir, program: Program, language: keyof Texts): string | undefined {
  switch (ir.op) {
    case 'fact':
      return program.facts[ir.name]?.title[language];
    case 'parameter':
      return ir.keys.length === 0 ? program.parameters[ir.name]?.title[language] : undefined;
    case 'decision':
      return ir.args.length === 0 ? program.decisions[ir.name]?.title[language] : undefined;
    default:
      return undefined;
  }
}

/** Nodes that a reader sees as one expression; all others are named, or filled in, as a whole. */
export function isExpression(ir: Ir): boolean {
  switch (ir.op) {
    case 'call':
    case 'compare':
    case 'within':
    case 'logic':
    case 'not':
    case 'known':
      return true;
    default:
      return false;
  }
}

export function wordRange(range: Range, words: PrintWords, policy = ''): string {
  return cell(range, { words, policy, fill: () => undefined, say: languageWords });
}

interface Manner {
  readonly words: PrintWords;
  /** The policy that speaks: it calls its own decisions by their last name. */
  readonly policy: string;
  readonly fill: Fill;
  readonly say: WordingWords;
}

const signs = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;

function word(ir: Ir, manner: Manner): string {
  return (isExpression(ir) ? undefined : manner.fill(ir)) ?? written(ir, manner);
}

function written(ir: Ir, manner: Manner): string {
  const part = (of: Ir): string => word(of, manner);
  const { say } = manner;
  switch (ir.op) {
    case 'literal': {
      const text = printValue(ir.value, manner.words);
      return ir.value.is === 'text' ? `"${text}"` : text;
    }
    case 'list':
      return `[${ir.items.map(part).join(', ')}]`;
    case 'record':
      return `{${ir.fields.map(({ name, value }) => `${name}: ${part(value)}`).join(', ')}}`;
    case 'fact':
    case 'local':
      return ir.name;
    case 'parameter':
      return ir.keys.length === 0 ? ir.name : `${ir.name}(${ir.keys.map(part).join(', ')})`;
    case 'decision':
      return `${ownName(ir.name, manner)}${ir.args.length === 0 ? '' : ` on ${ir.args.map((arg) => bracketed(arg, 5, manner)).join(', ')}`}`;
    case 'field':
      return `${bracketed(ir.of, 5, manner)}.${ir.name}`;
    case 'known':
      return `${part(ir.of)} ${say.known[ir.negated ? 'no' : 'yes']}`;
    case 'call': {
      const [first, second] = ir.args;
      if (ir.fn === 'negate' && first !== undefined) return `−${bracketed(first, 4, manner)}`;
      const sign = Object.hasOwn(signs, ir.fn) ? signs[ir.fn as keyof typeof signs] : undefined;
      if (sign === undefined || first === undefined || second === undefined) {
        return `${ir.fn}(${ir.args.map(part).join(', ')})`;
      }
      const rank = rankOf(ir);
      return `${bracketed(first, rank, manner)} ${sign} ${bracketed(second, rank + 1, manner)}`;
    }
    case 'logic': {
      const rank = rankOf(ir);
      return `${bracketed(ir.left, rank, manner)} ${say.connective[ir.connective]} ${bracketed(ir.right, rank, manner)}`;
    }
    case 'not':
      return `${say.not} ${bracketed(ir.operand, rankOf(ir) + 1, manner)}`;
    case 'compare':
      return `${bracketed(ir.left, 3, manner)} ${say.comparison[ir.comparison]} ${bracketed(ir.right, 3, manner)}`;
    case 'within':
      return `${bracketed(ir.value, 3, manner)} ${say.in} ${cell(ir.range, manner)}`;
    case 'choose': {
      const arms = ir.arms.map(({ when, value }) => say.arm(part(when), bracketed(value, 0, manner)));
      return `${arms.join('')}${part(ir.otherwise)}`;
    }
    case 'bands':
      return `tiers(${part(ir.by)})`;
    case 'table':
      return `table(${ir.columns.map(({ name }) => name).join(', ')})`;
    case 'aggregate': {
      const whole = (of: Ir): string => bracketed(of, 0, manner);
      const where = ir.where === undefined ? undefined : whole(ir.where);
      const by = ir.by === undefined ? undefined : whole(ir.by);
      const body = ir.operator === 'count' ? ir.name : whole(ir.body);
      return say.aggregate({ operator: ir.operator, body, name: ir.name, over: whole(ir.over), where, by });
    }
    case 'fold':
      return `fold(${part(ir.over)})`;
    case 'round':
    case 'mark':
      return part(ir.value);
    case 'reading':
      return part(ir.taken);
    case 'undetermined':
      return 'gap' in ir ? `undetermined(${ir.gap})` : `undetermined: ${ir.fact} needs ${ir.needs}`;
    case 'left-to':
      return `left-to(${cell(ir.allowed, manner)})`;
  }
}

function ownName(name: string, { policy }: Manner): string {
  return name.startsWith(`${policy}.`) ? name.slice(policy.length + 1) : name;
}

/** How tightly the node's words bind: least those that run on to the right, then from `or` to what needs no brackets. */
function rankOf(ir: Ir): number {
  switch (ir.op) {
    case 'choose':
    case 'aggregate':
      return -1;
    case 'round':
    case 'mark':
      return rankOf(ir.value);
    case 'reading':
      return rankOf(ir.taken);
    case 'logic':
      return ir.connective === 'or' ? 0 : 1;
    case 'not':
    case 'compare':
    case 'within':
    case 'known':
      return 2;
    case 'call':
      return ir.fn === 'add' || ir.fn === 'subtract' ? 3 : ir.fn === 'multiply' || ir.fn === 'divide' ? 4 : 5;
    default:
      return 5;
  }
}

function bracketed(ir: Ir, rank: number, manner: Manner): string {
  const filled = isExpression(ir) ? undefined : manner.fill(ir);
  if (filled !== undefined) return filled;
  return rankOf(ir) < rank ? `(${written(ir, manner)})` : written(ir, manner);
}

function cell(range: Range, manner: Manner): string {
  const part = (of: Ir): string => word(of, manner);
  switch (range.range) {
    case 'any':
      return 'any';
    case 'interval': {
      const { low, high } = range;
      if (low !== undefined && high !== undefined) {
        return `${low.open ? '(' : '['}${part(low.at)} .. ${part(high.at)}${high.open ? ')' : ']'}`;
      }
      if (low !== undefined) return `${low.open ? '>' : '>='} ${part(low.at)}`;
      return high === undefined ? 'any' : `${high.open ? '<' : '<='} ${part(high.at)}`;
    }
    case 'set': {
      const items = range.items.map(part).join(', ');
      if (range.none) return `!= ${items}`;
      return range.items.length === 1 ? items : `{${items}}`;
    }
    case 'list':
      return part(range.list);
  }
}
