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
