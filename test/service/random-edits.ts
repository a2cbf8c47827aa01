/** Random changes to random files, as people make them while they type: most of them leave the handbook broken for a while. */
import { expect } from 'vitest';
import { assemble } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { readFile, type FileReading } from '../../engine/program/read.ts';
import { overview } from '../../engine/service/overview.ts';
import { removeFile, updateFile, type FileText, type Workspace } from '../../engine/service/workspace.ts';
import { sourceFile, type SourceFile } from '../../engine/source/source-file.ts';
import type { Span } from '../../engine/source/span.ts';
import { sameData } from '../../engine/source/same-data.ts';

export type Random = (below: number) => number;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const one = <T>(items: readonly T[], random: Random): T | undefined => items[random(Math.max(1, items.length))];
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}.%#-]+/gu) ?? [];
const typed = [' ', '\n', ':', '-', '"', '[', '}', '#', '%', 'x', '9', '. ', '率', '\n  ', '> 3', ', '];

/** One change to a text; `other` is where words come from. */
function changed(text: string, other: string, random: Random): string {
  const at = random(text.length + 1);
  const lines = text.split('\n');
  const line = random(lines.length);
  switch (random(7)) {
    case 0:
      return text.slice(0, at) + (one(typed, random) ?? '') + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random(6));
    case 2:
      return lines.toSpliced(line, 1).join('\n');
    case 3:
      return lines.toSpliced(line, 0, lines[random(lines.length)] ?? '').join('\n');
    default: {
      // A word in place of another one: a type, a unit, a date, a name, wherever it stands.
      const before = one(words(text), random) ?? '';
      const after = one(words(random(2) === 0 ? text : other), random) ?? '';
      return random(2) === 0 ? text.replace(before, after) : text.replaceAll(before, after);
    }
  }
}

/** A file of a workspace, one that many others read more often than others. */
function someFile({ readings }: Workspace, random: Random): FileText {
  const all = [...readings.values()];
  const shared = all.filter(({ read }) => read.is === 'vocabulary' || read.is === 'handbook' || read.is === 'register');
  const read = all.filter(({ read: { is } }) => is === 'policy' || is === 'broken');
  const policies = read.filter(({ file }) => /parameters|organization/.test(file.name));
  const { file } = one([all, shared, read, read, read, policies][random(6)] ?? all, random) ?? all[0]!;
  return { path: file.name, text: file.text };
}

/** A decision, fact or parameter that others may read gets another name where it is declared, or back its own. */
function declaredAnew({ handbook, readings }: Workspace, random: Random): FileText | undefined {
  const versions = [...handbook.versions.values()].flat();
  const decisions = versions.flatMap(({ decisions: all }) => all);
  const parameters = versions.flatMap(({ parameters: all }) => all);
  const declared = one<{ readonly origin: Span }>(
    [decisions, Object.values(handbook.facts), parameters][random(3)] ?? decisions,
    random,
  );
  const file = readings.get(declared?.origin.file ?? '')?.file;
  if (declared === undefined || file === undefined) return undefined;
  const { start, end } = declared.origin;
  const name = file.text.slice(start, end);
  const other = name.endsWith('-x') ? name.slice(0, -2) : `${name}-x`;
  const type = /type: (percent|money)/.exec(file.text.slice(end, end + 80));
  if (type === null || random(2) === 0)
    return { path: file.name, text: file.text.slice(0, start) + other + file.text.slice(end) };
  const at = end + type.index + 'type: '.length;
  const [, before = ''] = type;
  const after = before === 'percent' ? 'money' : 'percent';
  return { path: file.name, text: file.text.slice(0, at) + after + file.text.slice(at + before.length) };
}

/** The next state of a workspace that somebody works on; `first` is what undoing leads back to. */
export function nextWorkspace(workspace: Workspace, first: ReadonlyMap<string, string>, random: Random): Workspace {
  const { path, text } = someFile(workspace, random);
  const different = [...workspace.readings.values()].filter(({ file }) => first.get(file.name) !== file.text);
  switch (random(12)) {
    case 0: {
      const version = text.replace(
        /^version: (\d+)$/m,
        (_, number: string) => `version: ${String(Number(number) + 1)}`,
      );
      return updateFile(workspace, path.replace('.yaml', `.next${String(random(3))}.yaml`), version);
    }
    case 1:
    case 2:
    case 3: {
      // Back to what it was.
      const undone = one(different, random)?.file.name ?? path;
      const before = first.get(undone);
      return before === undefined ? removeFile(workspace, undone) : updateFile(workspace, undone, before);
    }
    case 5:
    case 6:
    case 7: {
      const anew = declaredAnew(workspace, random);
      return anew === undefined ? workspace : updateFile(workspace, anew.path, anew.text);
    }
    case 4:
      return random(6) === 0 ? removeFile(workspace, path) : workspace;
    default:
      return updateFile(workspace, path, changed(text, someFile(workspace, random).text, random));
  }
}

/** All that anybody sees of a workspace, as plain data. */
function seenOf(workspace: Workspace): unknown {
  const { handbook } = workspace;
  const { sources: _, versions, ...rest } = handbook;
  return [
    rest,
    [...versions].map(([policy, all]) => [
      policy,
      all.map(({ read, ...version }) => ({ ...version, is: read.kind.name })),
    ]),
    overview(workspace, '2026-11-22'),
    link(handbook, { at: '2026-11-22' }),
  ];
}

/** Texts as they are read without anything from before; one that comes back says the same again. */
const freshly = new Map<string, FileReading>();

function freshReading({ name, text }: SourceFile): FileReading {
  const key = `${name} ${text}`;
  const known = freshly.get(key) ?? readFile(sourceFile(name, text));
  freshly.set(key, known);
  return known;
}

/** A workspace that came about by changes is the one that its texts alone give. */
export function expectAsFresh(workspace: Workspace): void {
  const readings = new Map([...workspace.readings].map(([path, { file }]) => [path, freshReading(file)]));
  const fresh = seenOf({ readings, handbook: assemble([...readings.values()]) });
  const seen = seenOf(workspace);
  // The whole is large: it is only shown where it differs.
  if (!sameData(seen, fresh)) expect(seen).toEqual(fresh);
  expect(sameData(seen, fresh)).toBe(true);
}
