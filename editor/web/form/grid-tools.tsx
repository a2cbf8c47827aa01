import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Column, GridPart } from '../../../engine/service/form/form.ts';
import { useWords } from '../words.ts';
import type { GridState } from './use-grid.ts';
import { formWords, splitAt } from './words.ts';
import './grid-tools.css';

interface GridToolsProps {
  readonly grid: GridPart;
  readonly columns: readonly Column[];
  readonly state: GridState;
}

/** What can be done with the row that has the focus. */
export function GridTools({ grid, columns, state }: GridToolsProps): VNode {
  const { say, pick } = useWords(formWords);
  const [isSplitting, split] = useState(false);
  const { row } = state.active;
  const [first, last] = state.selected.rows;
  const tools = [
    { word: 'rowAbove', act: () => state.insertRow(row), off: !grid.open },
    { word: 'rowBelow', act: () => state.insertRow(row + 1), off: !grid.open },
    { word: 'up', act: () => state.moveRow(-1), off: row === 0 },
    { word: 'down', act: () => state.moveRow(1), off: row >= grid.rows.length - 1 },
    { word: 'remove', act: state.removeRows, off: grid.rows.length - (last - first + 1) < grid.atLeast },
  ] as const;
  const focused = columns[state.active.column];
  const ranges = columns.filter(({ input }) => input.is === 'range');
  const range = focused?.input.is === 'range' ? focused : ranges.length === 1 ? ranges[0] : undefined;
  const said = grid.rows[row]?.cells[range === undefined ? -1 : grid.columns.indexOf(range)]?.text ?? '';
  const isStretch = range !== undefined && /\.\.|[<>]/.test(said);
  if (isSplitting && range !== undefined)
    return (
      <SplitAt
        label={pick(splitAt(said))}
        done={(text) => {
          split(false);
          if (text === undefined) state.go(state.active);
          else state.splitRow(range, text);
        }}
      />
    );
  return (
    <div
      class="grid-tools"
      role="toolbar"
      aria-label={say('rowActions')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') state.go(state.active);
      }}
    >
      {tools.map(({ word, act, off }) => (
        <button key={word} type="button" class="quiet" disabled={off} onClick={act}>
          {say(word)}
        </button>
      ))}
      {isStretch && (
        <>
          <button type="button" class="quiet" onClick={() => split(true)}>
            {say('split')}
          </button>
          <button
            type="button"
            class="quiet"
            disabled={row === 0}
            title={say('mergeHelp')}
            onClick={() => state.mergeRow(range, -1)}
          >
            {say('mergeUp')}
          </button>
          <button
            type="button"
            class="quiet"
            disabled={row >= grid.rows.length - 1}
            title={say('mergeHelp')}
            onClick={() => state.mergeRow(range, 1)}
          >
            {say('mergeDown')}
          </button>
        </>
      )}
    </div>
  );
}

interface SplitAtProps {
  readonly label: string;
  /** Where; nothing takes it back. */
  readonly done: (text: string | undefined) => void;
}

/** Asks for the value at which a row is split. */
function SplitAt({ label, done }: SplitAtProps): VNode {
  const { say } = useWords(formWords);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const finish = (): void => {
    const text = input.current?.value.trim() ?? '';
    done(text === '' ? undefined : text);
  };
  return (
    <div class="grid-tools is-asking" role="group" aria-label={say('split')}>
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        autocomplete="off"
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') finish();
          else if (event.key === 'Escape') done(undefined);
          else return;
          event.preventDefault();
        }}
      />
      <button type="button" class="quiet" onClick={finish}>
        {say('splitHere')}
      </button>
      <button type="button" class="quiet" onClick={() => done(undefined)}>
        {say('cancel')}
      </button>
    </div>
  );
}
