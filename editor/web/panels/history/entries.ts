import type { HistoryAnswer } from '../../../server/api.ts';
import { previousDay, type Outline, type Overview, type Texts } from '../../../../engine/service/index.ts';
import type { Document } from '../../documents/document.ts';
import { heldText } from '../../documents/line-ends.ts';

/** A text of the policy that can be compared with another one. */
export interface Entry {
  readonly id: string;
  readonly is: 'version' | 'commit';
  readonly title: Texts;
  /** When it holds, or when it was written. */
  readonly when: Texts;
  readonly says: Texts | undefined;
  readonly text: string;
  /** Where it lies, if it is a file of the handbook. */
  readonly path?: string;
  readonly isOpen: boolean;
}

/** The versions of a policy, the newest first, each until the day before the next one begins. */
export function versionEntries(
  policy: string,
  outline: Outline,
  documents: ReadonlyMap<string, Document>,
  heads: ReadonlyMap<string, NonNullable<Overview['policies'][number]['head']>>,
): readonly Entry[] {
  const files = outline.files
    .filter((file) => file.policy === policy && file.kind !== 'cases' && file.version !== undefined)
    .toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0));
  return files.map(({ path, version = 0, from = '', to }, index) => {
    const document = documents.get(path);
    const next = files[index - 1]?.from;
    const until = to ?? (next === undefined ? undefined : previousDay(next));
    return {
      id: `v${version} ${path}`,
      is: 'version',
      title: { en: `Version ${version}`, zh: `第 ${version} 版` },
      when:
        until === undefined
          ? { en: `from ${from} on`, zh: `自 ${from} 起` }
          : { en: `${from} to ${until}`, zh: `${from} 至 ${until}` },
      says: heads.get(path)?.because,
      text: document?.text ?? '',
      path,
      isOpen: document?.state !== 'clean',
    };
  });
}

/** The commits of a file, newest first. One that took the file away has no text to compare. */
export function commitEntries({ entries }: HistoryAnswer): readonly Entry[] {
  return entries.flatMap(({ commit, date, author, message, text }) => {
    if (text === null) return [];
    const title = message.split('\n')[0] ?? '';
    const written = `${date.slice(0, 10)} · ${author} · ${commit.slice(0, 8)}`;
    return [
      {
        id: commit,
        is: 'commit' as const,
        title: { en: title, zh: title },
        when: { en: written, zh: written },
        says: undefined,
        text: heldText(text, '').text,
        isOpen: false,
      },
    ];
  });
}
