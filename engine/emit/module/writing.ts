import type { Program } from '../../ir/program.ts';
import type { Span } from '../../source/span.ts';
import type { Type } from '../../ir/type.ts';
import { newNames, plainName, type Names } from './names.ts';
import { call, quoted, type Code } from './layout.ts';
import { supportParts } from './support-parts.ts';

/** What is gathered while a module is written. */
export interface Writing {
  readonly program: Program;
  /** A function of the support part, which the module then carries. */
  readonly use: (name: string, ...items: readonly Code[]) => Code;
  /** A written number by a name of its own. */
  readonly number: (digits: string, type: Type) => string;
  readonly decision: (name: string) => string;
  /** A name of the module's own for a thing. */
  readonly name: (of: string, wanted: string) => string;
  readonly fact: (name: string) => void;
  readonly used: ReadonlySet<string>;
  readonly constants: ReadonlyMap<string, string>;
  readonly facts: ReadonlySet<string>;
}

/** Where nodes stand: the names of what is bound, and whose nodes they are. */
export interface Within {
  readonly writing: Writing;
  /** `policy#output`. */
  readonly output: string;
  readonly locals: Names;
  /** What the decision was asked about; it is read by `asked`. */
  readonly taken: ReadonlySet<string>;
}

export function newWriting(program: Program): Writing {
  const used = new Set<string>();
  const constants = new Map<string, string>();
  const facts = new Set<string>();
  const names = newNames(supportParts.map(({ name }) => name));
  const use = (name: string, ...items: readonly Code[]): Code => {
    used.add(name);
    return call(name, ...items);
  };
  return {
    program,
    use,
    number(digits, type) {
      const name = names.name(`${kindOf(type)} ${digits}`, constantName(digits, type));
      if (!constants.has(name)) {
        used.add('amount');
        constants.set(name, digits);
      }
      return name;
    },
    decision: (name) => names.name(`decision ${name}`, plainName(name)),
    name: (of, wanted) => names.name(of, wanted),
    fact: (name) => {
      facts.add(name);
    },
    used,
    constants,
    facts,
  };
}

export function placeOf({ file, start, end }: Span): string {
  return quoted(`${file}:${start}-${end}`);
}

function kindOf(type: Type): string {
  switch (type.is) {
    case 'money':
      return type.currency;
    case 'quantity':
      return type.unit;
    case 'duration':
      return type.family;
    default:
      return type.is;
  }
}

/** `CNY_500`, `percent_0_5` for 0.5 %, `number_minus_1`. */
function constantName(digits: string, type: Type): string {
  const written = type.is === 'percent' ? hundredfold(digits) : digits;
  return `${plainName(kindOf(type))}_${written.replace('-', 'minus_').replace('.', '_').replace('/', '_over_')}`;
}

function hundredfold(digits: string): string {
  if (digits.includes('/')) return digits;
  const [whole = '0', part = ''] = digits.replace('-', '').split('.');
  const padded = part.padEnd(2, '0');
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2).replace(/0+$/, '');
  return `${digits.startsWith('-') ? '-' : ''}${moved}${rest === '' ? '' : `.${rest}`}`;
}
