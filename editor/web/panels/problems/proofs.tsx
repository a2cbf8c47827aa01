import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { useBackgroundOf, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { ProblemList } from './problem-list.tsx';
import type { Hidden } from './severity-filter.tsx';
import { decidedWords, problemsWords } from './words.ts';

/** What is proved of the decisions of the file that is shown, once nobody types. */
export function Proofs({ hidden }: { readonly hidden: Hidden }): VNode {
  const { path, at, revision, setProved } = usePage();
  const { say, pick } = useWords(problemsWords);
  const given = useBackgroundOf('problems/proofs', [path, at]);
  const proofs = given?.answer;
  const isOld = given !== undefined && given.revision !== revision;
  useEffect(() => {
    if (proofs !== undefined) setProved({ path, findings: proofs.findings });
  }, [proofs]);
  return (
    <section aria-live="polite" aria-busy={isOld} class="proofs">
      <h2>{say('proved')}</h2>
      {proofs === undefined ? (
        <p class="hint working">{say('proving')}</p>
      ) : (
        <>
          {isOld && <p class="hint working">{say('provingAnew')}</p>}
          <p class="hint">
            {proofs.decided + proofs.notDecided === 0
              ? say('noDecisions')
              : pick(decidedWords(proofs.decided, proofs.notDecided))}
          </p>
          {proofs.findings.length === 0 && proofs.decided > 0 && proofs.notDecided === 0 && (
            <p class="hint">{say('nothingProved')}</p>
          )}
          {proofs.notDecided > 0 && <p class="hint">{say('notDecidedMeans')}</p>}
          <ProblemList
            diagnostics={proofs.findings.filter(({ severity }) => !hidden.includes(severity))}
            proved={isOld ? 'before' : 'now'}
          />
        </>
      )}
    </section>
  );
}
