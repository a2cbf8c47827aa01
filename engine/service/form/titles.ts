import type { Texts } from '../../diagnostic/diagnostic.ts';
import { contextOf } from '../language/context.ts';
import { readingOf } from '../language/file-sketch.ts';
import { mentionsOf } from '../language/mentions.ts';
import type { Workspace } from '../workspace.ts';
import type { Cell, Column, Part } from './form.ts';
import { wordsIn } from './cells.ts';

/** What the names of a file are called by people. */
interface Titles {
  /** By the offset where a name stands. */
  readonly at: ReadonlyMap<number, { readonly name: string; readonly title: Texts }>;
  /** By the name, for columns, which stand at no place. */
  readonly of: ReadonlyMap<string, Texts>;
  /** Of the circumstances that a list of sanctions names. */
  readonly circumstances: ReadonlyMap<string, Texts>;
}

/** The parts with the titles of facts, decisions, posts and others beside their names. */
export function withTitles(parts: readonly Part[], workspace: Workspace, path: string): readonly Part[] {
  const titles = titlesIn(workspace, path);
  return titles.at.size === 0 ? parts : parts.map((part) => titled(part, titles));
}

function titlesIn(workspace: Workspace, path: string): Titles {
  const reading = readingOf(workspace, path);
  const at = new Map<number, { readonly name: string; readonly title: Texts }>();
  const of = new Map<string, Texts>();
  const circumstances = new Map<string, Texts>();
  if (reading === undefined) return { at, of, circumstances };
  const context = contextOf(workspace, path, reading.root);
  for (const written of reading.written) {
    for (const { span, thing, declares } of mentionsOf(written, reading, context)) {
      const { title } = thing;
      if (declares || title === undefined || title.en === thing.name) continue;
      const name = reading.file.text.slice(span.start, span.end);
      at.set(span.start, { name, title });
      if (!of.has(name)) of.set(name, title);
      const [first, key] = written.path;
      if (first === 'circumstances' && written.role !== 'key' && typeof key === 'string') circumstances.set(key, title);
    }
  }
  return { at, of, circumstances };
}

function titled(part: Part, titles: Titles): Part {
  switch (part.is) {
    case 'fields':
      return { ...part, fields: part.fields.map((cell) => titledCell(cell, titles)) };
    case 'group':
      return { ...part, parts: part.parts.map((inner) => titled(inner, titles)) };
    case 'grid':
      return {
        ...part,
        columns: part.columns.map((column) => ({ ...column, label: labelOf(column, titles) })),
        rows: part.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => (cell === undefined ? undefined : titledCell(cell, titles))),
          details: row.details.map((inner) => titled(inner, titles)),
        })),
      };
  }
}

function titledCell(cell: Cell, titles: Titles): Cell {
  const title = titleOf(cell, titles);
  return { ...cell, label: labelOf(cell, titles), ...(title === undefined ? {} : { title }) };
}

/** A label that is but a name is the name's title. */
function labelOf({ label }: Pick<Cell | Column, 'label'>, { of }: Titles): Texts {
  return (label.en === label.zh ? of.get(label.en) : undefined) ?? label;
}

/** What all the names in a cell are called, where it has nothing else; of each a title. */
function titleOf({ key, span, text, input }: Cell, { at, circumstances }: Titles): Texts | undefined {
  if (span === undefined || text === '' || input.is === 'text' || input.is === 'choice') return undefined;
  if (key === true && circumstances.size > 0) {
    const all = text.split(' and ').map((name) => circumstances.get(name));
    return all.includes(undefined) ? undefined : joined(all, ' and ', '且');
  }
  const names = input.is === 'list' ? wordsIn(text) : [text];
  if (names.length > mostNames) return undefined;
  const found: Texts[] = [];
  // Quotes and brackets stand before names.
  for (let place = span.start; place <= span.end && found.length < names.length; place += 1) {
    const here = at.get(place);
    if (here !== undefined && here.name === names[found.length]) found.push(here.title);
  }
  if (found.length === 0 || found.length < names.length) return undefined;
  return joined(found, ', ', '、');
}

// The titles of more would hide what they are beside.
const mostNames = 3;

const joined = (all: readonly (Texts | undefined)[], en: string, zh: string): Texts => ({
  en: all.map((one) => one?.en).join(en),
  zh: all.map((one) => one?.zh).join(zh),
});
