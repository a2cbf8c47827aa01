import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cell, Column, GridPart } from '../../../engine/service/form/form.ts';
import { freeName } from './ahead.ts';
import type { RowEdit } from './edit-queue.ts';
import { useForm } from './form-context.ts';
import { setting } from './setting.ts';
import { blockOf, clipboardText, moved, tabbed, type Block, type Place } from './place.ts';

interface Editing {
  readonly text: string;
  /** It began with a key, so it goes on in the same control. */
  readonly isTyped: boolean;
}

/** What was typed into a cell; `made`: which edit of the file that was, once it is made. */
interface Pending {
  readonly text: string;
  readonly made?: number;
}

/** Where a person is in a grid and what is being typed there, and what keys do. */
export interface GridState {
  readonly active: Place;
  readonly selected: Block;
  readonly editing: Editing | undefined;
  /** What was typed and is being written. */
  readonly pending: ReadonlyMap<string, Pending>;
  /** Grows each time the active cell takes the focus. */
  readonly focusing: number;
  readonly go: (place: Place, extend?: boolean) => void;
  readonly type: (text: string) => void;
  readonly edit: () => void;
  readonly done: (text: string | undefined, event?: KeyboardEvent) => void;
  readonly key: (event: KeyboardEvent) => void;
  readonly copy: (event: ClipboardEvent, cut: boolean) => void;
  readonly paste: (event: ClipboardEvent) => void;
  readonly insertRow: (row: number) => void;
  readonly removeRows: () => void;
  readonly moveRow: (by: number) => void;
  /** Cuts the stretch of the active row at a value. */
  readonly splitRow: (under: Column, text: string) => void;
  /** Makes one row of the active one, which is kept, and a neighbour. */
  readonly mergeRow: (under: Column, by: 1 | -1) => void;
}

export function useGrid(grid: GridPart, columns: readonly Column[], editRows: (edit: RowEdit) => void): GridState {
  const side = useForm();
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>(active);
  const [editing, setEditing] = useState<Editing>();
  const [typed, setTyped] = useState<ReadonlyMap<string, Pending>>(new Map());
  const [focusing, setFocusing] = useState(0);
  // Blur comes after Enter has written already.
  const open = useRef<Editing | undefined>(undefined);
  useEffect(() => {
    open.current = undefined;
    setEditing(undefined);
  }, [side.ended]);
  const pending = new Map([...typed].filter(([, { made }]) => made === undefined || made > side.made));

  const cellAt = ({ row, column }: Place): Cell | undefined => {
    const id = columns[column]?.id;
    return grid.rows[row]?.cells[grid.columns.findIndex((one) => one.id === id)];
  };
  const start = (next: Editing | undefined): void => {
    open.current = next;
    setEditing(next);
    const cell = cellAt(active);
    side.attempt(
      next === undefined || cell === undefined || next.text === cell.text ? undefined : setting(cell, next.text),
    );
  };
  const go = (place: Place, extend = false): void => {
    setFocusing((count) => count + 1);
    setActive(place);
    if (!extend) setAnchor(place);
    side.focused(cellAt(place) ?? columns[place.column]);
  };
  const size = { rows: grid.rows.length, columns: columns.length };
  const selected = blockOf(active, anchor);
  const write = (text: string): void => {
    const cell = cellAt(active);
    if (cell === undefined) return;
    const id = JSON.stringify([cell.at, cell.key]);
    if (text === (pending.get(id)?.text ?? cell.text)) return;
    const one: Pending = { text };
    setTyped(new Map(pending).set(id, one));
    void side.edit(setting(cell, text)).then((made) =>
      setTyped((all) => {
        if (all.get(id) !== one) return all;
        const next = new Map(all);
        if (made === undefined) next.delete(id);
        else next.set(id, { text, made });
        return next;
      }),
    );
  };
  const clear = (): void => {
    const [first, last] = selected.rows;
    const [left, right] = selected.columns;
    if (first === last && left === right) return write('');
    const blank = Array.from({ length: last - first + 1 }, () => Array.from({ length: right - left + 1 }, () => ''));
    pasteAt(first, left, clipboardText(blank));
  };
  const pasteAt = (row: number, column: number, text: string): void => {
    const ids = columns.slice(column).map(({ id }) => id);
    void side.edit({ edit: 'paste', grid: grid.id, row, columns: ids, text });
  };
  const moveRow = (by: number): void => {
    const to = active.row + by;
    if (to < 0 || to >= grid.rows.length) return;
    editRows({ edit: 'move-row', at: grid.at, row: active.row, to });
    go({ ...active, row: to });
  };
  return {
    active,
    selected,
    editing,
    pending,
    focusing,
    go,
    type: (text) => start({ text, isTyped: open.current?.isTyped ?? true }),
    edit: () => {
      const cell = cellAt(active);
      if (cell !== undefined && cell.input.is !== 'yaml' && !side.isStale) start({ text: cell.text, isTyped: false });
    },
    done: (text, event) => {
      if (open.current === undefined) return;
      start(undefined);
      if (text !== undefined) write(text);
      if (event === undefined || text === undefined) return;
      event.preventDefault();
      if (event.key === 'Tab') go(tabbed(active, event.shiftKey, size));
      else go(moved(active, event.shiftKey ? 'ArrowUp' : 'ArrowDown', false, size) ?? active);
    },
    key: (event) => {
      if (open.current !== undefined || event.isComposing || event.defaultPrevented) return;
      const isControl = event.ctrlKey || event.metaKey;
      const place = event.altKey ? undefined : moved(active, event.key, isControl, size);
      if (place !== undefined) go(place, event.shiftKey);
      else if (event.altKey && /^Arrow(?:Up|Down)$/.test(event.key)) moveRow(event.key === 'ArrowUp' ? -1 : 1);
      else if (event.key === 'Enter' || event.key === 'F2') {
        const cell = cellAt(active);
        if (cell !== undefined && cell.input.is !== 'yaml' && !side.isStale) start({ text: cell.text, isTyped: false });
      } else if (event.key === 'Delete' || event.key === 'Backspace') clear();
      else if (isControl && event.key.toLowerCase() === 'z') (event.shiftKey ? side.redo : side.undo)();
      else if (isControl && event.key.toLowerCase() === 'y') side.redo();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    copy: (event, cut) => {
      if (open.current !== undefined) return;
      const { rows, columns: across } = selected;
      const texts = Array.from({ length: rows[1] - rows[0] + 1 }, (_, i) =>
        Array.from(
          { length: across[1] - across[0] + 1 },
          (__, j) => cellAt({ row: rows[0] + i, column: across[0] + j })?.text ?? '',
        ),
      );
      event.clipboardData?.setData('text/plain', clipboardText(texts));
      event.preventDefault();
      if (cut) clear();
    },
    paste: (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (open.current !== undefined && !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      start(undefined);
      if (text !== '') pasteAt(selected.rows[0], selected.columns[0], text);
    },
    insertRow: (row) => {
      const key = freeName(grid);
      editRows({ edit: 'insert-row', at: grid.at, row, ...(key === undefined ? {} : { key }) });
      go({ row, column: 0 });
    },
    removeRows: () => {
      const [first, last] = selected.rows;
      const count = last - first + 1;
      editRows({ edit: 'remove-rows', at: grid.at, row: first, count });
      go({ row: Math.max(0, Math.min(first, grid.rows.length - count - 1)), column: active.column });
    },
    moveRow,
    splitRow: ({ id }, text) => {
      const { input } = grid.rows[active.row]?.cells[grid.columns.findIndex((one) => one.id === id)] ?? {};
      const unit = input?.is === 'range' ? input.unit : undefined;
      editRows({
        edit: 'split-row',
        at: grid.at,
        row: active.row,
        under: id,
        text,
        ...(unit === undefined ? {} : { unit }),
      });
      go({ row: active.row + 1, column: columns.findIndex((one) => one.id === id) });
    },
    mergeRow: ({ id }, by) => {
      const row = by === 1 ? active.row : active.row - 1;
      editRows({ edit: 'merge-rows', at: grid.at, row, under: id, keep: by === 1 ? 'first' : 'second' });
      go({ ...active, row });
    },
  };
}
