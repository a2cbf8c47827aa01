import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { ClauseCoverage } from '../../../../engine/service/covered-clauses.ts';
import { useBackground, usePage } from '../../page.ts';
import { today } from '../../today.ts';
import { useWords } from '../../words.ts';
import { Cases } from './cases.tsx';
import { ClauseLines } from './clause-lines.tsx';
import { Counts } from './counts.tsx';
import { coverageWords, moreWords } from './words.ts';

/** What of the sources the file that is shown carries out, then the whole handbook; worked examples when they are asked for. */
export function Coverage(): VNode {
  const { path, outline } = usePage();
  const { say } = useWords(coverageWords);
  const given = useBackground('coverage/clauses', [path, today(outline.timeZone)]);
  const last = useRef<{ readonly path: string; readonly given: ClauseCoverage }>(undefined);
  if (given !== 'waiting') last.current = { path, given };
  const known = last.current?.path === path ? last.current.given : undefined;
  return (
    <div class="coverage">
      <p class="hint">
        {say('about')} {say('howToRead')}
      </p>
      {known === undefined ? <p class="hint working">{say('working')}</p> : <Clauses coverage={known} />}
      <Cases />
    </div>
  );
}

function Clauses({ coverage }: { readonly coverage: ClauseCoverage }): VNode {
  const { path, outline } = usePage();
  const { say, pick } = useWords(coverageWords);
  const { own, total, sources, missing, missingInAll, unread } = coverage;
  const titleOfSource = (id: string): string => {
    const title = outline.sources.find((one) => one.id === id)?.title;
    return title === undefined ? id : pick(title);
  };
  const isRegister = own?.clauses.every(({ span }) => span.file === path) === true;
  return (
    <>
      <section>
        <h2>{say('here')}</h2>
        {own === undefined ? (
          <p class="hint">{say('noneHere')}</p>
        ) : (
          <>
            <Counts rows={[{ name: '', counts: own.counts }]} />
            <h3>{say(isRegister ? 'ownClauses' : 'clauses')}</h3>
            <ClauseLines clauses={own.clauses} />
          </>
        )}
      </section>
      <section>
        <h2>{say('whole')}</h2>
        {unread.length > 0 && (
          <p class="warn" role="alert">
            {say('unread')} {unread.join(' ')}
          </p>
        )}
        <Counts
          rows={[
            ...sources.map(({ name, counts }) => ({ name: titleOfSource(name), counts })),
            { name: say('all'), counts: total },
          ]}
        />
        <h3>{say('missing')}</h3>
        {missingInAll === 0 ? (
          <p class="hint">{say('nothingMissing')}</p>
        ) : (
          <>
            <ClauseLines clauses={missing} />
            {missingInAll > missing.length && <p class="hint">{pick(moreWords(missingInAll - missing.length))}</p>}
          </>
        )}
      </section>
    </>
  );
}
