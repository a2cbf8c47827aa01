import type { AmountLiteral } from '../expression/ast.ts';
import { durationWords } from '../value/duration-words.ts';
import type { Unit } from '../ir/program.ts';
import type { Handbook } from '../program/handbook.ts';

/** How a handbook writes its amounts. */
export interface Spelling {
  /** Of the manifest; without one `¥` stays `¥`. */
  readonly currency: string | undefined;
  /** By every form that reads. */
  readonly units: ReadonlyMap<string, Unit>;
}

/** The spelling of a handbook; units keep their English forms, as outcomes print them. */
export function spellingOf({ manifest, units }: Pick<Handbook, 'manifest' | 'units'>): Spelling {
  return {
    currency: manifest?.currency.text,
    units: new Map(
      Object.entries(units).flatMap(([id, unit]) => [id, ...unit.en, ...unit.zh].map((form) => [form, unit])),
    ),
  };
}

/** An expression or cell with every amount in its usual form: `500元` is `500 CNY`, `1天` is `1 day`, `3罐` is `3 cans`. */
export function respell<Syntax>(node: Syntax, spelling: Spelling): Syntax {
  return respelled(node, spelling) as Syntax;
}

function respelled(node: unknown, spelling: Spelling): unknown {
  if (Array.isArray(node)) return node.map((part) => respelled(part, spelling));
  if (typeof node !== 'object' || node === null) return node;
  const parts = Object.fromEntries(Object.entries(node).map(([key, part]) => [key, respelled(part, spelling)]));
  return isAmount(node) ? { ...parts, unit: unitOf(node, spelling) } : parts;
}

const isAmount = (node: object): node is AmountLiteral => 'syntax' in node && node.syntax === 'amount';

function unitOf({ digits, unit }: AmountLiteral, { currency, units }: Spelling): string {
  if (unit === 'currency') return currency ?? unit;
  const isOne = /^0*1(?:\.0*)?$/.test(digits);
  const duration = durationWords.get(unit);
  if (duration !== undefined) return isOne ? duration.one : duration.many;
  const [one = unit, many = one] = units.get(unit)?.en ?? [];
  const form = isOne ? one : many;
  return isWord.test(form) ? form : unit;
}

// A form of several words does not read behind a number.
const isWord = /^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*$/u;
