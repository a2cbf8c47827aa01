import { findingsIn } from '../../../../engine/service/file-findings.ts';
import { find } from '../../../../engine/service/find.ts';
import { fileHead, outlineOf } from '../../../../engine/service/outline.ts';
import { overview } from '../../../../engine/service/overview.ts';
import type {
  FileHead,
  FileText,
  Found,
  Language,
  Outline,
  Overview,
  Workspace,
} from '../../../../engine/service/index.ts';

/** What the page asks of the whole handbook. */
export const handbookAsks = {
  findingsIn,
  overview: (workspace: Workspace, at: string): Overview => overview(workspace, at),
  outline: ({ readings }: Workspace): Outline =>
    outlineOfTexts([...readings].map(([path, { file }]) => ({ path, text: file.text }))),
  find: (workspace: Workspace, query: string, language: Language, most: number): readonly Found[] =>
    find(workspace, query, language, most),
} as const;

/** Heads by path, for as long as the text is the same. */
const heads = new Map<string, { readonly text: string; readonly head: FileHead }>();

/** While a line at the top is broken a file keeps its title and its place in the list. */
export function kept(before: FileHead | undefined, now: FileHead): FileHead {
  const hasLost = (key: 'policy' | 'title'): boolean => before?.[key] !== undefined && now[key] === undefined;
  if (before === undefined || (!hasLost('policy') && !hasLost('title'))) return now;
  return { ...before, ...now, cites: now.cites.length > 0 ? now.cites : before.cites };
}

/** The outline, of which only what changed is read again. */
export function outlineOfTexts(files: readonly FileText[]): Outline {
  return outlineOf(files, (path, text) => {
    const known = heads.get(path);
    if (known?.text === text) return known.head;
    const head = kept(known?.head, fileHead(path, text));
    heads.set(path, { text, head });
    return head;
  });
}
