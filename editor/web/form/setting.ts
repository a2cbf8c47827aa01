import type { Cell, FormEdit } from '../../../engine/service/form/form.ts';

/** The edit that writes a text into a cell. */
export const setting = ({ at, key, input }: Cell, text: string): FormEdit => ({
  edit: 'set',
  at,
  ...(key === true ? { key } : {}),
  text,
  ...(input.is === 'formula' && input.unit !== undefined ? { unit: input.unit } : {}),
});
