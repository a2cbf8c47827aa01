import { useState } from 'preact/hooks';
import type { GridPart } from '../../../engine/service/form/form.ts';
import { withRowEdit } from './ahead.ts';
import type { RowEdit } from './edit-queue.ts';
import { useForm } from './form-context.ts';

interface UnderWay {
  readonly edit: RowEdit;
  /** Which edit of the file it was; nothing while it is not made. */
  readonly made?: number;
}

interface Ahead {
  /** With the edits of its rows that the text does not have yet. */
  readonly grid: GridPart;
  readonly editRows: (edit: RowEdit) => void;
}

/** Shows edits of rows at once, so that no key that follows them goes anywhere else. */
export function useAhead(written: GridPart): Ahead {
  const side = useForm();
  const [underWay, setUnderWay] = useState<readonly UnderWay[]>([]);
  const left = underWay.filter(({ made }) => made === undefined || made > side.made);
  return {
    grid: left.reduce((grid, { edit }) => withRowEdit(grid, edit), written),
    editRows: (edit) => {
      setUnderWay([...left, { edit }]);
      void side
        .edit(edit)
        .then((made) =>
          setUnderWay((all) =>
            all.flatMap((one) => (one.edit !== edit ? [one] : made === undefined ? [] : [{ edit, made }])),
          ),
        );
    },
  };
}
