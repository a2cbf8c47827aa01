import { prepareAll, type Behind } from '../rows/prepare-all.ts';
import { cellsOf, roomFor, type Answered, type Answering } from './column.ts';
import { dictionary } from './dictionary.ts';

/** Answers decisions row by row: where the exact layer takes part, or where too much would be worked out in vain. */
export function byRows(decisions: readonly string[], names: readonly string[], behind: Behind): Answering {
  const prepared = prepareAll(decisions, names, behind);
  const known = dictionary();
  let room: readonly Answered[] = [];
  return {
    outputs: prepared.columns,
    run(columns, length, odd) {
      known.prune();
      room = decisions.map((_decision, i) => roomFor(length, room[i], known.words));
      for (let row = 0; row < length; row += 1) {
        const isOdd = odd?.[row] === 1;
        if (!isOdd) prepared.run(cellsOf(columns, row));
        for (const [i, { is }] of prepared.columns.entries()) {
          const to = room[i];
          if (to === undefined) continue;
          to.plain[row] = isOdd ? 0 : (prepared.plain[i] ?? 0);
          to.units[row] = prepared.units[i] ?? NaN;
          to.bits[row] = prepared.bits[i] ?? 0;
          to.codes[row] = is === 'word' && to.plain[row] === 1 ? known.codeOf(prepared.words[i] ?? '') : -1;
        }
      }
      return room;
    },
  };
}
