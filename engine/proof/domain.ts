import type { Bound, Ir, Range } from '../ir/ir.ts';
import type { Fact } from '../ir/program.ts';
import { weekdays } from '../ir/weekday.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { isInside } from '../value/compare.ts';
import { isLine, type LineType } from './line.ts';

/** All values that what a column or tier speaks about can have. */
export type Domain =
  /** Numbers, dates and the like, inside `range`; with `scale` no more decimals than that, as people write them. */
  | { readonly is: 'line'; readonly type: LineType; readonly range: Range; readonly scale?: number }
  | { readonly is: 'members'; readonly values: readonly Value[] }
  /** Texts, or posts of an organization that is not known: those that are named, and any other. */
  | { readonly is: 'names'; readonly except: readonly Value[]; readonly other?: (named: readonly Value[]) => Value };

/** What is known beyond the IR: `CheckContext` of the kinds fits. */
export interface World {
  fact(name: string): Fact | undefined;
  members(enumeration: string): readonly string[];
  posts(scope: string): readonly string[];
}

/** An honest answer where the analysis ends: why, and the place that is to blame if there is one. */
export interface NotDecided {
  readonly notDecided: Texts;
  readonly span?: Span;
}

const any: Range = { range: 'any' };

/** The values that an expression can have: what its fact declares, else all of its type. */
export function domainOf(expr: Ir, world: World): Domain | NotDecided {
  // A reading has the value that was taken, whatever the other one is.
  if (expr.op === 'reading') return domainOf(expr.taken, world);
  const fact = expr.op === 'fact' ? world.fact(expr.name) : undefined;
  const { range = any, scale: declared } = fact ?? counted(expr);
  // What is computed from other facts was never refused at input, so it may lie between the declared steps.
  const scale = fact?.orFrom === undefined ? declared : undefined;
  const { type } = expr;
  if (isLine(type)) return { is: 'line', type, range, ...(scale === undefined ? {} : { scale }) };
  const values = valuesOf(type, world);
  if (values !== undefined) return { is: 'members', values: values.filter((value) => isInside(value, range)) };
  switch (type.is) {
    case 'text':
    case 'post':
      return namesWithin(type, range);
    default:
      return {
        notDecided: {
          en: 'values of this type are not looked at one by one.',
          zh: '此类型的取值无法逐一考察。',
        },
      };
  }
}

/** The same values with all between them: what a part of a value can be is not held to the value's own steps. */
export function continuum(domain: Domain): Domain {
  return domain.is === 'line' ? { is: 'line', type: domain.type, range: domain.range } : domain;
}

/** Does every part mean something? What already has a diagnostic tells nothing more. */
export const areTyped = (parts: readonly Ir[]): boolean => parts.every(({ type }) => type.is !== 'unknown');

/** What functions that count can give: whole numbers, some of them between ends. */
function counted(expr: Ir): { readonly range: Range; readonly scale?: number } {
  if (expr.op === 'aggregate' && expr.operator === 'count') return { range: from(expr, '0'), scale: 0 };
  if (expr.op !== 'call') return { range: any };
  switch (expr.fn) {
    case 'month-of':
      return { range: from(expr, '1', '12'), scale: 0 };
    case 'day-of':
      return { range: from(expr, '1', '31'), scale: 0 };
    case 'length':
    case 'size':
      return { range: from(expr, '0'), scale: 0 };
    case 'days-between':
    case 'full-months':
    case 'full-years':
    case 'year-of':
      return { range: any, scale: 0 };
    default:
      return { range: any };
  }
}

function from({ type, origin }: Ir, low: string, high?: string): Range {
  const bound = (digits: string): Bound => ({
    at: { op: 'literal', type, origin, value: { is: 'number', digits } },
    open: false,
  });
  return { range: 'interval', low: bound(low), ...(high === undefined ? {} : { high: bound(high) }) };
}

function valuesOf(type: Type, world: World): readonly Value[] | undefined {
  switch (type.is) {
    case 'boolean':
      return [true, false].map((truth) => ({ is: 'boolean', truth }));
    case 'enumeration': {
      const names = type.name === 'weekday' ? weekdays : world.members(type.name);
      return names.map((name) => ({ is: 'member', enumeration: type.name, name }));
    }
    case 'post': {
      const posts = world.posts(type.scope);
      return posts.length === 0 ? undefined : posts.map((name) => ({ is: 'post', scope: type.scope, name }));
    }
    default:
      return undefined;
  }
}

function namesWithin(type: Extract<Type, { is: 'text' | 'post' }>, range: Range): Domain {
  const items = range.range === 'set' ? range.items.flatMap((item) => (item.op === 'literal' ? [item.value] : [])) : [];
  if (range.range === 'set' && !range.none) return { is: 'members', values: items };
  // A post that nobody declared cannot be shown; any text can.
  return { is: 'names', except: items, ...(type.is === 'text' ? { other: anotherText } : {}) };
}

function anotherText(named: readonly Value[]): Value {
  const taken = new Set(named.map((value) => (value.is === 'text' ? value.text : '')));
  let text = 'other';
  while (taken.has(text)) text += '-';
  return { is: 'text', text };
}
