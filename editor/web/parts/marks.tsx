import type { VNode } from 'preact';
import type { Interpretation } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';

/** The numbered notes of a policy, by the id of the interpretation. */
export type Notes = ReadonlyMap<string, Note>;
interface Note {
  readonly number: number;
  /** An ordinary reading is listed, but flags nothing. */
  readonly isConvention: boolean;
}

export function notesOf(interpretations: readonly Interpretation[]): Notes {
  return new Map(
    interpretations.map(({ id, about }, index) => [id, { number: index + 1, isConvention: about === 'convention' }]),
  );
}

interface Marked {
  /** `policy#id` of interpretations. */
  readonly restsOn: readonly string[];
  /** The company's own figure. */
  readonly own: boolean;
}

export type Sort = 'plain' | 'marked' | 'own';

/** Where a row or step comes from: the source itself, an interpretation that flags, or the company. */
export function sortOf({ restsOn, own }: Marked, notes: Notes): Sort {
  // The handbook's own notes are conventions, all of them.
  if (restsOn.some((id) => notes.get(id)?.isConvention === false)) return 'marked';
  return own ? 'own' : 'plain';
}

/** What a row rests on: the numbers of the notes below, and whether it is the company's own figure. */
export function Marks({ restsOn, own, notes }: Marked & { readonly notes: Notes }): VNode {
  const { say } = useWords();
  return (
    <>
      {restsOn.map((id) => {
        const note = notes.get(id);
        return (
          <a key={id} class={note?.isConvention === false ? 'note' : 'note convention'} href={`#note-${id}`} title={id}>
            {note?.number ?? id}
          </a>
        );
      })}
      {own && <span class="tag own">{say('own')}</span>}
    </>
  );
}
