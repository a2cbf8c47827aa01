import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FileText } from '../../../../engine/service/index.ts';
import { useBackground, usePage } from '../../page.ts';
import { sampleTables } from '../../population/remote.ts';
import { useWords } from '../../words.ts';
import { inboxWords, touchedWords } from './words.ts';

/** How many people or orders of the sample tables rest on an interpretation. */
export function People({ id }: { readonly id: string }): VNode {
  const { failed } = usePage();
  const { say } = useWords(inboxWords);
  const [tables, setTables] = useState<readonly FileText[]>();
  useEffect(() => void sampleTables().then(setTables, failed), []);
  if (tables === undefined) return <span class="hint working">{say('counting')}</span>;
  if (tables.length === 0) return <span class="hint">{say('noTable')}</span>;
  return <Counted id={id} tables={tables} />;
}

function Counted({ id, tables }: { readonly id: string; readonly tables: readonly FileText[] }): VNode {
  const { at } = usePage();
  const { say, pick } = useWords(inboxWords);
  const touched = useBackground('inbox/touched', [id, tables, at]);
  if (touched === 'waiting') return <span class="hint working">{say('counting')}</span>;
  if (touched.length === 0) return <span class="hint">{say('noTable')}</span>;
  return (
    <ul class="inbox-touched">
      {touched.map(({ path, rows, touched: number, of }) => (
        <li key={path}>{pick(touchedWords(number, rows, of, path))}</li>
      ))}
    </ul>
  );
}
