import type { VNode } from 'preact';
import type { Diagnostic } from '../../../../engine/service/index.ts';
import { placeIn } from '../../documents/line.ts';
import { usePage } from '../../page.ts';
import { lineWords, useWords } from '../../words.ts';
import { problemsWords } from './words.ts';
import './problems.css';

/** More than anybody reads; the rest is counted. */
const most = 200;

/** What is wrong, in words and reachable by keyboard: in this file first, then in the others. */
export function Problems(): VNode {
  const { diagnostics, path, overview } = usePage();
  const { say } = useWords(problemsWords);
  if (overview === undefined) return <p class="hint">{say('reading')}</p>;
  if (diagnostics.length === 0) return <p class="hint">{say('noProblems')}</p>;
  const here = diagnostics.filter(({ span }) => span.file === path);
  const elsewhere = diagnostics.filter(({ span }) => span.file !== path);
  return (
    <div class="problems" aria-live="polite">
      <h2>{say('here')}</h2>
      {here.length === 0 ? <p class="hint">{say('noneHere')}</p> : <ProblemList diagnostics={here} />}
      {elsewhere.length > 0 && (
        <>
          <h2>{say('elsewhere')}</h2>
          <ProblemList diagnostics={elsewhere.slice(0, most)} />
          {elsewhere.length > most && (
            <p class="hint">
              {say('more')} {elsewhere.length - most}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function ProblemList({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): VNode {
  const { documents, path, show, apply } = usePage();
  const { say, pick } = useWords(problemsWords);
  return (
    <ul>
      {diagnostics.map((diagnostic) => {
        const { code, span, message, severity, fixes } = diagnostic;
        const { line } = placeIn(documents.get(span.file)?.text ?? '', span.start);
        return (
          <li key={`${code} ${span.file} ${span.start} ${message.en}`}>
            <button type="button" class="problem" onClick={() => show(span)}>
              <span class={`dot ${severity}`} role="img" aria-label={say(severity)} />
              <span class="problem-text">{pick(message)}</span>
              <span class="problem-place">
                {span.file === path ? '' : `${span.file} · `}
                {pick(lineWords(line))}
              </span>
            </button>
            {fixes.map((fix) => (
              <button key={fix.title.en} type="button" class="quiet fix" onClick={() => apply(fix)}>
                {pick(fix.title)}
              </button>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
