import { useEffect, useState } from 'preact/hooks';
import type { Document } from './document.ts';
import type { Documents } from './store.ts';

/** All documents, newly drawn when one changes. */
export function useDocuments(documents: Documents): ReadonlyMap<string, Document> {
  const [all, setAll] = useState(documents.all());
  useEffect(() => {
    setAll(documents.all());
    return documents.onChange(() => setAll(documents.all()));
  }, [documents]);
  return all;
}

/** How each document stands, newly drawn only when that changes: most typing changes no state. */
export function useStates(documents: Documents): ReadonlyMap<string, Document['state']> {
  const [states, setStates] = useState(() => statesOf(documents));
  useEffect(() => {
    setStates(statesOf(documents));
    return documents.onChange((_, now, before) => {
      if (now?.state !== before?.state) setStates(statesOf(documents));
    });
  }, [documents]);
  return states;
}

const statesOf = (documents: Documents): ReadonlyMap<string, Document['state']> =>
  new Map([...documents.all()].map(([path, { state }]) => [path, state]));
