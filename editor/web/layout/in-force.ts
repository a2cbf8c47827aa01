import type { FileHead } from '../../../engine/service/index.ts';
import type { Document } from '../documents/document.ts';

interface Changed {
  readonly document: Pick<Document, 'state'>;
  /** What was there before; null: nothing. */
  readonly before: string | null;
}

/**
 * Whether a changed text may be of a version in force. Whether it is, and means something else now, only the whole handbook can
 * say; this spares asking it of new files, of versions still to come, and of a text that has become the next version.
 */
export function mayBeInForce(file: Changed | undefined, head: FileHead | undefined, today: string): boolean {
  if (file === undefined || file.before === null || file.document.state === 'conflict') return false;
  if (head?.policy === undefined || head.kind === 'cases') return false;
  const { version, from } = head;
  const isNext = version !== undefined && !new RegExp(`^version: *${version}\\b`, 'm').test(file.before);
  const isToCome = from !== undefined && from > today && file.before.includes(from);
  return !isNext && !isToCome;
}

/** Whether there is a later version of the policy that a file is of. */
export function hasLater(head: FileHead | undefined, files: readonly FileHead[]): boolean {
  return files.some(
    ({ policy, kind, version = 0 }) =>
      policy === head?.policy && kind !== 'cases' && version > (head?.version ?? version),
  );
}
