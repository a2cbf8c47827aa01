import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Workspace } from '../workspace.ts';
import { contextOf } from './context.ts';
import { readingOf } from './file-sketch.ts';
import { mentionsOf } from './mentions.ts';
import type { Sort } from './things.ts';

/** A title to show behind a name. */
export interface Inlay {
  readonly offset: number;
  readonly title: Texts;
}

const titled: readonly Sort[] = ['fact', 'decision', 'parameter', 'member', 'clause', 'post', 'department'];
// What is longer would push the text aside; the hover tells all.
const longest = 24;

/** The titles of the names between two places, each once a line; a declaration has its title beside it. */
export function inlays(workspace: Workspace, path: string, start: number, end: number): readonly Inlay[] {
  const reading = readingOf(workspace, path);
  if (reading === undefined) return [];
  const context = contextOf(workspace, path, reading.root);
  const seen = new Set<string>();
  return reading.written.flatMap((written) => {
    if (written.scalar.end < start || written.scalar.start > end) return [];
    return mentionsOf(written, reading, context).flatMap(({ span, thing, declares }) => {
      const line = reading.file.text.lastIndexOf('\n', span.start);
      const key = `${line} ${thing.sort} ${thing.name}`;
      if (declares || thing.title === undefined || !titled.includes(thing.sort) || seen.has(key)) return [];
      seen.add(key);
      // Where a title says the name only, it says nothing.
      if (thing.title.en === thing.name) return [];
      return [{ offset: span.end, title: { en: shortened(thing.title.en), zh: shortened(thing.title.zh) } }];
    });
  });
}

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
