import type { Never, Plain } from '../../plain/tree.ts';
import type { Choice } from './choices.ts';
import { blockLength, newNumbers, type Building, type Vector } from './vectors.ts';

/** Takes for each row the value of the branch that was chosen, with its flags. Branches that never are plain are of another kind. */
export function gathered<Of extends Exclude<Plain, Never>, Column extends Vector>(
  node: Of,
  branches: readonly (Of | Never)[],
  { at, flags: chosenFlags }: Choice,
  to: Building,
  print: (of: Of | Never) => Column,
): Column {
  const flags = to.flagsFor(node);
  const constants = branches.map((branch) => constantOf(branch, to));
  if (constants.every((one) => one !== undefined)) {
    if (flags !== undefined)
      to.then((length) => {
        for (let i = 0; i < length; i += 1) flags[i] = chosenFlags?.[i] ?? 0;
      });
    return { ...lookedUp(node, constants, at, to.then), flags } as Column;
  }
  const columns = branches.map(print);
  if (flags !== undefined)
    to.then((length) => {
      for (let i = 0; i < length; i += 1) flags[i] = (chosenFlags?.[i] ?? 0) | (columns[at[i] ?? -1]?.flags?.[i] ?? 0);
    });
  return { ...valuesOf(node, columns, at, to.then), flags } as Column;
}

/** A column where no row is plain. */
export function leaving({ is }: Plain): Vector {
  switch (is) {
    case 'number':
      return { is, units: newNumbers().fill(NaN), below: undefined, flags: undefined };
    case 'truth':
      return { is, held: new Uint8Array(blockLength).fill(2), flags: undefined };
    case 'word':
    case 'never':
      return { is: 'word', codes: new Int32Array(blockLength).fill(-1), flags: undefined };
  }
}

/** What a branch always is: units, truth as 1 or 0, the code of a word, or what stands for not plain; undefined where rows differ. */
function constantOf(of: Plain, { codeOf }: Building): number | undefined {
  if (of.is === 'never') return NaN;
  switch (of.does.op) {
    case 'units':
      return of.does.units;
    case 'truth':
      return of.does.truth ? 1 : 0;
    case 'leave':
      return NaN;
    case 'word':
      return codeOf(of.does.word);
    default:
      return undefined;
  }
}

/** The same for all rows that take the same branch. NaN is what is not plain. */
function lookedUp(node: Plain, constants: readonly number[], at: Int32Array, then: Building['then']): Vector {
  const plainOr = (away: number): readonly number[] =>
    [...constants, NaN].map((one) => (Number.isNaN(one) ? away : one));
  switch (node.is) {
    case 'number': {
      const units = newNumbers();
      const table = Float64Array.from(plainOr(NaN));
      then((length) => {
        for (let i = 0; i < length; i += 1) units[i] = table[at[i] ?? 0] ?? NaN;
      });
      // A quotient among its branches would be none of them.
      const below = node.quotient ? newNumbers().fill(1) : undefined;
      return { is: 'number', units, below, flags: undefined };
    }
    case 'truth': {
      const held = new Uint8Array(blockLength);
      const table = Uint8Array.from(plainOr(2));
      then((length) => {
        for (let i = 0; i < length; i += 1) held[i] = table[at[i] ?? 0] ?? 2;
      });
      return { is: 'truth', held, flags: undefined };
    }
    case 'word':
    case 'never': {
      const codes = new Int32Array(blockLength);
      const table = Int32Array.from(plainOr(-1));
      then((length) => {
        for (let i = 0; i < length; i += 1) codes[i] = table[at[i] ?? 0] ?? -1;
      });
      return { is: 'word', codes, flags: undefined };
    }
  }
}

function valuesOf(node: Plain, branches: readonly Vector[], at: Int32Array, then: Building['then']): Vector {
  const away = leaving(node);
  switch (node.is) {
    case 'number': {
      const columns = [...branches, away].map((branch) => (branch.is === 'number' ? branch.units : new Float64Array()));
      const units = newNumbers();
      then((length) => {
        for (let i = 0; i < length; i += 1) units[i] = columns[at[i] ?? 0]?.[i] ?? NaN;
      });
      return { is: 'number', units, below: node.quotient ? belowOf(branches, at, then) : undefined, flags: undefined };
    }
    case 'truth': {
      const columns = [...branches, away].map((branch) => (branch.is === 'truth' ? branch.held : new Uint8Array()));
      const held = new Uint8Array(blockLength);
      then((length) => {
        for (let i = 0; i < length; i += 1) held[i] = columns[at[i] ?? 0]?.[i] ?? 2;
      });
      return { is: 'truth', held, flags: undefined };
    }
    case 'word':
    case 'never': {
      const columns = [...branches, away].map((branch) => (branch.is === 'word' ? branch.codes : new Int32Array()));
      const codes = new Int32Array(blockLength);
      then((length) => {
        for (let i = 0; i < length; i += 1) codes[i] = columns[at[i] ?? 0]?.[i] ?? -1;
      });
      return { is: 'word', codes, flags: undefined };
    }
  }
}

/** The denominators of what was taken. */
function belowOf(branches: readonly Vector[], at: Int32Array, then: Building['then']): Float64Array {
  const ones = newNumbers().fill(1);
  const columns = branches.map((branch) => (branch.is === 'number' ? (branch.below ?? ones) : ones));
  const below = newNumbers();
  then((length) => {
    for (let i = 0; i < length; i += 1) below[i] = columns[at[i] ?? 0]?.[i] ?? NaN;
  });
  return below;
}
