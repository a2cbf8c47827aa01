import type { Lowered } from '../../plain/tree.ts';
import { flagsOf } from '../fast/print.ts';
import { roomFor, type Answered, type Answering } from './column.ts';
import type { Kernels } from './kernels.ts';
import { loadOf } from './loads.ts';
import { blockLength, type Vector } from './vectors.ts';

/** Answers decisions block by block; `names` are the columns. */
export function byKernels(
  decisions: readonly string[],
  names: readonly string[],
  { asked, flags }: Lowered,
  { kernels, slots, found, dictionary }: Kernels,
): Answering {
  const from = slots.map(({ slot }) => names.indexOf(slot.fact.name));
  let room: readonly Answered[] = [];
  return {
    outputs: asked.map((value, i) => ({
      decision: decisions[i] ?? '',
      is: value.is,
      scale: value.is === 'number' ? value.scale : 0,
      flags: (bits) => flagsOf(bits, flags),
    })),
    run(columns, length, odd) {
      dictionary.prune();
      const loads = slots.map((slot, i) => loadOf(slot, columns[from[i] ?? -1], dictionary.codeOf));
      room = found.map((_vector, i) => roomFor(length, room[i], dictionary.words));
      for (let start = 0; start < length; start += blockLength) {
        const rows = Math.min(blockLength, length - start);
        for (const load of loads) load(start, rows);
        for (const kernel of kernels) kernel(rows);
        for (const [i, vector] of found.entries()) {
          const answered = room[i];
          if (answered !== undefined) take(vector, answered, start, rows);
        }
      }
      for (const answered of room) leaveOdd(answered.plain, odd, length);
      return room;
    },
  };
}

/** Writes a block of answers. A quotient that does not come out even is not plain here. Where nothing raises flags, the room has none. */
function take(vector: Vector, to: Answered, start: number, rows: number): void {
  if (vector.flags !== undefined) to.bits.set(vector.flags.subarray(0, rows), start);
  switch (vector.is) {
    case 'number': {
      const { units, below } = vector;
      to.units.set(units.subarray(0, rows), start);
      if (below === undefined) {
        for (let i = 0; i < rows; i += 1) to.plain[start + i] = Number(!Number.isNaN(units[i] ?? NaN));
      } else {
        for (let i = 0; i < rows; i += 1)
          to.plain[start + i] = Number(!Number.isNaN(units[i] ?? NaN) && below[i] === 1);
      }
      return;
    }
    case 'truth': {
      const { held } = vector;
      for (let i = 0; i < rows; i += 1) {
        const one = held[i] ?? 2;
        to.units[start + i] = one;
        to.plain[start + i] = Number(one < 2);
      }
      return;
    }
    case 'word': {
      const { codes } = vector;
      to.codes.set(codes.subarray(0, rows), start);
      for (let i = 0; i < rows; i += 1) to.plain[start + i] = Number((codes[i] ?? -1) >= 0);
      return;
    }
  }
}

function leaveOdd(plain: Uint8Array, odd: Uint8Array | undefined, length: number): void {
  if (odd === undefined) return;
  for (let i = 0; i < length; i += 1) if (odd[i] === 1) plain[i] = 0;
}
