import type { VNode } from 'preact';
import { useBackground, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { ProblemList } from './problem-list.tsx';
import type { Hidden } from './severity-filter.tsx';
import { decidedWords, problemsWords } from './words.ts';

/** What is proved of the decisions of the file that is shown, once nobody types. */
export function Proofs({ hidden }: { readonly hidden: Hidden }): VNode {
  const { path, at } = usePage();
  const { say, pick } = useWords(problemsWords);
  const proofs = useBackground('problems/proofs', [path, at]);
  return (
    <section aria-live="polite" class="proofs">
      <h2>{say('proved')}</h2>
      {proofs === 'waiting' ? (
        <p class="hint working">{say('proving')}</p>
      ) : (
        <>
          <p class="hint">
            {proofs.decided + proofs.notDecided === 0
              ? say('noDecisions')
              : pick(decidedWords(proofs.decided, proofs.notDecided))}
          </p>
          {proofs.findings.length === 0 && proofs.decided > 0 && proofs.notDecided === 0 && (
            <p class="hint">{say('nothingProved')}</p>
          )}
          {proofs.notDecided > 0 && <p class="hint">{say('notDecidedMeans')}</p>}
          <ProblemList diagnostics={proofs.findings.filter(({ severity }) => !hidden.includes(severity))} proved />
        </>
      )}
    </section>
  );
}
