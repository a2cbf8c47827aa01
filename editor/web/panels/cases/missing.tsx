import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { CasesOfPolicy } from '../../../../engine/service/index.ts';
import { useAsk, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { openInTry } from './open-in-try.ts';
import { casesWords } from './words.ts';

/** More than anybody adds at once. */
const most = 40;

/** What no case shows, each with facts that would, on demand: finding them takes a moment. */
export function MissingParts({ found }: { readonly found: CasesOfPolicy }): VNode {
  const { say } = useWords(casesWords);
  const [open, setOpen] = useState(false);
  const { missing } = found;
  if (missing.length === 0) return <p class="hint">{say('allShown')}</p>;
  return (
    <details class="missing" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say('missing')} ({missing.reduce((sum, { needs }) => sum + needs.length, 0)})
      </summary>
      <p class="hint">{say('missingHint')}</p>
      {open && <Proposals found={found} />}
    </details>
  );
}

function Proposals({ found }: { readonly found: CasesOfPolicy }): VNode {
  const page = usePage();
  const { say, pick } = useWords(casesWords);
  const needs = found.missing.flatMap((part) => part.needs);
  const known = found.cases.slice(0, most).map(({ given }) => given);
  const proposed = useAsk('cases/propose', [page.path, page.at, needs, known]);
  const shown = found.missing.flatMap((part) => part.needs.map((need) => ({ part, need }))).slice(0, most);
  return (
    <ul>
      {shown.map(({ part, need }) => {
        const proposal = proposed === 'waiting' ? undefined : proposed.find((one) => one.need === need.number);
        return (
          <li key={need.number} class="missing-part">
            <span class="tag">{say(part.sort)}</span>
            <button type="button" class="link" title={say('showInText')} onClick={() => page.show(part.span)}>
              {pick(need.input)}
            </button>
            {proposal === undefined ? (
              <span class="hint">{proposed === 'waiting' ? '…' : say('noProposal')}</span>
            ) : (
              <button
                type="button"
                class="quiet"
                onClick={() => openInTry(page, found.file, proposal.facts, page.at, proposal.decision)}
              >
                {say('addThis')}
              </button>
            )}
          </li>
        );
      })}
      {needs.length > most && (
        <li class="hint">
          {say('more')} {needs.length - most}
        </li>
      )}
    </ul>
  );
}
