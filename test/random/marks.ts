import type { FactRead, Ir } from '../../engine/ir/ir.ts';
import { isOrdered, type Type } from '../../engine/ir/type.ts';
import { interval, set } from './cells.ts';
import { factReads } from './leaves.ts';
import { literal, node, type Scope } from './world.ts';
import { decimalText, usualScale } from './values.ts';

/** An interpretation of the policy, or one of the handbook's. */
function interpretation(scope: Scope): string {
  const { chance, policy } = scope;
  return `${chance.chance(0.85) ? policy : 'handbook'}#${chance.pick(['convention', 'doubt', 'fills', 'chooses'])}`;
}

/** One of two readings, which are the same now and then. */
export function reading(type: Type, depth: number, scope: Scope): Ir {
  const taken = scope.expression(type, depth - 1, scope);
  return node('reading', type, {
    interpretation: interpretation(scope),
    taken,
    otherwise: scope.chance.chance(0.35) ? taken : scope.expression(type, depth - 1, scope),
  });
}

export function mark(type: Type, depth: number, scope: Scope): Ir {
  const { chance } = scope;
  const own = chance.chance(0.2);
  const count = chance.pick(own ? [0, 0, 1] : [1, 1, 1, 2]);
  return node('mark', type, {
    interpretations: [...new Set(Array.from({ length: count }, () => interpretation(scope)))],
    own,
    value: chance.chance(0.08) ? gap(type, scope) : scope.expression(type, depth - 1, scope),
  });
}

function gap(type: Type, scope: Scope): Ir {
  return node('undetermined', type, { gap: `${scope.policy}#${scope.chance.pick(['open', 'silent'])}` });
}

/** Left to a person, who mostly has proposed something. */
export function leftTo(type: Type, depth: number, scope: Scope): Ir {
  const { chance } = scope;
  const proposals = factReads(type, scope).filter(({ name }) => {
    const fact = scope.program.facts[name];
    return fact?.orFrom === undefined && fact?.closed !== true;
  });
  const proposed: FactRead | undefined =
    proposals.length > 0 && chance.chance(0.9) ? chance.pick(proposals) : undefined;
  return node('left-to', type, {
    by: chance.chance(0.8) ? { post: 'head' } : { gap: `${scope.policy}#open` },
    allowed: isOrdered(type) && chance.chance(0.8) ? interval(type, depth - 1, scope) : set(type, depth - 1, scope),
    ...(proposed === undefined ? {} : { proposed }),
  });
}

const modes = ['half-up', 'half-even', 'up', 'down'] as const;

/** Rounded, often so that halves of a step are met, below zero as well. */
export function rounded(type: Type, depth: number, scope: Scope): Ir {
  const { chance } = scope;
  const decimals = chance.below((type.is in usualScale ? usualScale[type.is as keyof typeof usualScale] : 0) + 1);
  const step = decimalText(BigInt(chance.pick([1, 1, 1, 5])), decimals);
  return node('round', type, {
    value: chance.chance(0.4) ? halved(type, scope) : scope.expression(type, depth - 1, scope),
    to: step,
    mode: chance.pick(modes),
    marks: chance.chance(0.4) ? [interpretation(scope)] : [],
    declaredBy: 'expression',
  });
}

function halved(type: Type, scope: Scope): Ir {
  const value = scope.expression(type, 0, scope);
  const half: Type = type.is === 'percent' ? type : { is: 'number' };
  const product = node('call', type, {
    fn: 'multiply',
    args: [value, literal(half, { is: half.is === 'percent' ? 'percent' : 'number', digits: '0.5' })],
  });
  return scope.chance.chance(0.4) ? node('call', type, { fn: 'negate', args: [product] }) : product;
}

/** The same, resting on an interpretation now and then: a row, a column, a condition. */
export function restsOn(value: Ir, probability: number, scope: Scope): Ir {
  const { chance } = scope;
  if (!chance.chance(probability)) return value;
  return node('mark', value.type, { interpretations: [interpretation(scope)], own: chance.chance(0.15), value });
}
