import { positionOf, sum, valueAt, whole } from '../cases/covered/position.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { lineTypeOf } from '../proof/line.ts';
import { exact, type Exact } from '../value/exact.ts';

const mostElements = 5;

/** Other values that a person might try in its place: those that the policy writes down and what lies beside them, other names, shorter lists. */
export function variants(value: Value, written: readonly Value[], program: Program): readonly Value[] {
  switch (value.is) {
    case 'boolean':
      return [{ is: 'boolean', truth: !value.truth }];
    case 'member':
      return Object.keys(program.enumerations[value.enumeration] ?? {}).map((name) => ({ ...value, name }));
    case 'post':
      return Object.keys(program.organizations[value.scope]?.posts ?? {}).map((name) => ({ ...value, name }));
    case 'list':
      return listVariants(value.items, written, program).map((items) => ({ is: 'list', items }));
    case 'record':
      return Object.entries(value.fields).flatMap(([name, field]) =>
        variants(field, written, program).map(
          (other) => ({ is: 'record', fields: { ...value.fields, [name]: other } }) as const,
        ),
      );
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
    case 'date':
    case 'time':
    case 'date-time':
      return besides(value, written);
    default:
      return [];
  }
}

function listVariants(
  items: readonly Value[],
  written: readonly Value[],
  program: Program,
): readonly (readonly Value[])[] {
  const some = items.slice(0, mostElements);
  return [
    [],
    ...some.map((_, i) => items.toSpliced(i, 1)),
    ...some.map((item) => [...items, item]),
    ...some.flatMap((item, i) => variants(item, written, program).map((other) => items.with(i, other))),
  ];
}

function besides(value: Value, written: readonly Value[]): readonly Value[] {
  const type = lineTypeOf(value);
  const own = positionOf(value);
  if (type === undefined || own === undefined) return [];
  const step = steps[value.is] ?? whole(1);
  const zero = whole(0);
  const others = written.filter(({ is }) => is === value.is).flatMap((other) => positionOf(other) ?? []);
  const places = [own, ...others.slice(0, 12)].flatMap((at) => [
    sum(at, step),
    sum(at, { ...step, top: -step.top }),
    at,
  ]);
  return [...places, ...(value.is === 'date' || value.is === 'date-time' ? [] : [zero])].flatMap(
    (at) => valueAt(at, type) ?? [],
  );
}

const steps: Partial<Readonly<Record<Value['is'], Exact>>> = {
  percent: exact(1n, 100n),
  time: whole(60),
  'date-time': whole(60),
};
