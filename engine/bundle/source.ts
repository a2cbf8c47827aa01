import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Opened } from './envelope.ts';
import { bundleMessages } from './messages.ts';
import { readSection, type Section } from './section.ts';
import type { Shape } from './shape.ts';

/** The bytes of a bundle and where its sections lie. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly opened: Opened;
  /** What diagnostics call it. */
  readonly name: string;
}
type Whole<T> = Exclude<Section<T>, { readonly wrong: unknown }>;

/** One section by its number. `file` is the one that places without a file are in. */
export function sectionOf<T>(
  source: Source,
  number: number,
  shape: Shape<T>,
  file: string,
): Whole<T> | { readonly diagnostic: Diagnostic } {
  const { start, end } = placeOf(source, number);
  const json = decoded(source.bytes.subarray(start, end));
  if (json === undefined) return { diagnostic: wrongAt(source, number, '', { en: 'UTF-8', zh: 'UTF-8' }) };
  const section = readSection(json, shape, file);
  if (!('wrong' in section)) return section;
  return { diagnostic: wrongAt(source, number, section.wrong.path, section.wrong.misfit) };
}

/** What is wrong in a section. The place is in bytes; people find it by the line and the way inside. */
export function wrongAt(source: Source, number: number, path: string, expected: Texts): Diagnostic {
  const { start, end } = placeOf(source, number);
  // Sections begin behind the first line.
  const place = `line ${String(number + 2)}${path === '' ? '' : `, ${path}`}`;
  return bundleMessages.malformed({ place, expected }, { file: source.name, start, end });
}

const placeOf = ({ bytes, opened }: Source, number: number): Opened['sections'][number] =>
  opened.sections[number] ?? { start: bytes.length, end: bytes.length };

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
