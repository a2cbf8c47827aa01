import type { ComponentChildren, VNode } from 'preact';
import type { InboxEntry, Standing } from '../../../../engine/service/inbox/index.ts';
import { useAsk, usePage } from '../../page.ts';
import { today } from '../../today.ts';
import { useWords } from '../../words.ts';
import { DecideForm } from './decide-form.tsx';
import type { Decided } from './decided.ts';
import { People } from './people.tsx';
import { inboxWords, moreWords } from './words.ts';

interface OpenProps {
  readonly entry: InboxEntry;
  readonly onDecided: (decided: Decided) => void;
}

/** All that a person needs to decide one interpretation, and the decision. */
export function Open({ entry, onDecided }: OpenProps): VNode {
  const { outline, show } = usePage();
  const { say, pick } = useWords(inboxWords);
  const day = today(outline.timeZone);
  const standing = useAsk('inbox/standing', [entry.id, day]);
  if (standing === 'waiting') return <p class="hint working inbox-detail">{say('working')}</p>;
  if (standing === undefined) return <p class="hint inbox-detail">{say('goneNow')}</p>;
  const { clauses, readings, decisions, following } = standing;
  return (
    <div class="inbox-detail">
      <dl>
        {clauses.map(({ id, title, span, figures, issues }) => (
          <Row key={id} term={`${say('clauseSays')} ${id}`}>
            {span === undefined ? (
              title && pick(title)
            ) : (
              <button type="button" class="inbox-link" onClick={() => show(span)}>
                {title === undefined ? id : pick(title)}
              </button>
            )}
            {figures.length > 0 && (
              <p class="hint">
                {say('figures')}
                {figures.map(pick).join(' · ')}
              </p>
            )}
            {issues.length > 0 && (
              <ul class="inbox-issues" aria-label={say('unclear')}>
                {issues.map((issue) => (
                  <li key={issue.en}>{pick(issue)}</li>
                ))}
              </ul>
            )}
          </Row>
        ))}
        <Row term={say('question')}>{pick(entry.question)}</Row>
        <Row term={say('answer')}>
          <strong>{pick(entry.answer)}</strong>{' '}
          <button type="button" class="quiet" onClick={() => show(entry.origin)}>
            {say('show')}
          </button>
        </Row>
        <Readings readings={readings} about={entry.about} />
        <Row term={say('rests')}>
          {decisions.length === 0 ? <span class="hint">{say('restsNone')}</span> : <Places places={decisions} />}
        </Row>
        {following.length > 0 && (
          <Row term={say('following')}>
            <Places places={following} />
          </Row>
        )}
        {decisions.length > 0 && entry.about !== 'convention' && (
          <Row term={say('people')}>
            <People id={entry.id} />
          </Row>
        )}
      </dl>
      {entry.status === 'proposed' && (
        <DecideForm key={entry.id} entry={entry} standing={standing} day={day} onDecided={onDecided} />
      )}
    </div>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** As many as fit; more are seldom read. */
const fewReadings = 3;

type ReadingsProps = Pick<Standing, 'readings'> & Pick<InboxEntry, 'about'>;

function Readings({ readings, about }: ReadingsProps): VNode {
  const { say } = useWords(inboxWords);
  const { show } = usePage();
  if (readings.length === 0)
    return (
      <Row term={say('otherReading')}>
        <span class="hint">{say(about === 'chooses' ? 'otherUnwritten' : 'noOther')}</span>
      </Row>
    );
  return (
    <>
      {readings.slice(0, fewReadings).map(({ span, takenText, otherwiseText }) => (
        <Row key={`${span.file} ${String(span.start)}`} term={say('otherReading')}>
          <div class="inbox-readings">
            <span class="label">{say('readNow')}</span> <code>{takenText}</code>
            <span class="label">{say('otherReading')}</span>{' '}
            <button type="button" class="link" onClick={() => show(span)}>
              {otherwiseText}
            </button>
          </div>
        </Row>
      ))}
    </>
  );
}

const fewPlaces = 8;

function Places({ places }: { readonly places: Standing['decisions'] }): VNode {
  const { show } = usePage();
  const { pick } = useWords(inboxWords);
  return (
    <span class="inbox-places">
      {places.slice(0, fewPlaces).map(({ name, title, span }) => (
        <button key={name} type="button" class="quiet" title={name} onClick={() => show(span)}>
          {pick(title)}
        </button>
      ))}
      {places.length > fewPlaces && <span class="hint">{pick(moreWords(places.length - fewPlaces))}</span>}
    </span>
  );
}
