import type { VNode } from 'preact';
import type { Diagnostic } from '../../../../engine/service/index.ts';
import { useKept, usePage } from '../../page.ts';
import { useRowKeys } from '../../parts/row-keys.ts';
import { titleOf } from '../../parts/title.ts';
import { useWords } from '../../words.ts';
import { SeverityFilter, type Hidden } from './severity-filter.tsx';
import { ProblemList } from './problem-list.tsx';
import { Proofs } from './proofs.tsx';
import { toldOf } from './told.ts';
import { problemsWords } from './words.ts';

/** More than anybody reads; the rest is counted. */
const most = 200;

/** What is wrong, in words and reachable by keyboard: in this file first, then file by file; what is proved of this file last. */
export function Problems(): VNode {
  const { diagnostics, proved, path, overview, outline, go } = usePage();
  const { say, language } = useWords(problemsWords);
  const [hidden, setHidden] = useKept<Hidden>('problems/hidden', []);
  const list = useRowKeys('.problem', overview !== undefined);
  if (overview === undefined) return <p class="hint">{say('reading')}</p>;
  const shown = diagnostics.filter(({ severity }) => !hidden.includes(severity));
  const here = shown.filter(({ span }) => span.file === path);
  const elsewhere = shown.filter(({ span }) => span.file !== path);
  const left = elsewhere.slice(0, most);
  return (
    <div class="problems" ref={list}>
      <SeverityFilter diagnostics={toldOf(diagnostics, proved, path)} hidden={hidden} onHidden={setHidden} />
      {diagnostics.length === 0 && <p class="hint">{say('noProblems')}</p>}
      <section aria-live="polite">
        <h2>{say('here')}</h2>
        {here.length === 0 ? <p class="hint">{say('noneHere')}</p> : <ProblemList diagnostics={here} />}
      </section>
      <Proofs hidden={hidden} />
      {[...Map.groupBy(left, ({ span }) => span.file)].map(([file, own]) => (
        <section key={file}>
          <h2>
            <button type="button" class="problem-file" title={file} onClick={() => go(file)}>
              {titleOf(file, outline, language)}
            </button>{' '}
            <span class="code">{file}</span> <span class="count">{numberIn(elsewhere, file)}</span>
          </h2>
          <ProblemList diagnostics={own} />
        </section>
      ))}
      {elsewhere.length > left.length && (
        <p class="hint">
          {say('more')} {elsewhere.length - left.length}
        </p>
      )}
    </div>
  );
}

const numberIn = (all: readonly Diagnostic[], file: string): number =>
  all.filter(({ span }) => span.file === file).length;
