import type { VNode } from 'preact';
import type { CasesOfPolicy, TriedCase } from '../../../../engine/service/index.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { titleOf } from '../../parts/title.ts';
import { useWords } from '../../words.ts';
import { CaseRow } from './case-row.tsx';
import { MissingParts } from './missing.tsx';
import { casesWords, editWords } from './words.ts';

/** The worked examples of the policy that is shown, asked of the text as it stands, and what none of them shows. */
export function CasesPanel(): VNode {
  const { path, kept, go, outline } = usePage();
  const { say, pick } = useWords(casesWords);
  const answer = useAsk('cases/of', [path]);
  const [last, setLast] = useKept<{ path: string; cases: CasesOfPolicy | undefined } | undefined>(
    'cases/last',
    undefined,
  );
  if (answer !== 'waiting' && (last?.path !== path || last.cases !== answer)) setLast({ path, cases: answer });
  const found = answer !== 'waiting' ? answer : last?.path === path ? last.cases : 'waiting';
  if (found === 'waiting') return <p class="hint working">{say('reading')}</p>;
  if (found === undefined) return <p class="hint">{say('noPolicy')}</p>;
  const failing = found.cases.filter(fails);
  const holding = found.cases.filter((one) => !fails(one));
  const row = (one: TriedCase): VNode => (
    <CaseRow
      key={`${one.span.file} ${one.label}`}
      tried={one}
      file={found.file}
      facts={found.facts}
      own={ownFacts(one, found.cases)}
      isOpen={fails(one)}
    />
  );
  return (
    <div class="cases" aria-busy={answer === 'waiting'}>
      <header>
        <h3>{pick(found.title)}</h3>
        <p role="status" class={failing.length > 0 ? 'cases-sum bad' : 'cases-sum'}>
          <span class="cases-good">
            ✓ {holding.length} {say('holds')}
          </span>{' '}
          {failing.length > 0 && (
            <span class="cases-bad">
              ✗ {failing.length} {say('fails')}
            </span>
          )}
        </p>
        <p>
          {found.files.map((file) => (
            <button
              key={file}
              type="button"
              class="quiet"
              title={file}
              onClick={() => {
                kept.set('middle/view', 'form');
                go(file);
              }}
            >
              {pick(editWords({ en: titleOf(file, outline, 'en'), zh: titleOf(file, outline, 'zh') }))}
            </button>
          ))}
        </p>
      </header>
      {found.problems.map(({ message, span, code }) => (
        <p key={`${code} ${span.start}`} class="warn">
          {pick(message)}
        </p>
      ))}
      {found.cases.length === 0 && (
        <p class="hint">
          {say('none')}{' '}
          <button type="button" class="quiet" onClick={() => go(found.file, 'try')}>
            {say('openTry')}
          </button>
        </p>
      )}
      {failing.length > 0 && <h4>{say('failing')}</h4>}
      {failing.map(row)}
      {holding.length > 0 && (
        <details class="cases-holding" open={failing.length === 0}>
          <summary>
            {say('holding')} ({holding.length})
          </summary>
          {holding.map(row)}
        </details>
      )}
      <MissingParts found={found} />
    </div>
  );
}

const fails = ({ asked }: TriedCase): boolean => asked.some(({ differences }) => differences.length > 0);

/** What tells a row from the others of its table. */
function ownFacts({ id, span, given }: TriedCase, all: readonly TriedCase[]): readonly string[] {
  const others = all.filter((other) => other.id === id && other.span.file === span.file);
  const names = Object.keys(given);
  if (others.length === 1) return names;
  return names.filter((name) =>
    others.some((other) => JSON.stringify(other.given[name]) !== JSON.stringify(given[name])),
  );
}
