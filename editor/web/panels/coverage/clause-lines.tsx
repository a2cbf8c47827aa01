import type { VNode } from 'preact';
import type { ClauseLine } from '../../../../engine/service/covered-clauses.ts';
import { usePage } from '../../page.ts';
import { titleOf } from '../../parts/title.ts';
import { useWords } from '../../words.ts';
import { coverageWords, examplesWords, moreWords } from './words.ts';

/** Clauses with what is missing of them, and links to where they stand. */
export function ClauseLines({ clauses }: { readonly clauses: readonly ClauseLine[] }): VNode {
  const { show, path, outline } = usePage();
  const { say, pick, language } = useWords(coverageWords);
  const nameOf = (file: string): string => {
    const policy = file.replace(/\.cases\.yaml$/, '.yaml');
    if (policy === file) return titleOf(file, outline, language);
    return pick(examplesWords({ en: titleOf(policy, outline, 'en'), zh: titleOf(policy, outline, 'zh') }));
  };
  return (
    <ul class="clause-lines">
      {clauses.map(({ clause, title, span, lacks, by, figures }) => {
        const elsewhere = [...new Map(by.map((one) => [one.span.file, one])).values()].filter(
          (one) => one.span.file !== path,
        );
        return (
          <li key={clause}>
            <span
              class={`dot ${lacks.length === 0 ? 'good' : 'error'}`}
              role="img"
              aria-label={say(lacks.length === 0 ? 'covered' : 'lacking')}
            />
            <div>
              <button type="button" class="clause-link" onClick={() => show(span)}>
                <span class="code">{clause}</span> {pick(title)}
              </button>
              <Lacks lacks={lacks} />
              <span class="clause-places">
                {figures.map(({ figure, at }) =>
                  at === undefined ? null : (
                    <button key={figure.en} type="button" class="quiet" title={say('carried')} onClick={() => show(at)}>
                      {pick(figure)}
                    </button>
                  ),
                )}
                {elsewhere.slice(0, 4).map((one) => (
                  <button key={one.span.file} type="button" class="clause-file" onClick={() => show(one.span)}>
                    {nameOf(one.span.file)}
                  </button>
                ))}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The first in full; others of one clause mostly say the same of its other figures. */
function Lacks({ lacks: [first, ...more] }: Pick<ClauseLine, 'lacks'>): VNode | null {
  const { pick } = useWords(coverageWords);
  if (first === undefined) return null;
  return (
    <>
      <p class="lack">{pick(first)}</p>
      {more.length > 0 && (
        <details class="lack">
          <summary>{pick(moreWords(more.length))}</summary>
          {more.map((lack) => (
            <p key={lack.en}>{pick(lack)}</p>
          ))}
        </details>
      )}
    </>
  );
}
