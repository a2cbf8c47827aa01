import type { Step } from '../evaluate/explanation.ts';
import { leave, safe } from '../compile/fast/run.ts';
import { joined } from '../plain/branches.ts';
import { constant } from '../plain/number.ts';
import { never, type Plain, type PlainNumber } from '../plain/tree.ts';
import { formOf, newCell, type Told } from './told.ts';

/** One of several nodes, in a form that all of them have. */
interface Picked extends Omit<Told, 'work'> {
  /** What the node, which was worked out, came to; leaves where there is none, or it has another form. */
  readonly take: (at: number) => void;
}

export function picked(branches: readonly (Told | undefined)[]): Picked | undefined {
  const plains = branches.map((one): Plain =>
    one === undefined ? never : { ...one.form, does: { op: 'fact', slot: 0 } },
  );
  const plain = joined(plains, (of) => ({ op: 'first', when: [], branches: of }));
  if (plain.is === 'never') return undefined;
  const form = formOf(plain);
  const cell = newCell();
  const factors = branches.map((one) =>
    form.is === 'number' && one?.form.is === 'number' ? 10 ** (form.scale - one.form.scale) : 1,
  );
  return {
    form,
    cell,
    take: (at) => {
      const one = branches[at];
      if (one?.form.is !== form.is) return leave();
      const { units, denominator, word, text } = one.cell;
      cell.units = form.is === 'number' ? safe(units * (factors[at] ?? NaN)) : units;
      cell.denominator = denominator;
      cell.word = word;
      cell.text = text;
    },
  };
}

/** The numbers of so many branches, from 0 on. */
export function numbered(branches: number): readonly PlainNumber[] {
  return Array.from({ length: branches }, (_, units) => constant({ units, scale: 0 }));
}

/** What is told of a value is made once where it is written there. */
export function alwaysAlike<T>(
  told: Told | undefined,
  make: (value: string, steps: readonly Step[]) => T,
): (value: string, steps: readonly Step[]) => T {
  if (told?.fixed === undefined) return make;
  const alike = make(told.fixed, []);
  return () => alike;
}
