import type { VNode } from 'preact';
import type { Diagnostic } from '../../../engine/service/index.ts';
import { fixNow } from '../language/fix-now.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { proposingWords } from './words.ts';

/** What the change makes wrong that was not wrong before. */
export function Checks({ findings }: { readonly findings: readonly Diagnostic[] }): VNode {
  const page = usePage();
  const { show, failed } = page;
  const { say, pick } = useWords(proposingWords);
  if (findings.length === 0) return <p class="fine">{say('checksFine')}</p>;
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.span.file} ${finding.span.start} ${finding.message.en}`}>
          <button type="button" class="problem" onClick={() => show(finding.span)}>
            <span class={`dot ${finding.severity}`} role="img" aria-label={say(finding.severity)} />
            <span>{pick(finding.message)}</span>
          </button>
          {finding.fixes.map((fix) => (
            <button
              key={fix.title.en}
              type="button"
              class="quiet fix"
              onClick={() => void fixNow(page, finding, fix).catch(failed)}
            >
              {pick(fix.title)}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}
