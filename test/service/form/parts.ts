import { applyEdits } from '../../../engine/source/edit.ts';
import { editForm } from '../../../engine/service/form/edit-form.ts';
import { formOf } from '../../../engine/service/form/form-of.ts';
import {
  isNoForm,
  type Cell,
  type Form,
  type FormEdit,
  type GridPart,
  type Part,
} from '../../../engine/service/form/form.ts';
import { openWorkspace } from '../../../engine/service/index.ts';
import type { YamlNode, YamlScalar } from '../../../engine/yaml/node.ts';
import { policyTexts } from '../../support/policies.ts';

/** All cells of a form, however deep. */
export function cellsIn(parts: readonly Part[]): readonly Cell[] {
  return parts.flatMap((part) => {
    switch (part.is) {
      case 'fields':
        return part.fields;
      case 'group':
        return cellsIn(part.parts);
      case 'grid':
        return part.rows.flatMap(({ cells, details }) => [
          ...cells.filter((cell) => cell !== undefined),
          ...cellsIn(details),
        ]);
    }
  });
}

/** All grids of a form, however deep. */
export function gridsIn(parts: readonly Part[]): readonly GridPart[] {
  return parts.flatMap((part) => {
    switch (part.is) {
      case 'fields':
        return [];
      case 'group':
        return gridsIn(part.parts);
      case 'grid':
        return [part, ...part.rows.flatMap(({ details }) => gridsIn(details))];
    }
  });
}

export const policyText = (path: string): string => {
  const text = policyTexts[path];
  if (text === undefined) throw new Error(`policies/ has no ${path}`);
  return text;
};

/** The form of a text that stands alone. */
export function formFrom(text: string, path = 'pay/p.yaml'): Form {
  const form = formOf(openWorkspace([{ path, text }]), path);
  if (form === undefined || isNoForm(form)) throw new Error(`No form: ${form?.unreadable.message.en ?? 'no file'}`);
  return form;
}

/** The text after an edit, or the English words of its refusal. */
export function edited(text: string, edit: FormEdit, path = 'pay/p.yaml'): string {
  const result = editForm(openWorkspace([{ path, text }]), path, edit);
  return 'refused' in result ? `refused: ${result.refused.en}` : applyEdits(text, result.edits);
}

/** Which cell of which grid says what, for a look at a whole grid. */
export const said = ({ rows }: GridPart): readonly (readonly (string | undefined)[])[] =>
  rows.map(({ cells }) => cells.map((cell) => cell?.text));

/** All scalars below a node but keys. */
export const scalarsIn = (node: YamlNode): readonly YamlScalar[] => {
  if (node.yaml === 'scalar') return [node];
  return (node.yaml === 'list' ? node.items : node.entries.map(({ value }) => value)).flatMap(scalarsIn);
};
