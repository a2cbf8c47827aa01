import type { VNode } from 'preact';
import type { Cell, Column } from '../../../engine/service/form/form.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { Control } from './control.tsx';
import { useForm } from './form-context.ts';
import { isIn, type Place } from './place.ts';
import { Shown } from './shown.tsx';
import type { GridState } from './use-grid.ts';
import { formWords, rowName } from './words.ts';

interface GridCellProps {
  readonly cell: Cell | undefined;
  readonly column: Column;
  readonly place: Place;
  readonly state: GridState;
  /** Where the row's mistakes are said. */
  readonly described: string;
}

/** One cell: what it says, and where the focus is, what it is typed with. */
export function GridCell({ cell, column, place, state, described }: GridCellProps): VNode {
  const { show } = usePage();
  const { say, pick } = useWords(formWords);
  const side = useForm();
  const isActive = state.active.row === place.row && state.active.column === place.column;
  const isSelected = isIn(state.selected, place);
  const id = cell === undefined ? '' : JSON.stringify([cell.at, cell.key]);
  const pending = state.pending.get(id);
  const shown = cell === undefined || pending === undefined ? cell : { ...cell, text: pending.text };
  const isWrong = (cell?.diagnostics.length ?? 0) > 0;
  const isEditing = isActive && state.editing !== undefined && cell !== undefined;
  const classes = [
    cell === undefined ? 'is-closed' : `is-${column.input.is}`,
    ...(isActive ? ['active'] : []),
    ...(isSelected ? ['selected'] : []),
    ...(isWrong
      ? [cell?.diagnostics.some(({ severity }) => severity === 'error') === true ? 'wrong' : 'doubtful']
      : []),
    ...(isEditing ? ['editing'] : []),
    ...((cell?.text.length ?? 0) > 36 ? ['is-long'] : []),
  ];
  const said = cell === undefined ? say('notHere') : shown?.text === '' ? say('empty') : (shown?.text ?? '');
  return (
    <td
      role="gridcell"
      class={classes.join(' ')}
      aria-selected={isSelected}
      onMouseDown={(event) => {
        if (isEditing || (event.target as HTMLElement).closest('button') !== null) return;
        event.preventDefault();
        state.go(place, event.shiftKey);
      }}
      onDblClick={() => state.edit()}
    >
      {!isEditing && <span class="shown">{shown !== undefined && <Shown cell={shown} />}</span>}
      {cell?.input.is === 'yaml' && cell.span !== undefined && (
        <button
          type="button"
          class="quiet"
          tabIndex={-1}
          onClick={() => cell.span !== undefined && show(cell.span, 'text')}
        >
          {say('showInText')}
        </button>
      )}
      {isActive && (
        <Control
          key={`${place.row} ${place.column}`}
          cell={cell ?? closed(column)}
          isGhost={!isEditing}
          isTyped={state.editing?.isTyped !== false}
          isFixed={cell === undefined || cell.input.is === 'yaml' || side.isStale}
          text={state.editing?.text ?? ''}
          label={`${pick(column.label)}, ${pick(rowName(place.row + 1))}: ${said}`}
          described={isWrong ? described : undefined}
          focusing={state.focusing}
          onFocus={() => side.focused(cell ?? column)}
          onType={state.type}
          onDone={state.done}
          onPaste={state.paste}
        />
      )}
    </td>
  );
}

/** A cell that its row cannot have still takes the focus. */
const closed = ({ label, help }: Column): Cell => ({
  at: [],
  label,
  help,
  text: '',
  input: { is: 'yaml' },
  required: false,
  diagnostics: [],
});
