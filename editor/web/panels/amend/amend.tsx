import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { usePage } from '../../page.ts';
import { titleOf } from '../../parts/title.ts';
import { ChangeWords } from '../../proposing/change-words.tsx';
import { Checks } from '../../proposing/checks.tsx';
import { EffectOnSample } from '../../proposing/effect.tsx';
import { ProposeButton } from '../../proposing/propose-button.tsx';
import { useDifference } from '../../proposing/use-difference.ts';
import { proposingWords } from '../../proposing/words.ts';
import { useWords } from '../../words.ts';
import { NewVersion } from './new-version.tsx';
import { amendWanted } from './wanted.ts';
import { amendWords } from './words.ts';

/** From the date of a new version to its proposal: make it, change it, see what it does. */
export function Amend(): VNode {
  const { path, outline, go, language, kept } = usePage();
  const { say } = useWords({ ...proposingWords, ...amendWords });
  const { files, words, isWorking } = useDifference();
  useEffect(() => {
    if (kept.delete(amendWanted)) document.getElementById('amend-from')?.focus();
  }, []);
  const head = outline.files.find((file) => file.path === path);
  const policy = head?.kind === 'cases' ? undefined : head?.policy;
  const newest = outline.files
    .filter((file) => file.policy === policy && file.kind !== 'cases')
    .toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0))[0];
  return (
    <div class="amend">
      {policy === undefined || newest === undefined ? (
        <p class="hint">{say('noPolicy')}</p>
      ) : newest.path === path ? (
        <NewVersion key={path} policy={policy} head={newest} files={files} />
      ) : (
        <p>
          {say('oldVersion')}{' '}
          <button type="button" class="link words" onClick={() => go(newest.path)}>
            {titleOf(newest.path, outline, language)}
          </button>
        </p>
      )}
      {files.length > 0 && (
        <section aria-busy={isWorking}>
          <h3>
            {say('whatChanges')} {isWorking && <span class="hint">{say('working')}</span>}
          </h3>
          {words !== undefined && <ChangeWords {...words} />}
          <h3>{say('checks')}</h3>
          {words !== undefined && <Checks findings={words.newFindings} />}
          <EffectOnSample files={files} policy={policy} />
          <div class="acts put-forward">
            <ProposeButton />
          </div>
        </section>
      )}
    </div>
  );
}
