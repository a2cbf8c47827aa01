import type { VNode } from 'preact';
import type { Diagnostic, Span } from '../../../engine/service/index.ts';
import { applyFix } from '../monaco/diagnostics.ts';
import { lineOf } from '../monaco/models.ts';
import { lineWords, useWords } from '../words.ts';

interface ProblemsProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly path: string;
  readonly onShow: (span: Span) => void;
}

/** What is wrong, in words and reachable by keyboard: in this file first, then in the others. */
export function Problems({ diagnostics, path, onShow }: ProblemsProps): VNode {
  const { say, pick } = useWords();
  const here = diagnostics.filter(({ span }) => span.file === path);
  const elsewhere = diagnostics.filter(({ span }) => span.file !== path);
  return (
    <section class="problems" aria-label={say('problems')}>
      <h2>
        {say('problems')} <span class="count">{diagnostics.length}</span>
      </h2>
      {diagnostics.length === 0 ? (
        <p class="hint">{say('noProblems')}</p>
      ) : (
        <ul aria-live="polite">
          {[...here, ...elsewhere].map((diagnostic) => (
            <li key={`${diagnostic.code} ${diagnostic.span.file} ${diagnostic.span.start} ${diagnostic.message.en}`}>
              <button type="button" class="problem" onClick={() => onShow(diagnostic.span)}>
                <span class={`dot ${diagnostic.severity}`} role="img" aria-label={say(diagnostic.severity)} />
                <span class="problem-text">{pick(diagnostic.message)}</span>
                <span class="problem-place">
                  {diagnostic.span.file === path ? '' : `${diagnostic.span.file} `}
                  {pick(lineWords(lineOf(diagnostic.span)))}
                </span>
              </button>
              {diagnostic.fixes.map((fix) => (
                <button key={fix.title.en} type="button" class="quiet fix" onClick={() => applyFix(fix)}>
                  {pick(fix.title)}
                </button>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
