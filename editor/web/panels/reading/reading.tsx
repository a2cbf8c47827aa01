import type { VNode } from 'preact';
import type { DecisionReading, Span } from '../../../../engine/service/index.ts';
import { useAsk, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { readingWords } from './words.ts';
import { ArmTable } from './arm-table.tsx';
import { stateWords } from '../../layout/state-words.ts';
import { notesOf, type Notes } from '../../parts/marks.tsx';
import { Interpretations } from '../../parts/interpretations.tsx';
import { TierChart } from './tier-chart.tsx';
import { TierTable } from './tier-table.tsx';
import './reading.css';

/** A policy in people's words: from when, by which clauses, and what it decides. */
export function ReadingPanel(): VNode {
  const { path, at, outline, show } = usePage();
  const { say, pick } = useWords(readingWords);
  const reading = useAsk('reading/policy', [path, at]);
  if (reading === 'waiting') return <p class="hint">{say('reading')}</p>;
  if (reading === undefined) {
    const isPolicy = outline.files.some((entry) => entry.path === path && entry.policy !== undefined);
    return <p class="hint">{say(isPolicy ? 'blockedReading' : 'noReading')}</p>;
  }
  const { head, clauses, decisions, interpretations } = reading;
  const notes = notesOf(interpretations);
  return (
    <article class="reading">
      <h2>{pick(head.title)}</h2>
      <p class="name">{head.policy}</p>
      <dl class="facts">
        <dt>{say('version')}</dt>
        <dd>
          {head.version} <span class={`state ${reading.state}`}>{say(stateWords[reading.state])}</span>
        </dd>
        <dt>{say('inForceFrom')}</dt>
        <dd>{head.to === undefined ? head.from : `${head.from} ${say('inForceTo')} ${head.to}`}</dd>
        <dt>{say('published')}</dt>
        <dd>{head.published}</dd>
        <dt>{say('kind')}</dt>
        <dd>{pick(reading.kind)}</dd>
        {clauses.length > 0 && (
          <>
            <dt>{say('clauses')}</dt>
            <dd>
              {clauses.map(({ id, title }) => (
                <span key={id} class="clause">
                  <span class="code">{id}</span>
                  {title !== undefined && ` ${pick(title)}`}
                </span>
              ))}
            </dd>
          </>
        )}
        {head.because !== undefined && (
          <>
            <dt>{say('because')}</dt>
            <dd>{pick(head.because)}</dd>
          </>
        )}
      </dl>
      {reading.blocked && <p class="warn">{say('blockedReading')}</p>}
      {decisions.map((decision) => (
        <Decision key={decision.name} decision={decision} notes={notes} onShow={show} />
      ))}
      <Interpretations interpretations={interpretations} notes={notes} onShow={show} />
    </article>
  );
}

interface DecisionProps {
  readonly decision: DecisionReading;
  readonly notes: Notes;
  readonly onShow: (span: Span) => void;
}

function Decision({ decision, notes, onShow }: DecisionProps): VNode {
  const { say, pick } = useWords(readingWords);
  const { title, name, hidden, conditions, body, round } = decision;
  return (
    <section class="decision">
      <h3>
        {pick(title)} <span class="name">{name}</span> {hidden && <span class="tag">{say('inside')}</span>}
      </h3>
      {conditions.map(({ sort, text, says }) => (
        <p key={`${sort} ${text}`} class="condition">
          <span class="label">{say(sort)}</span> <code>{text}</code> {says !== undefined && pick(says)}
        </p>
      ))}
      <Body body={body} notes={notes} title={pick(title)} onShow={onShow} />
      {round !== undefined && (
        <p class="hint">
          {say('rounded')} {round.to} · {say(round.mode)}
        </p>
      )}
    </section>
  );
}

interface BodyProps extends Pick<DecisionProps, 'notes' | 'onShow'> {
  readonly body: DecisionReading['body'];
  readonly title: string;
}

function Body({ body, notes, title, onShow }: BodyProps): VNode {
  const { say } = useWords(readingWords);
  switch (body.is) {
    case 'tiers':
      return (
        <>
          <p class="hint">{say(body.tiers.mode)}</p>
          {body.tiers.chart !== undefined && <TierChart chart={body.tiers.chart} tiers={body.tiers} notes={notes} />}
          <TierTable tiers={body.tiers} notes={notes} valueTitle={title} onShow={onShow} />
        </>
      );
    case 'arms':
      return <ArmTable arms={body.arms} notes={notes} valueTitle={title} onShow={onShow} />;
    case 'text':
      return <p class="formula">{body.text}</p>;
  }
}
