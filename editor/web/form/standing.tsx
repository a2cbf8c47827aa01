import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cell } from '../../../engine/service/form/form.ts';
import type { StandingChoices } from '../../../engine/service/form/standing.ts';
import { useAnswer } from '../answer.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { useForm } from './form-context.ts';
import { StandingForm, type Chosen } from './standing-form.tsx';
import { offerWords, standingWords } from './standing-words.ts';
import './standing.css';

/** How the focused cell stands, and what else it may stand as: a value, a gap of the source, a person's decision, a name. */
export function Standing({ cell }: { readonly cell: Cell }): VNode | null {
  const { client, failed, revision } = usePage();
  const { say, pick } = useWords(standingWords);
  const side = useForm();
  const { path } = side.form;
  const [chosen, choose] = useState<Chosen>();
  const place = JSON.stringify(cell.at);
  const answer = useAnswer(
    async () => ({ place, standing: await client.ask('form/standing', path, cell.at) }),
    [path, place, revision],
    failed,
  );
  const from = useRef<Element | null>(null);
  useEffect(() => {
    choose(undefined);
    from.current = document.activeElement;
  }, [path, place]);
  const close = (): void => {
    choose(undefined);
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  const standing = answer?.place === place ? answer.standing : undefined;
  if (standing === undefined || side.isStale || cell.key === true) return null;
  if (chosen !== undefined) return <StandingForm key={chosen} {...{ cell, standing, chosen }} close={close} />;
  return (
    <span class="standing">
      {say('now')}
      {pick({ en: ' ', zh: '' })}
      {pick(offerWords[standing.now])}
      {say('change')}
      {offersOf(standing).map((offer) => (
        <button
          key={offer}
          type="button"
          class="quiet"
          onClick={() => {
            if (offer === 'unset') void side.edit({ edit: 'stand', at: standing.at, as: { is: 'unset' } }).then(close);
            else choose(offer);
          }}
        >
          {pick(offerWords[offer])}
        </button>
      ))}
    </span>
  );
}

function offersOf({ now, others, takesNames, names }: StandingChoices): readonly Chosen[] {
  return [...others, ...(takesNames && names.length > 0 ? (['name'] as const) : [])].filter((one) => one !== now);
}
