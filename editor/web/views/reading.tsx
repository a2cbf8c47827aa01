import type { VNode } from 'preact';
import type { DecisionReading, Overview, Reading, Span } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import { stateWords } from './file-list.tsx';
import { Interpretations } from './interpretations.tsx';
import { TierChart } from './tier-chart.tsx';
import { TierTable } from './tier-table.tsx';

export interface ReadingPanelProps {
  readonly reading: Reading | undefined | 'waiting';
  readonly overview: Overview | undefined;
  readonly path: string;
  readonly onShow: (span: Span) => void;
}

/** A policy in people's words: from when, by which clauses, and what it decides. */
export function ReadingPanel({ reading, overview, path, onShow }: ReadingPanelProps): VNode {
  const { say, pick } = useWords();
  if (reading === 'waiting') return <p class="hint">…</p>;
  if (reading === undefined) {
    const isPolicy = overview?.policies.some((entry) => entry.path === path) === true;
    return <p class="hint">{say(isPolicy ? 'blockedReading' : 'noReading')}</p>;
  }
  const { head, clauses, decisions, interpretations } = reading;
  const numbers = new Map(interpretations.map(({ id }, index) => [id, index + 1]));
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
      {decisions
        .filter(({ hidden }) => !hidden)
        .map((decision) => (
          <Decision key={decision.name} decision={decision} numbers={numbers} onShow={onShow} />
        ))}
      <Interpretations interpretations={interpretations} numbers={numbers} onShow={onShow} />
    </article>
  );
}

interface DecisionProps {
  readonly decision: DecisionReading;
  readonly numbers: ReadonlyMap<string, number>;
  readonly onShow: (span: Span) => void;
}

function Decision({ decision, numbers, onShow }: DecisionProps): VNode {
  const { say, pick } = useWords();
  const { title, name, body, round } = decision;
  return (
    <section class="decision">
      <h3>
        {pick(title)} <span class="name">{name}</span>
      </h3>
      {body.is === 'tiers' ? (
        <>
          <p class="hint">{say(body.tiers.mode)}</p>
          {body.tiers.chart !== undefined && <TierChart chart={body.tiers.chart} tiers={body.tiers} />}
          <TierTable tiers={body.tiers} numbers={numbers} valueTitle={pick(title)} onShow={onShow} />
        </>
      ) : (
        <p class="formula">{body.text}</p>
      )}
      {round !== undefined && (
        <p class="hint">
          {say('rounded')} {round.to} · {say(round.mode)}
        </p>
      )}
    </section>
  );
}
