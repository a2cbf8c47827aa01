import type { Texts } from '../../diagnostic/diagnostic.ts';
import { nodesAlong, textUnder } from './cursor.ts';
import type { Sketch } from './sketch.ts';

/** A name that the file itself declares, as it is written now: the handbook may be a letter behind. */
export interface OwnName {
  readonly name: string;
  readonly title?: Texts;
}

/** The ids of a list of the file: interpretations, gaps, steps. `title`: the key under which an item says what it is. */
export function idsUnder(root: Sketch | undefined, list: string, title: string): readonly OwnName[] {
  const node = nodesAlong(root, [list])[1];
  if (node?.yaml !== 'list') return [];
  return node.items.flatMap((item) => {
    const id = textUnder(item, 'id')?.text;
    return id === undefined || id === '' ? [] : [named(id, nodesAlong(item, [title])[1])];
  });
}

/** The names of the file's local definitions. */
export function definitionsIn(root: Sketch | undefined): readonly OwnName[] {
  const node = nodesAlong(root, ['define'])[1];
  if (node?.yaml !== 'map') return [];
  return node.entries.map(({ key, value }) => named(key.text, nodesAlong(value, ['title'])[1]));
}

function named(name: string, title: Sketch | undefined): OwnName {
  const [en, zh] = [textUnder(title, 'en')?.text, textUnder(title, 'zh')?.text];
  return en === undefined || zh === undefined ? { name } : { name, title: { en, zh } };
}
