import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { InterpretationEntry } from '../kinds/head.ts';
import type { Word } from '../shape/schema.ts';
import { declaredMessages } from './declared-messages.ts';
import type { Sources } from './read.ts';

type Recorded = Pick<InterpretationEntry, 'id' | 'status' | 'decided'>;

/** What interpretations, gaps and conventions must say: an id of their own, and whether somebody decided. */
export function checkRecorded({ policies, manifest }: Sources): readonly Diagnostic[] {
  const conventions: readonly Recorded[] = manifest?.value.conventions ?? [];
  return [
    ...repeated(conventions.map(({ id }) => id)),
    ...conventions.flatMap(standing),
    ...repeated((manifest?.value.contradictions ?? []).map(({ id }) => id)),
    ...policies.flatMap(({ policy: { interpretations = [], gaps = [] } }) => [
      ...repeated([...interpretations, ...gaps].map(({ id }) => id)),
      ...interpretations.flatMap(standing),
    ]),
  ];
}

function repeated(ids: readonly Word[]): readonly Diagnostic[] {
  const first = new Map<string, Word>();
  return ids.flatMap((id) => {
    const other = first.get(id.text);
    if (other === undefined) {
      first.set(id.text, id);
      return [];
    }
    const related = [{ span: other.span, message: { en: 'First here.', zh: '首次声明于此。' } }];
    return [declaredMessages['id-twice']({ id: id.text }, id.span, { related })];
  });
}

function standing({ id, status, decided }: Recorded): readonly Diagnostic[] {
  if ((status === undefined) !== (decided === undefined)) return [];
  return [declaredMessages['proposed-or-decided']({ id: id.text }, id.span)];
}
