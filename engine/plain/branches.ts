import { atScale } from './number.ts';
import { never, type Branching, type Never, type Plain } from './tree.ts';

/** Brings all branches into one form under what picks one of them. Branches that are never plain leave when they are picked. */
export function joined(
  branches: readonly Plain[],
  pick: <Of>(branches: readonly (Of | Never)[]) => Branching<Of>,
): Plain {
  const first = branches.find(({ is }) => is !== 'never') ?? never;
  const alike = branches.filter(({ is }) => is === first.is);
  const scale = Math.max(...alike.map((one) => (one.is === 'number' ? one.scale : 0)));
  const forms = branches.map((one) => (one.is !== first.is ? never : one.is === 'number' ? atScale(one, scale) : one));
  const form = {
    ...first,
    ...(first.is === 'number' && { scale, quotient: alike.some((one) => one.is === 'number' && one.quotient) }),
    ...(first.is === 'word' && { ordered: alike.every((one) => one.is === 'word' && one.ordered) }),
  };
  // All are of the one kind that the form has.
  return wrapped(form, <Of>() => pick<Of>(forms as readonly Never[]));
}

/** The same form for one value that something is said of. */
export function wrapped(of: Plain, does: <Of>(of: Of) => Branching<Of>): Plain {
  return of.is === 'never' ? of : ({ ...of, does: does(of) } as Plain);
}

/** The number of the shared value that is read here. */
export function sharedAt(of: Plain): number | undefined {
  return of.is !== 'never' && of.does.op === 'shared' ? of.does.at : undefined;
}

/** Is it cheaper to work out than to remember? */
export function isSimple(of: Plain): boolean {
  return of.is === 'never' || ['units', 'truth', 'word', 'leave'].includes(of.does.op);
}
