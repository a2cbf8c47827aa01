import type { VNode } from 'preact';
import type { GridPart } from '../../../engine/service/form/form.ts';
import { useWords } from '../words.ts';
import type { GridState } from './use-grid.ts';
import { formWords } from './words.ts';

/** What can be done with the row that has the focus. */
export function GridTools({ grid, state }: { readonly grid: GridPart; readonly state: GridState }): VNode {
  const { say } = useWords(formWords);
  const { row } = state.active;
  const [first, last] = state.selected.rows;
  const tools = [
    { word: 'rowAbove', act: () => state.insertRow(row), off: !grid.open },
    { word: 'rowBelow', act: () => state.insertRow(row + 1), off: !grid.open },
    { word: 'up', act: () => state.moveRow(-1), off: row === 0 },
    { word: 'down', act: () => state.moveRow(1), off: row >= grid.rows.length - 1 },
    { word: 'remove', act: state.removeRows, off: grid.rows.length - (last - first + 1) < grid.atLeast },
  ] as const;
  return (
    <div class="grid-tools" role="toolbar" aria-label={say('rowActions')}>
      {tools.map(({ word, act, off }) => (
        <button key={word} type="button" class="quiet" disabled={off} onClick={act}>
          {say(word)}
        </button>
      ))}
    </div>
  );
}
