import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Found } from '../../../engine/service/index.ts';
import { useAsk, usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { layoutWords } from './words.ts';

const most = 40;
/** So that not each letter is a question. */
const calm = 150;

/** Clauses and names that the search came upon; a click leads to their place in the text. */
export function SearchHits({ query, isEmpty }: { readonly query: string; readonly isEmpty: boolean }): VNode {
  const { language } = usePage();
  const { say } = useWords(layoutWords);
  const asked = useCalm(query);
  const found = useAsk('handbook/find', [asked, language, most]);
  if (found === 'waiting') return <p class="hint working hits-hint">{say('reading')}</p>;
  if (found.length === 0) return <>{isEmpty && <p class="hint hits-hint">{say('nothingFound')}</p>}</>;
  const clauses = found.filter(({ sort }) => sort === 'clause');
  const policies = found.filter(({ sort }) => sort === 'policy');
  const names = found.filter(({ sort }) => sort !== 'clause' && sort !== 'policy');
  return (
    <div class="hits">
      {clauses.length > 0 && <Hits title={say('foundClauses')} found={clauses} />}
      {policies.length > 0 && <Hits title={say('foundPolicies')} found={policies} />}
      {names.length > 0 && <Hits title={say('foundNames')} found={names} />}
    </div>
  );
}

function Hits({ title, found }: { readonly title: string; readonly found: readonly Found[] }): VNode {
  const { show } = usePage();
  const { pick } = useWords();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {found.map((one) => (
          <li key={`${one.sort} ${one.name}`}>
            <button type="button" class="hit" onClick={() => show(one.span)}>
              <span>{pick(one.title)}</span> <span class="name">{one.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useCalm(query: string): string {
  const [seen, setSeen] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(query), calm);
    return () => clearTimeout(timer);
  }, [query]);
  return seen;
}
