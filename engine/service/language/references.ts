import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { contextOf } from './context.ts';
import { readingOf } from './file-sketch.ts';
import { mentionAt, mentionsOf, type Mention } from './mentions.ts';
import { idOf, type Thing } from './things.ts';

/** Where the thing at a place is declared; at the declaration itself, in its other versions. */
export function definition(workspace: Workspace, path: string, offset: number): readonly Span[] {
  const mention = mentionAt(workspace, path, offset);
  if (mention === undefined) return [];
  const { thing, span } = mention;
  if (thing.sort === 'element') return boundAt(workspace, path, mention);
  const elsewhere = thing.ats.filter((at) => at.file !== span.file || at.start !== span.start);
  // A version reads its own names as it declares them.
  const own = elsewhere.filter(({ file }) => file === path);
  return own.length > 0 ? own : elsewhere.slice(0, mention.declares ? elsewhere.length : 1);
}

/** Where else the thing at a place is named, in all files; with its declarations if wanted. */
export function references(
  workspace: Workspace,
  path: string,
  offset: number,
  withDeclarations: boolean,
): readonly Span[] {
  const mention = mentionAt(workspace, path, offset);
  if (mention === undefined) return [];
  const all =
    mention.thing.sort === 'element'
      ? boundMentions(workspace, path, mention)
      : mentionsOfThing(workspace, mention.thing);
  return all.filter(({ declares }) => withDeclarations || !declares).map(({ span }) => span);
}

/** All places that name a thing. Only texts that hold its name at all are looked at, so that a whole handbook takes no time. */
export function mentionsOfThing(workspace: Workspace, thing: Thing): readonly Mention[] {
  const id = idOf(thing);
  const names = namesOf(thing);
  const holds = (text: string): boolean => names.some((name) => text.includes(name));
  return [...workspace.readings].flatMap(([path, { file }]) => {
    const reading = holds(file.text) ? readingOf(workspace, path) : undefined;
    if (reading === undefined) return [];
    const context = contextOf(workspace, path, reading.root);
    return reading.written
      .filter(({ scalar }) => holds(scalar.text))
      .flatMap((written) => mentionsOf(written, reading, context))
      .filter((mention) => mention.thing.sort === thing.sort && idOf(mention.thing) === id);
  });
}

/** The forms in which a thing can be named. */
function namesOf(thing: Thing): readonly string[] {
  switch (thing.sort) {
    case 'fact':
      return [thing.name, ...thing.fact.alias];
    case 'unit':
      return [thing.name, thing.title?.en ?? thing.name, thing.title?.zh ?? thing.name];
    case 'decision':
      return [thing.name.slice(thing.policy.length + 1)];
    case 'interpretation':
    case 'gap':
      return [thing.name.slice(thing.name.indexOf('#') + 1)];
    default:
      return [thing.name];
  }
}

/** The mentions of an expression's own name, within that expression. */
export function boundMentions(workspace: Workspace, path: string, { span, thing }: Mention): readonly Mention[] {
  const reading = readingOf(workspace, path);
  const written = reading?.written.find(({ scalar }) => scalar.start <= span.start && span.end <= scalar.end);
  if (reading === undefined || written === undefined) return [];
  const first = (name: string): string => name.split('.')[0] ?? name;
  return mentionsOf(written, reading, contextOf(workspace, path, reading.root)).filter(
    (other) => other.thing.sort === 'element' && first(other.thing.name) === first(thing.name),
  );
}

function boundAt(workspace: Workspace, path: string, mention: Mention): readonly Span[] {
  return boundMentions(workspace, path, mention)
    .filter(({ declares, span }) => declares && span.start !== mention.span.start)
    .map(({ span }) => span);
}
