import type { Comparison, Ir, Range } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import type { Stretch } from '../proof/round-position.ts';
import { turned } from '../proof/statement.ts';
import { compareText, sameValue } from '../value/compare.ts';
import { compareExact, type Exact } from '../value/exact.ts';
import type { Box, Path } from './box.ts';
import { cutLine, cutNames } from './cut.ts';
import { zero } from './form.ts';
import * as quotients from './quotient.ts';
import { keyOf, nothingOf, ofAtom, readsOf, truth, undetermined, valueOf, type Symbol } from './symbol.ts';
import { strictly, type Walk } from './walk.ts';
import { computedAtom } from './world.ts';

type Values = Generator<Path<Symbol>, void, undefined>;

/** How two values compare, in the parts of the box in which they do so. */
export function* compared(how: Comparison, sides: readonly Symbol[], ir: Ir, box: Box, walk: Walk): Values {
  const [left, right] = sides;
  if (left === undefined || right === undefined) throw new Error('a comparison has two sides');
  if (left.is === 'amount' && right.is === 'amount') {
    const away = quotients.minus(left.of, right.of);
    const known = quotients.constantOf(away);
    if (known !== undefined) return yield { box, value: truth(holds(how, compareExact(known, zero))) };
    // Where one side is a number, the other one is asked as it stands, so that all tiers of a scale cut one column.
    const at = quotients.constantOf(right.of);
    if (at !== undefined) return yield* cutLine(box, left.of, stretches(how, at));
    const low = quotients.constantOf(left.of);
    if (low !== undefined) return yield* cutLine(box, right.of, stretches(turned[how], low));
    return yield* cutLine(
      box,
      { ...away, bottom: quotients.number({ top: 1n, bottom: 1n }).top },
      stretches(how, zero),
    );
  }
  const [a, b] = [valueOf(left), valueOf(right)];
  if (a !== undefined && b !== undefined) return yield { box, value: comparedValues(how, a, b) };
  if (how === '=' || how === '!=') return yield* equal(how === '=', left, right, ir, box, walk);
  yield { box, value: openBoolean(`${keyOf(left)} ${how} ${keyOf(right)}`, [left, right], ir, walk) };
}

/** Does the value lie in the range? Ends are worked out first. */
export function* isWithin(value: Symbol, range: Range, ir: Ir, box: Box, walk: Walk): Values {
  switch (range.range) {
    case 'any':
      return yield { box, value: truth(true) };
    case 'interval': {
      const { low, high } = range;
      const bounds = [low, high].filter((bound) => bound !== undefined);
      for (const path of strictly(
        bounds.map(({ at }) => at),
        box,
        walk,
      )) {
        if ('is' in path.value) yield { ...path, value: path.value };
        else yield* between(value, range, path.value, ir, path.box, walk);
      }
      return;
    }
    case 'set':
      for (const path of strictly(range.items, box, walk)) {
        if ('is' in path.value) yield { ...path, value: path.value };
        else yield* oneOf(value, path.value, range.none, ir, path.box, walk);
      }
      return;
    case 'list':
      for (const path of walk.run(range.list, box, walk)) {
        if (path.value.is === 'nothing') yield path;
        else if (path.value.is === 'list') yield* oneOf(value, path.value.items, false, ir, path.box, walk);
        else {
          const key = `${keyOf(value)} in ${keyOf(path.value)}`;
          yield { ...path, value: openBoolean(key, [value, path.value], ir, walk) };
        }
      }
  }
}

/** The value lies between ends that are worked out, in the order of `range`. */
export function* between(
  value: Symbol,
  range: Extract<Range, { range: 'interval' }>,
  ends: readonly Symbol[],
  ir: Ir,
  box: Box,
  walk: Walk,
): Values {
  const tests = [
    ...(range.low === undefined ? [] : ([range.low.open ? '>' : '>='] as const)),
    ...(range.high === undefined ? [] : ([range.high.open ? '<' : '<='] as const)),
  ];
  const from = function* (i: number, inside: Box): Values {
    const [how, end] = [tests[i], ends[i]];
    if (how === undefined || end === undefined) return yield { box: inside, value: truth(true) };
    for (const path of compared(how, [value, end], ir, inside, walk)) {
      if (path.value.is === 'value' && isTrue(path.value.value)) yield* from(i + 1, path.box);
      else if (path.value.is === 'open' && i + 1 < tests.length) {
        for (const { box: further, value: answer } of cutNames(path.box, path.value.atom, [yes])) {
          if (answer === undefined) yield { box: further, value: truth(false) };
          else yield* from(i + 1, further);
        }
      } else yield path;
    }
  };
  yield* from(0, box);
}

function* oneOf(value: Symbol, items: readonly Symbol[], none: boolean, ir: Ir, box: Box, walk: Walk): Values {
  const given = items.map(valueOf);
  if (value.is === 'open' && given.every((item) => item !== undefined)) {
    for (const { box: inside, value: named } of cutNames(box, value.atom, given)) {
      yield { box: inside, value: truth((named !== undefined) !== none) };
    }
    return;
  }
  const [item, ...rest] = items;
  if (item === undefined) return yield { box, value: truth(none) };
  for (const path of compared('=', [value, item], ir, box, walk)) {
    if (path.value.is === 'value' && !isTrue(path.value.value)) yield* oneOf(value, rest, none, ir, path.box, walk);
    else if (path.value.is === 'open' && rest.length > 0) {
      const key = `${keyOf(value)} in {${items.map(keyOf).join()}} is ${String(!none)}`;
      yield { ...path, value: openBoolean(key, [value, ...items], ir, walk) };
    } else yield none ? negated(path, ir, walk) : path;
  }
}

function negated(path: Path<Symbol>, ir: Ir, walk: Walk): Path<Symbol> {
  const { value } = path;
  if (value.is === 'value') return { ...path, value: truth(!isTrue(value.value)) };
  return { ...path, value: value.is === 'open' ? openBoolean(`not ${keyOf(value)}`, [value], ir, walk) : value };
}

function* equal(wanted: boolean, left: Symbol, right: Symbol, ir: Ir, box: Box, walk: Walk): Values {
  const [a, b] = [valueOf(left), valueOf(right)];
  const [open, value] =
    left.is === 'open' && b !== undefined ? [left, b] : right.is === 'open' && a !== undefined ? [right, a] : [];
  if (open !== undefined && value !== undefined) {
    for (const path of cutNames(box, open.atom, [value]))
      yield { box: path.box, value: truth((path.value !== undefined) === wanted) };
    return;
  }
  const nothing = nothingOf([left, right]);
  if (nothing !== undefined) return yield { box, value: nothing };
  if (keyOf(left) === keyOf(right)) return yield { box, value: truth(wanted) };
  const [first, second] = [keyOf(left), keyOf(right)].toSorted();
  for (const path of cutNames(box, booleanAtom(`${first} = ${second}`, [left, right], ir, walk), [yes])) {
    yield { box: path.box, value: truth((path.value !== undefined) === wanted) };
  }
}

const yes: Value = { is: 'boolean', truth: true };
const isTrue = (value: Value): boolean => value.is === 'boolean' && value.truth;

function openBoolean(key: string, parts: readonly Symbol[], ir: Ir, walk: Walk): Symbol {
  return ofAtom(booleanAtom(key, parts, ir, walk));
}

function booleanAtom(key: string, parts: readonly Symbol[], ir: Ir, { world }: Walk): ReturnType<typeof computedAtom> {
  const reads = parts.flatMap(readsOf);
  return computedAtom(key, { op: 'literal', type: { is: 'boolean' }, origin: ir.origin, value: yes }, reads, world);
}

function comparedValues(how: Comparison, a: Value, b: Value): Symbol {
  if (how === '=') return truth(sameValue(a, b));
  if (how === '!=') return truth(!sameValue(a, b));
  if (a.is === 'text' && b.is === 'text') return truth(holds(how, compareText(a.text, b.text)));
  return undetermined('no-duration');
}

function holds(how: Comparison, order: number): boolean {
  switch (how) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Where a number lies that compares so with `at`, and where one lies that does not. */
function stretches(how: Comparison, at: Exact): readonly { readonly stretch: Stretch; readonly value: Symbol }[] {
  const below = (open: boolean): Stretch => ({ high: { at, open } });
  const above = (open: boolean): Stretch => ({ low: { at, open } });
  const point: Stretch = { low: { at, open: false }, high: { at, open: false } };
  const all = { yes: truth(true), no: truth(false) };
  const two = (first: Stretch, second: Stretch, firstIs: boolean): ReturnType<typeof stretches> => [
    { stretch: first, value: firstIs ? all.yes : all.no },
    { stretch: second, value: firstIs ? all.no : all.yes },
  ];
  switch (how) {
    case '<':
      return two(below(true), above(false), true);
    case '>=':
      return two(below(true), above(false), false);
    case '<=':
      return two(below(false), above(true), true);
    case '>':
      return two(below(false), above(true), false);
    case '=':
    case '!=': {
      const [same, other] = how === '=' ? [all.yes, all.no] : [all.no, all.yes];
      return [
        { stretch: below(true), value: other },
        { stretch: point, value: same },
        { stretch: above(true), value: other },
      ];
    }
  }
}
