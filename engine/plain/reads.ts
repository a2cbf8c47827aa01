import type { Decision } from '../ir/program.ts';
import { joined, wrapped } from './branches.ts';
import { compare } from './compare.ts';
import { ofType } from './slots.ts';
import { always, leaving, truth, truthOf } from './truth.ts';
import { never, type Plain, type PlainTruth, type Slot } from './tree.ts';
import type { PlainUnit } from './unit.ts';
import { within } from './within.ts';

/** A fact: given, or false if it is closed, or what follows from others. */
export function fact(slot: number, { fact: declared, scale }: Slot, unit: PlainUnit): Plain {
  const { closed, orFrom, range, type } = declared;
  const given = ofType(type, { op: 'fact', slot }, scale, false);
  if (closed) return given.is === 'truth' ? truth({ op: 'and', left: known(slot), right: given }) : given;
  if (orFrom === undefined) return given;
  // What is given and what follows must agree.
  const computed = unit.share(unit.compile(orFrom));
  const agrees = compare('=', given, computed()) ?? leaving;
  const fits = range === undefined ? always(true) : (within(computed, range, unit.compile) ?? leaving);
  return joined([given, computed()], ([whenGiven = never, follows = never]) => ({
    op: 'given',
    slot,
    agrees,
    fits,
    given: whenGiven,
    follows,
  }));
}

export function known(slot: number, negated = false): PlainTruth {
  return truth({ op: 'known', slot, negated });
}

/** What holds between the facts, whether the decision applies, then its body. */
export function decided({ body, takes, requires, appliesWhen }: Decision, unit: PlainUnit): Plain {
  if (body.is !== 'ir' || takes.length > 0) return never;
  const required = requires.map(({ that }) => truthOf(unit.compile(that)));
  const applies = appliesWhen.map((condition) => truthOf(unit.compile(condition)));
  const value = unit.compile(body.ir);
  if (required.length === 0 && applies.length === 0) return value;
  return wrapped(value, (of) => ({ op: 'decided', requires: required, applies, of }));
}
