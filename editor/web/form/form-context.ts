import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Diagnostic } from '../../../engine/service/index.ts';
import type { Cell, Choice, Column, Form, FormEdit } from '../../../engine/service/form/form.ts';

/** What the parts of a form see of it. */
export interface FormSide {
  readonly form: Form;
  /** The form as the text has it, without what is being tried: another one after each change of the text. */
  readonly written: Form;
  /** Nothing can be changed while the text cannot be read. */
  readonly isStale: boolean;
  /** Makes an edit in the text, after those before it; which one it was, or nothing where it was refused. */
  readonly edit: (edit: FormEdit) => Promise<number | undefined>;
  /** Up to which edit the form has them all. */
  readonly made: number;
  /** Tries an edit without making it, so that its mistakes show while somebody types; undefined ends that. */
  readonly attempt: (edit: FormEdit | undefined) => void;
  /** Makes a fix of what is wrong, after what is being typed where it was found in that; typing ends. */
  readonly fix: (diagnostic: Diagnostic, fix: Diagnostic['fixes'][number]) => void;
  /** Grows when typing ends without a key. */
  readonly ended: number;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The cell that has the focus, for the line of help. */
  readonly focused: (cell: Cell | Column | undefined) => void;
  /** The cell (`cellId`) that somebody wants to see, until it has the focus. */
  readonly wanted: string | undefined;
  readonly arrived: () => void;
}

export const FormContext = createContext<FormSide | undefined>(undefined);

export function useForm(): FormSide {
  const side = useContext(FormContext);
  if (side === undefined) throw new Error('outside of a form');
  return side;
}

/** What may be typed or chosen in a cell. */
export function choicesOf({ form }: FormSide, { input }: Pick<Cell, 'input'>): readonly Choice[] {
  if (input.is === 'truth') return form.choices['words:true|false'] ?? [];
  return 'choices' in input && input.choices !== undefined ? (form.choices[input.choices] ?? []) : [];
}
