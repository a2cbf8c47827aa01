import type { Stretch } from '../proof/round-position.ts';
import type { Atom } from './atom.ts';
import { lineColumn, type Box, type LineColumn } from './box.ts';
import { contradict, within, type Inequality } from './elimination.ts';
import * as forms from './form.ts';
import type { Form } from './form.ts';
import { multiplied } from './multiplied.ts';
import { product } from './product.ts';
import * as quotients from './quotient.ts';
import { besideRounded, inOrder } from './rounded.ts';

/** Can no numbers at all fulfil what the box says? Products are known by their factors' ends only, so only “impossible” is sure. */
export function isImpossible(box: Box): boolean {
  const all = inequalitiesOf(box);
  if (contradict(all)) return true;
  const ordered = inOrder(all, box);
  if (ordered.length > 0 && contradict([...all, ...ordered])) return true;
  const products = new Map([...all, ...ordered].flatMap(({ form }) => [...productsIn(form)]));
  if (products.size === 0) return false;
  const more = [...all, ...multiplied(all, products)];
  return contradict([...more, ...inOrder(more, box)]);
}

/**
 * What the box says of numbers that are put together from several, with what their parts can be. A number that stands alone
 * is known by its column.
 */
export function inequalitiesOf(box: Box): readonly Inequality[] {
  const lines = [...box.columns.values()].filter((column): column is LineColumn => column.is === 'line');
  const together = lines.filter(({ atom }) => atom === undefined || atom.rounded !== undefined);
  if (together.length === 0) return [];
  const atoms = new Map(together.flatMap(({ of }) => [...quotients.allAtomsOf(of)]).map((atom) => [atom.key, atom]));
  const columns = new Map(together.map((column) => [quotients.keyOf(column.of), column]));
  for (const atom of atoms.values()) {
    const of = quotients.ofAtom(atom);
    columns.set(quotients.keyOf(of), lineColumn(box, of));
  }
  const products = new Map(together.flatMap(({ of }) => [...productsOf(of)]));
  return [
    ...[...columns.values()].flatMap(saidBy),
    ...[...atoms.values()].flatMap((atom) => besideRounded(atom, box)),
    ...[...products.values()].flatMap((factors) => ofProduct(factors, box)),
  ];
}

/** What a column says; boxes that were cut from one another share most of their columns. */
function saidBy(column: LineColumn): readonly Inequality[] {
  const known = said.get(column);
  if (known !== undefined) return known;
  const found = within(column.of, column.stretch);
  said.set(column, found);
  return found;
}

const said = new WeakMap<LineColumn, readonly Inequality[]>();

function ofProduct(factors: readonly Atom[], box: Box): readonly Inequality[] {
  const stretches = factors.map((atom) => lineColumn(box, quotients.ofAtom(atom)).stretch);
  const whole = factors.map((atom) => forms.single(atom)).reduce(forms.times, forms.constant(forms.one));
  return within(quotients.plain(whole), stretches.reduce(product, onlyOne));
}

const onlyOne: Stretch = { low: { at: forms.one, open: false }, high: { at: forms.one, open: false } };

function* productsOf({
  top,
  bottom,
}: quotients.Quotient): Generator<readonly [string, readonly Atom[]], void, undefined> {
  yield* productsIn(top);
  yield* productsIn(bottom);
}

function* productsIn(form: Form): Generator<readonly [string, readonly Atom[]], void, undefined> {
  for (const [key, { atoms }] of form) if (atoms.length > 1) yield [key, atoms];
}
