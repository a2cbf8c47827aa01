import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseCoverage } from '../../../../engine/service/covered-by-cases.ts';
import { useKept, usePage } from '../../page.ts';
import { titleOf } from '../../parts/title.ts';
import { useWords } from '../../words.ts';
import { Counts } from './counts.tsx';
import { casesWords, coverageWords, moreWords, progressWords } from './words.ts';

interface Run {
  /** Of which text of the handbook it speaks. */
  readonly revision: number;
  readonly done: readonly CaseCoverage[];
  readonly of: number;
}

/** What worked examples go through, when somebody asks: of one policy, or of all with progress, which can be stopped. */
export function Cases(): VNode {
  const { background, path, revision, failed } = usePage();
  const { say, pick } = useWords(coverageWords);
  const [run, setRun] = useKept<Run | undefined>('coverage/run', undefined);
  const [isRunning, setRunning] = useState(false);
  const wanted = useRef(0);
  // What is asked of a panel that nobody sees is not waited for.
  useEffect(() => () => void (wanted.current += 1), []);
  const start = async (policies: () => Promise<readonly string[]>): Promise<void> => {
    const own = ++wanted.current;
    setRunning(true);
    try {
      const names = await policies();
      const done: CaseCoverage[] = [];
      for (const name of names) {
        if (wanted.current !== own) return;
        done.push(await background.ask('coverage/cases', name));
        if (wanted.current === own) setRun({ revision, done: [...done], of: names.length });
      }
    } finally {
      if (wanted.current === own) setRunning(false);
    }
  };
  const stop = (): void => {
    wanted.current += 1;
    setRunning(false);
  };
  const here = async (): Promise<readonly string[]> => {
    const policy = await background.ask('coverage/policyIn', path);
    return policy === undefined ? [] : [policy];
  };
  return (
    <section>
      <h2>{say('cases')}</h2>
      <p class="hint">{say('casesAbout')}</p>
      <p class="case-acts">
        <button type="button" class="quiet" disabled={isRunning} onClick={() => void start(here).catch(failed)}>
          {say('runHere')}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={isRunning}
          onClick={() => void start(() => background.ask('coverage/policies')).catch(failed)}
        >
          {say('runAll')}
        </button>
        {isRunning && (
          <button type="button" class="quiet" onClick={stop}>
            {say('stop')}
          </button>
        )}
      </p>
      {isRunning && (
        <p class="hint" role="status">
          <progress value={run?.done.length ?? 0} max={run?.of ?? 1} aria-label={say('cases')} />{' '}
          {run === undefined ? say('working') : pick(progressWords(run.done.length, run.of))}
        </p>
      )}
      {run !== undefined && run.revision !== revision && <p class="hint">{say('outOfDate')}</p>}
      {run !== undefined && (run.of > 1 ? <Many done={run.done} /> : run.done.map((one) => <One key={one.policy} coverage={one} />))}
    </section>
  );
}

const mostMissing = 40;

function One({ coverage }: { readonly coverage: CaseCoverage }): VNode {
  const { show } = usePage();
  const { say, pick } = useWords(coverageWords);
  const { cases, failing, shares, missing } = coverage;
  return (
    <div class="case-coverage">
      <p>
        {pick(casesWords(cases, failing))} {failing > 0 && <span class="hint">{say('failing')}</span>}
      </p>
      <Counts rows={[{ name: '', counts: shares }]} />
      {missing.length === 0 && <p class="hint">{say('allCovered')}</p>}
      <ul class="clause-lines">
        {missing.slice(0, mostMissing).map(({ what, span, inputs }) => (
          <li key={`${span.file} ${String(span.start)} ${what.en}`}>
            <span class="dot warning" role="img" aria-label={say('lacking')} />
            <div>
              <button type="button" class="clause-link" onClick={() => show(span)}>
                {pick(what)}
              </button>
              {inputs.length > 0 && (
                <p class="hint">
                  {say('tryThis')}: {inputs.map(pick).join(' · ')}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {missing.length > mostMissing && <p class="hint">{pick(moreWords(missing.length - mostMissing))}</p>}
    </div>
  );
}

/** Only policies that lack something; each opens its file. */
function Many({ done }: { readonly done: readonly CaseCoverage[] }): VNode {
  const { outline, go } = usePage();
  const { say, pick, language } = useWords(coverageWords);
  const lacking = done.filter(({ missing }) => missing.length > 0);
  const totals = sumOf(done);
  const fileOf = (policy: string): string =>
    outline.files.findLast((file) => file.policy === policy && file.kind !== 'cases')?.path ?? '';
  return (
    <div class="case-coverage">
      <p>{pick(casesWords(done.reduce((sum, { cases }) => sum + cases, 0), done.reduce((sum, { failing }) => sum + failing, 0)))}</p>
      <Counts rows={[{ name: '', counts: totals }]} />
      {lacking.length === 0 ? (
        <p class="hint">{say('allCovered')}</p>
      ) : (
        <>
          <h3>{say('incomplete')}</h3>
          <ul class="clause-lines">
            {lacking.map(({ policy, missing }) => (
              <li key={policy}>
                <span class="dot warning" aria-hidden="true" />
                <button type="button" class="clause-link" onClick={() => go(fileOf(policy))}>
                  {titleOf(fileOf(policy), outline, language)} <span class="count">{missing.length}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function sumOf(done: readonly CaseCoverage[]): CaseCoverage['shares'] {
  // A clause of several policies would count several times.
  const shares = done.flatMap((one) => one.shares).filter(({ sort }) => sort !== 'clause');
  return [...Map.groupBy(shares, ({ sort }) => sort)].flatMap(([sort, [first, ...more]]) => {
    if (first === undefined) return [];
    const add = (key: 'covered' | 'of'): number => more.reduce((sum, share) => sum + share[key], first[key]);
    return [{ sort, title: first.title, covered: add('covered'), of: add('of') }];
  });
}
