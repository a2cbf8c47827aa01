import type { VNode } from 'preact';
import type { ChangeInWords, PolicyInWords } from '../../../engine/service/index.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { isRefusedInForce } from './refusal.ts';
import { proposingWords } from './words.ts';
import './change-words.css';

interface ChangeWordsProps extends Pick<ChangeInWords, 'policies' | 'shared'> {
  /** Called before another file is opened. */
  readonly onLeave?: () => void;
}

/** What a change means, policy by policy, in sentences. */
export function ChangeWords({ policies, shared, onLeave }: ChangeWordsProps): VNode {
  const { say, pick } = useWords(proposingWords);
  return (
    <div class="change-words">
      {policies.length + shared.length === 0 && <p class="hint">{say('sameMeaning')}</p>}
      {policies.map((policy) => (
        <PolicyWords key={`${policy.policy} ${policy.version} ${policy.change}`} policy={policy} onLeave={onLeave} />
      ))}
      {shared.length > 0 && (
        <section>
          <h4>{say('shared')}</h4>
          <ul class="sentences">
            {shared.map(({ says, refused }) => (
              <li key={says.en}>
                {refused && <span class="tag bad">{say('refusedChange')}</span>} {pick(says)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface PolicyWordsProps {
  readonly policy: PolicyInWords;
  readonly onLeave: (() => void) | undefined;
}

function PolicyWords({ policy, onLeave }: PolicyWordsProps): VNode {
  const page = usePage();
  const { say, pick } = useWords(proposingWords);
  const { title, sort, version, from, to, because, meaning, description, why, file, change } = policy;
  const go = (path: string, panel?: string): void => {
    onLeave?.();
    page.go(path, panel);
  };
  return (
    <section class="policy-words">
      <h4>
        {file === undefined ? (
          pick(title)
        ) : (
          <button type="button" class="title-link" title={say('showFile')} onClick={() => go(file)}>
            {pick(title)}
          </button>
        )}
        <span class={`tag ${isRefusedInForce(policy) ? 'bad' : ''}`}>{pick(sort)}</span>
        {version > 0 && (
          <span class="days">
            {pick({ en: `version ${version}`, zh: `第 ${version} 版` })} · {from}
            {to === undefined ? '' : ` – ${to}`}
          </span>
        )}
      </h4>
      {because !== undefined && <p class="because">{pick(because)}</p>}
      {why !== undefined && <p class="warn">{pick(why.message)}</p>}
      <ul class="sentences">
        {meaning.map((sentence) => (
          <li key={sentence.en}>{pick(sentence)}</li>
        ))}
      </ul>
      {description.length > 0 && (
        <>
          <p class="hint">{say('described')}</p>
          <ul class="sentences soft">
            {description.map((sentence) => (
              <li key={sentence.en}>{pick(sentence)}</li>
            ))}
          </ul>
        </>
      )}
      {change === 'edited-in-force' && (
        <p class="warn">
          {say('inForce')}{' '}
          {file !== undefined && (
            <button type="button" class="quiet" onClick={() => go(file, 'amend')}>
              {say('makeVersion')}
            </button>
          )}
        </p>
      )}
      {change === 'removed-in-force' && <p class="warn">{say('removed')}</p>}
    </section>
  );
}
