import { useEffect, useRef, useState } from 'preact/hooks';
import type { Form, NoForm } from '../../../engine/service/form/form.ts';
import type { Target } from '../page.ts';
import { cellId, cellOf } from './cell-of.ts';
import type { FormSide } from './form-context.ts';

/** The cell of a place that somebody wants to see, once the form is there. */
export function useWanted(
  form: Form | undefined,
  unreadable: NoForm | undefined,
  target: Target | undefined,
  missing: () => void,
): Pick<FormSide, 'wanted' | 'arrived'> {
  const seen = useRef<Target>(undefined);
  const [wanted, want] = useState<string>();
  useEffect(() => {
    if (target === undefined || target.isInText || target === seen.current) return;
    const { span } = target;
    // The start of a file is the file.
    const isFile = span.end === 0;
    if (!isFile && unreadable?.path !== span.file && form?.path !== span.file) return;
    seen.current = target;
    if (isFile) return;
    const cell = form === undefined ? undefined : cellOf(form.parts, span);
    if (cell === undefined) missing();
    else want(cellId(cell));
  }, [target, form, unreadable]);
  return { wanted, arrived: () => want(undefined) };
}
