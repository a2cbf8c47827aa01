import type { ComponentChildren, VNode } from 'preact';
import {
  approximated,
  type Attempt,
  type Explanation,
  type Span,
  type Texts,
} from '../../../../engine/service/index.ts';
import { usePage } from '../../page.ts';
import { titleOf } from '../../parts/title.ts';
import { valueWords } from '../../parts/value-words.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';
import { ExplanationTree } from './explanation.tsx';
import { InterpretationNote } from '../../parts/interpretation.tsx';

interface OutcomeCardProps {
  readonly explanation: Explanation;
  readonly interpretations: Attempt['interpretations'];
  readonly contradictions: Attempt['contradictions'][string];
  readonly isOpen: boolean;
  /** Where a fact that is missing can be filled in; undefined where the form has no such field. */
  readonly fieldOf: (fact: string) => string | undefined;
  /** What stands below the outcome. */
  readonly children?: ComponentChildren;
  readonly onShow: (span: Span) => void;
}

/** What a decision came to, what it rests on or lacks, and how it came out. */
export function OutcomeCard(props: OutcomeCardProps): VNode {
  const { explanation, interpretations, contradictions, isOpen, fieldOf, children, onShow } = props;
  const { language, say, pick } = useWords(tryWords);
  const { outcome, title, policy } = explanation;
  const { status, value, flags, reasons, error } = outcome;
  return (
    <section class={`outcome ${status}`} data-decision={outcome.decision} aria-label={pick(title)}>
      <header>
        <h3>
          {pick(title)} <span class="name">{outcome.decision}</span>
        </h3>
        {status === 'determined' ? (
          <p class="value">{valueWords(value ?? '', outcome.type, language)}</p>
        ) : (
          <p class="status">{say(status === 'error' ? 'failed' : status)}</p>
        )}
      </header>
      {error !== undefined && (
        <p class="message">
          {approximated(pick(error.message), language)} <span class="name">{error.code}</span>{' '}
          <Mend error={error} onShow={onShow} />
        </p>
      )}
      {reasons.length > 0 && (
        <ul class="reasons" aria-label={say('missing')}>
          {reasons.map((reason) => (
            <li key={`${reason.code} ${reason.text.en}`}>
              {approximated(pick(reason.text), language)} <FillIn id={fieldOf(reason.fact ?? '')} />
            </li>
          ))}
        </ul>
      )}
      {status === 'determined' &&
        flags.map((flag) => {
          const interpretation = interpretations[flag];
          return (
            <div key={flag} class="flag">
              <p class="label">{say('flag')}</p>
              {interpretation === undefined ? (
                <p>{flag}</p>
              ) : (
                <InterpretationNote interpretation={interpretation} onShow={onShow} />
              )}
            </div>
          );
        })}
      {contradictions.map(({ id, says, elsewhere }) => (
        <div key={id} class="flag contradiction">
          <p class="label">{say('contradicted')}</p>
          <p>{pick(says)}</p>
          {elsewhere.map(({ policy, clause, title: other }) => (
            <p key={`${policy} ${clause}`} class="hint">
              {clause} · {pick(other)}
            </p>
          ))}
        </div>
      ))}
      {children}
      <details open={isOpen}>
        <summary>{say('explanation')}</summary>
        {policy !== undefined && (
          <p class="hint">
            {pick(policy.title)} · {say('version')} {policy.version} · {say('inForceFrom')} {policy.from}
            {outcome.cites.length > 0 && ` · ${say('clause')} ${outcome.cites.join(' ')}`}
          </p>
        )}
        <ExplanationTree steps={explanation.steps} onShow={onShow} />
      </details>
    </section>
  );
}

/** The way to the mistake, which may stand in another file than the one that is tried. */
function Mend({
  error,
  onShow,
}: {
  readonly error: { readonly code: string; readonly message: Texts };
  readonly onShow: (span: Span) => void;
}): VNode | null {
  const { diagnostics, outline, language } = usePage();
  const found = diagnostics.find(({ code, message }) => code === error.code && message.en === error.message.en);
  if (found === undefined) return null;
  return (
    <button type="button" class="quiet" onClick={() => onShow(found.span)}>
      {titleOf(found.span.file, outline, language)}
    </button>
  );
}

function FillIn({ id }: { readonly id: string | undefined }): VNode | null {
  const { say } = useWords(tryWords);
  if (id === undefined) return null;
  const fill = (): void => {
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  };
  return (
    <button type="button" class="link words" onClick={fill}>
      {say('fillIn')}
    </button>
  );
}
