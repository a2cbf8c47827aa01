import type { Change, Texts } from '../../../../engine/service/index.ts';
import type { InboxEntry } from '../../../../engine/service/inbox/index.ts';
import type { Documents } from '../../documents/store.ts';

/** What was decided last, and the texts around it, so that it can be taken back. */
export interface Decided {
  readonly entry: Pick<InboxEntry, 'id' | 'question' | 'origin'>;
  readonly by: Texts;
  readonly on: string;
  /** The other reading was taken. */
  readonly takes: boolean;
  readonly texts: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

type Texted = Pick<Documents, 'get' | 'type'>;

/** The texts of the files that a change edits, as they are; what it makes of them is known once it is made. */
export function textsBefore({ edits }: Change, documents: Texted): readonly { path: string; before: string }[] {
  const paths = [...new Set(edits.map(({ span }) => span.file))];
  return paths.map((path) => ({ path, before: documents.get(path)?.text ?? '' }));
}

/** Whether nothing was typed into these files since, so that taking it back takes nothing else. */
export function canTakeBack({ texts }: Decided, documents: Texted): boolean {
  return texts.length > 0 && texts.every(({ path, after }) => documents.get(path)?.text === after);
}

/** Puts the texts back; a file that the decision made goes with them (`documents/made-files.ts`). */
export function takeBack({ texts }: Decided, documents: Texted): void {
  for (const { path, before } of texts) documents.type(path, before);
}
