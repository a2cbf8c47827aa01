import { Fragment, type FunctionComponent, type VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Column, GridPart, Row } from '../../../engine/service/form/form.ts';
import { useWords } from '../words.ts';
import { cellId, holds } from './cell-of.ts';
import { useForm } from './form-context.ts';
import { GridCell } from './grid-cell.tsx';
import { GridTools } from './grid-tools.tsx';
import { Heading } from './heading.tsx';
import { Messages } from './messages.tsx';
import { useAhead } from './use-ahead.ts';
import { useGrid, type GridState } from './use-grid.ts';
import { isWrittenPart } from './written.ts';
import { formWords } from './words.ts';
import './grid.css';
import './grid-rows.css';

// Of long grids the details are folded, so that the rows can be seen.
const mostOpen = 12;

interface GridProps {
  readonly grid: GridPart;
  readonly depth: number;
  /** Shows what stands below a row. */
  readonly Details: FunctionComponent<{ readonly parts: Row['details']; readonly depth: number }>;
}

/** A grid that keys and spreadsheets know. */
export function Grid({ grid: written, depth, Details }: GridProps): VNode {
  const { say, pick } = useWords(formWords);
  const side = useForm();
  const { grid, editRows } = useAhead(written);
  const [revealed, reveal] = useState<readonly string[]>([]);
  const columns = grid.columns.filter(({ id, unused }) => !unused || revealed.includes(id));
  const state = useGrid(grid, columns, editRows);
  const [chosen, choose] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [opensFirst] = useState(grid.rows.length <= mostOpen);
  const hasDetails = grid.rows.some(({ details }) => details.length > 0);
  const isOpen = ({ details }: Row, index: number): boolean =>
    chosen.get(index) ?? (opensFirst && details.some(isWrittenPart));
  const toggle = (row: Row, index: number): void => choose(new Map(chosen).set(index, !isOpen(row, index)));
  const { wanted, arrived } = side;
  useEffect(() => {
    if (wanted === undefined) return;
    for (const [index, row] of grid.rows.entries()) {
      const column = columns.findIndex((one) => {
        const cell = row.cells[grid.columns.indexOf(one)];
        return cell !== undefined && cellId(cell) === wanted;
      });
      if (column !== -1) {
        state.go({ row: index, column });
        arrived();
      } else if (holds(row, wanted) && !isOpen(row, index)) toggle(row, index);
    }
  }, [wanted]);
  return (
    <div class="form-section form-grid">
      <div class="grid-head">
        <Heading depth={depth} text={pick(grid.label)} />
        {!side.isStale && grid.rows.length > 0 && <GridTools {...{ grid, columns, state }} />}
      </div>
      <Messages of={grid.above} />
      {grid.rows.length > 0 && (
        <div class="grid-scroll">
          <table
            role="grid"
            aria-label={pick(grid.label)}
            aria-multiselectable="true"
            onKeyDown={state.key}
            onCopy={(event) => state.copy(event, false)}
            onCut={(event) => state.copy(event, !side.isStale)}
          >
            <thead>
              <tr>
                {hasDetails && (
                  <th scope="col" class="fold">
                    <span class="unseen">{say('details')}</span>
                  </th>
                )}
                {columns.map((column) => (
                  <th key={column.id} scope="col" title={pick(column.help)} class={`is-${column.input.is}`}>
                    {pick(column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grid.rows.map((row, index) => {
                return (
                  <GridRow
                    key={index}
                    {...{ grid, row, index, columns, state, depth, Details }}
                    fold={hasDetails ? { isOpen: isOpen(row, index), toggle: () => toggle(row, index) } : undefined}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {!side.isStale && (
        <div class="grid-foot">
          {grid.open && (
            <button type="button" class="quiet" onClick={() => state.insertRow(grid.rows.length)}>
              {say('addRow')}
            </button>
          )}
          {grid.rows.length > 0 && columns.length < grid.columns.length && (
            <span class="hint">
              {say('columns')}{' '}
              {grid.columns
                .filter((column) => !columns.includes(column))
                .map(({ id, label }) => (
                  <button key={id} type="button" class="quiet" onClick={() => reveal([...revealed, id])}>
                    {pick(label)}
                  </button>
                ))}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

interface GridRowProps extends GridProps {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly state: GridState;
  readonly fold: { readonly isOpen: boolean; readonly toggle: () => void } | undefined;
}

function GridRow({ grid, row, index, columns, state, depth, fold, Details }: GridRowProps): VNode {
  const { say } = useWords(formWords);
  const id = useId();
  const width = columns.length + (fold === undefined ? 0 : 1);
  const wrong = row.cells.flatMap((cell) => cell?.diagnostics ?? []);
  const first = row.cells.find((cell) => cell !== undefined)?.text ?? '';
  return (
    <Fragment>
      <tr>
        {fold !== undefined && (
          <td class="fold">
            {row.details.length > 0 && (
              <button
                type="button"
                class="fold-button"
                aria-expanded={fold.isOpen}
                aria-label={`${say('details')} ${first}`}
                onClick={fold.toggle}
              >
                {fold.isOpen ? '−' : '+'}
              </button>
            )}
          </td>
        )}
        {columns.map((column, at) => (
          <GridCell
            key={column.id}
            cell={row.cells[grid.columns.indexOf(column)]}
            column={column}
            place={{ row: index, column: at }}
            state={state}
            described={`${id}-wrong`}
          />
        ))}
      </tr>
      {wrong.length > 0 && (
        <tr class="row-messages">
          <td colSpan={width}>
            <Messages of={wrong} id={`${id}-wrong`} />
          </td>
        </tr>
      )}
      {fold?.isOpen === true && (
        <tr class="row-details">
          <td colSpan={width}>
            <div class="details-body" onKeyDown={(event) => event.stopPropagation()} onCopy={stop} onCut={stop}>
              <Details parts={row.details} depth={depth + 1} />
            </div>
          </td>
        </tr>
      )}
      {row.below.length > 0 && (
        <tr class="between">
          <td colSpan={width}>
            <Messages of={row.below} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** What happens in a grid inside a row is nothing to the grid around it. */
const stop = (event: Event): void => event.stopPropagation();
