import type { VNode } from 'preact';
import type { Question } from '../../../../engine/service/index.ts';
import { useAsk } from '../../page.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';

interface WhatWouldChangeProps {
  readonly question: Question;
  readonly onTry: (fact: string, typed: string) => void;
}

/** For each fact given: the nearest other value at which the decision comes out differently, with a button that tries it. */
export function WhatWouldChange({ question, onTry }: WhatWouldChangeProps): VNode {
  const { say, pick } = useWords(tryWords);
  const edges = useAsk('trying/edges', [question]);
  if (question.sourceOnly) return <p class="hint">{say('edgesNotInSource')}</p>;
  if (edges === 'waiting') return <p class="hint working">{say('working')}</p>;
  const facts = edges?.facts ?? [];
  if (facts.length === 0) return <p class="hint">{say('noFactsGiven')}</p>;
  return (
    <ul class="edges">
      {facts.map(({ fact, title, edges: own, note }) => (
        <li key={fact} data-fact={fact}>
          <p class="edge-fact">{pick(title)}</p>
          {own.map(({ side, typed, says }) => (
            <p key={`${side} ${typed}`} class="edge">
              <span class="edge-sign" aria-hidden>
                {side === 'above' ? '↑' : side === 'below' ? '↓' : '⇄'}
              </span>
              <span>{pick(says)}</span>
              <button
                type="button"
                class="quiet"
                aria-label={`${say('tryIt')}: ${pick(title)} ${typed}`}
                onClick={() => onTry(fact, typed)}
              >
                {say('tryIt')}
              </button>
            </p>
          ))}
          {note !== undefined && <p class="hint">{pick(note)}</p>}
        </li>
      ))}
    </ul>
  );
}
