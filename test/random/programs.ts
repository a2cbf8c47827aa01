import type { Ir } from '../../engine/ir/ir.ts';
import type { Body, Decision, Fact, Program } from '../../engine/ir/program.ts';
import { isNumeric, type Type } from '../../engine/ir/type.ts';
import { deepest, expression } from './expressions.ts';
import { restsOn, rounded } from './marks.ts';
import { random, type Random } from './random.ts';
import { sizeOf } from './size.ts';
import { lot, policies, promoter, scalars, summary, vocabulary } from './vocabulary.ts';
import { valueOf } from './values.ts';
import { literal, nowhere, type Scope } from './world.ts';

/** A random well-typed program; the same for the same seed. */
export function randomProgram(seed: number): Program {
  const chance = random(seed);
  let count = 0;
  const fresh = (): string => `v${(count += 1)}`;
  let program = vocabulary(chance);
  const within = (policy: string, derived: boolean): Scope => ({
    chance,
    program,
    policy,
    locals: [],
    readable: [],
    nesting: 0,
    derived,
    fresh,
    expression,
  });
  program = { ...program, facts: { ...program.facts, ...derivedFacts(within(chance.pick(policies), false)) } };
  for (let i = 1, length = chance.between(4, 9); i <= length; i += 1) {
    const policy = chance.pick(policies);
    const readable = Object.values(program.decisions).filter(({ body }) => body.is === 'ir' || chance.chance(0.3));
    const made = decision(`${policy}.d${i}`, { ...within(policy, true), readable });
    program = { ...program, decisions: { ...program.decisions, [made.name]: made } };
  }
  return program;
}

const texts = { en: 'random', zh: '随机' };

/** Facts that follow from others when they are not given, half of them plainly from one. */
function derivedFacts(scope: Scope): Readonly<Record<string, Fact>> {
  const { chance } = scope;
  const facts = scalars.flatMap((type, i): readonly Fact[] => {
    if (!chance.chance(0.3)) return [];
    const name = `derived.${i}`;
    const orFrom = short(() => expression(type, chance.pick([0, 0, 2]), scope), type, scope);
    const range =
      chance.chance(0.2) && isNumeric(type) && type.is !== 'duration'
        ? { low: { at: literal(type, valueOf(type, scope.program, chance, 'round')), open: false } }
        : undefined;
    return [
      {
        name,
        type,
        title: texts,
        alias: [],
        closed: false,
        orFrom,
        origin: nowhere,
        ...(range === undefined ? {} : { range: { range: 'interval', ...range } }),
      },
    ];
  });
  return Object.fromEntries(facts.map((fact) => [fact.name, fact]));
}

function decision(name: string, outer: Scope): Decision {
  const { chance, policy } = outer;
  const hidden = chance.chance(0.15);
  const takes = Array.from({ length: chance.pick([0, 0, 0, 0, 1, hidden ? 2 : 1]) }, (_, i) => ({
    id: outer.fresh(),
    name: `argument-${i + 1}`,
    type: chance.chance(0.25) ? chance.pick([promoter, lot]) : chance.pick(scalars),
  }));
  // Two fifths work on plain facts alone, as most policies do: what is answered quickly must be met often.
  const plain = chance.chance(0.4);
  const scope = { ...outer, locals: takes, nesting: plain ? deepest : 0 };
  const type = plain ? chance.pick(scalars.filter(isNumeric)) : typeOf(hidden, chance);
  const condition = (): Ir =>
    restsOn(
      short(() => expression({ is: 'boolean' }, 2, scope), { is: 'boolean' }, scope),
      0.25,
      scope,
    );
  return {
    name,
    policy,
    version: 1,
    title: texts,
    cites: [],
    type,
    hidden,
    takes,
    appliesWhen: chance.chance(0.22) ? Array.from({ length: chance.between(1, 2) }, condition) : [],
    requires: chance.chance(0.1) ? [{ that: condition(), says: texts }] : [],
    body: body(type, scope),
    origin: nowhere,
  };
}

/** Records that the host gives can lack fields, so that only hidden decisions hand them on. */
function typeOf(hidden: boolean, chance: Random): Type {
  if (hidden && chance.chance(0.4)) return chance.pick<Type>([promoter, lot, { is: 'list', of: lot }]);
  if (chance.chance(0.85)) return chance.pick(scalars);
  return chance.pick([summary, { is: 'list', of: chance.pick(scalars) } as const]);
}

function body(type: Type, scope: Scope): Body {
  const { chance } = scope;
  if (chance.chance(0.02)) return { is: 'no-version' };
  if (chance.chance(0.02)) {
    const diagnostic = { code: 'expression/unknown-name', severity: 'error', blocks: true, message: texts } as const;
    return { is: 'blocked', diagnostic: { ...diagnostic, span: nowhere, related: [], fixes: [] } };
  }
  const depth = chance.between(1, 4);
  const make = (): Ir =>
    isNumeric(type) && chance.chance(0.4) ? rounded(type, depth, scope) : expression(type, depth, scope);
  return { is: 'ir', ir: short(make, type, scope) };
}

/** Tries until the numbers that the expression can come to stay short and its tree small, else takes a plain value. */
function short(make: () => Ir, type: Type, scope: Scope): Ir {
  for (let tries = 0; tries < 20; tries += 1) {
    const ir = make();
    const { digits, nodes } = sizeOf(ir, scope.program);
    if (digits <= 30 && nodes <= 250) return ir;
  }
  return literal(type, valueOf(type, scope.program, scope.chance, 'round'));
}
