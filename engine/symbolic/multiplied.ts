import type { Atom } from './atom.ts';
import * as forms from './form.ts';
import type { Inequality } from './elimination.ts';

/**
 * What follows from two inequalities together: both sides positive, so is their product. Only such are kept as speak of no product
 * that the box does not speak of: `sales × share` is at most `sales` where `share` is at most 1.
 */
export function multiplied(
  all: readonly Inequality[],
  products: ReadonlyMap<string, readonly Atom[]>,
): readonly Inequality[] {
  const factors = new Set([...products.values()].flatMap((atoms) => atoms.map(({ key }) => key)));
  const plain = all.filter(({ form }) => isOf(form, factors));
  return plain.flatMap((a, i) =>
    plain.slice(i + 1).flatMap((b) => {
      const form = forms.times(a.form, b.form);
      const isKnown = [...form].every(([key, { atoms }]) => atoms.length < 2 || products.has(key));
      return isKnown ? [{ form, strict: a.strict && b.strict }] : [];
    }),
  );
}

/** About factors of products alone, none of them multiplied yet. */
function isOf(form: forms.Form, factors: ReadonlySet<string>): boolean {
  return (
    forms.constantOf(form) === undefined &&
    [...form.values()].every(
      ({ atoms: [atom, ...more] }) => more.length === 0 && (atom === undefined || factors.has(atom.key)),
    )
  );
}
