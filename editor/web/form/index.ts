import type { FunctionComponent } from 'preact';

/** The file that is shown as fields and grids, beside its text or instead of it; undefined where there is no such view yet. */
export const FormView: FunctionComponent<{ readonly path: string }> | undefined = undefined as
  FunctionComponent<{ readonly path: string }> | undefined;
