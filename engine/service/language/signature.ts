import type { Texts } from '../../diagnostic/diagnostic.ts';
import { printType } from '../../ir/type.ts';
import type { Workspace } from '../workspace.ts';
import { contextOf } from './context.ts';
import { cursorAt } from './cursor.ts';
import { specialForms } from './language-words.ts';
import { wordsIn } from './token-words.ts';

/** The function whose brackets the cursor stands in. */
export interface Signature {
  readonly label: string;
  /** Of each argument, its place in the label. */
  readonly parameters: readonly (readonly [start: number, end: number])[];
  /** Which argument is being typed, from 0. */
  readonly active: number;
  readonly doc: Texts;
}

/** What a call at the cursor takes. */
export function signature(workspace: Workspace, path: string, offset: number): Signature | undefined {
  const file = workspace.readings.get(path)?.file;
  if (file === undefined) return undefined;
  const { at, root, before } = cursorAt(file.text, offset);
  if (at === undefined) return undefined;
  const { offsets: _offsets, ...scalar } = at.scalar;
  // A sign that stands for what is typed next, so that the last bracket or comma has something behind it.
  const words = wordsIn({ ...scalar, text: `${before} x` }, path);
  const within = words.at(-1)?.within;
  if (within === undefined) return undefined;
  const said = saidOf(within.call, contextOf(workspace, path, root));
  if (said === undefined) return undefined;
  const parameters = parametersOf(said.label);
  const last = parameters.length - 1;
  return { ...said, parameters, active: Math.min(within.argument, Math.max(0, last)) };
}

function saidOf(name: string, { things }: ReturnType<typeof contextOf>): Pick<Signature, 'label' | 'doc'> | undefined {
  const known = things.function().get(name);
  if (known?.sort === 'function') {
    const example = `\n\n\`${known.example}\``;
    return { label: known.signature, doc: { en: known.doc.en + example, zh: known.doc.zh + example } };
  }
  const form = specialForms.find(({ label }) => label === name);
  if (form !== undefined) return { label: form.signature, doc: form.title };
  const keyed = things.parameter().get(name);
  if (keyed?.sort !== 'parameter' || keyed.parameter.keys.length === 0) return undefined;
  return { label: `${name}(${keyed.parameter.keys.map(printType).join(', ')})`, doc: keyed.parameter.title };
}

function parametersOf(label: string): Signature['parameters'] {
  const open = label.indexOf('(');
  const inner = label.slice(open + 1, label.lastIndexOf(')'));
  let at = open + 1;
  return inner.split(', ').map((part) => {
    const place = [at, at + part.length] as const;
    at += part.length + 2;
    return place;
  });
}
