import type { Cell, Part } from '../../../engine/service/form/form.ts';

export const isWritten = ({ span, diagnostics }: Cell): boolean => span !== undefined || diagnostics.length > 0;

/** Whether anything of it stands in the file. */
export function isWrittenPart(part: Part): boolean {
  switch (part.is) {
    case 'fields':
      return part.fields.some(isWritten);
    case 'grid':
      return part.rows.length > 0 || part.atLeast > 0;
    case 'group':
      return part.parts.some(isWrittenPart);
  }
}
