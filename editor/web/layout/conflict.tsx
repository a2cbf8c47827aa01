import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Document, Saved } from '../documents/document.ts';
import { mergeParts, type MergePart } from '../documents/merge.ts';
import { usePage } from '../page.ts';
import type { TextSide } from '../text-side.ts';
import { useWords } from '../words.ts';
import { ConflictPlaces, decidedText, isDecided, type Decisions } from './conflict-places.tsx';
import './conflict.css';
import { layoutWords } from './words.ts';

interface ConflictProps {
  readonly document: Document;
  readonly theirs: Saved;
  readonly textSide: TextSide;
}

type View = 'places' | 'bothTexts' | 'mine' | 'theirs';

/** A file that changed here and elsewhere: the places to decide, both texts beside each other, and what shall become of them. */
export function Conflict({ document, theirs, textSide }: ConflictProps): VNode {
  const { path, text } = document;
  const { documents, tell } = usePage();
  const { say } = useWords(layoutWords);
  const parts = useMemo(() => partsOf(document, theirs), [document, theirs]);
  const views: readonly View[] = [...(parts === undefined ? [] : ['places' as const]), 'bothTexts', 'mine', 'theirs'];
  const [chosen, setView] = useState<View>('places');
  const view = views.includes(chosen) ? chosen : 'bothTexts';
  const [decisions, setDecisions] = useState<Decisions>({});
  // What was typed here; else what was decided so far.
  const written = useRef<string | undefined>(undefined);
  const together = (): string => written.current ?? (parts === undefined ? text : decidedText(parts, decisions));
  const isGone = theirs.version === null;
  const settle = (choice: Parameters<typeof documents.settle>[1]): void => {
    documents.settle(path, choice);
    const told = choice === 'mine' ? 'keptMine' : choice !== 'theirs' ? 'usedText' : isGone ? 'goneToo' : 'tookDisk';
    tell(layoutWords[told]);
  };
  return (
    <section class="settle" aria-label={say('conflict')}>
      <div class="banner" role="alert">
        <p>{say(isGone ? 'goneSays' : 'conflictSays')}</p>
        <div class="settle-acts">
          <div class="switch" role="group" aria-label={say('view')}>
            {views.map((one) => (
              <button key={one} type="button" aria-pressed={one === view} onClick={() => setView(one)}>
                {say(one)}
              </button>
            ))}
          </div>
          <button type="button" class="quiet" onClick={() => settle('mine')}>
            {say('keepMine')}
          </button>
          <button type="button" class="quiet" onClick={() => settle('theirs')}>
            {say('takeTheirs')}
          </button>
          {(view === 'bothTexts' || view === 'places') && (
            <button
              type="button"
              class="quiet"
              disabled={view === 'places' && parts !== undefined && !isDecided(parts, decisions)}
              onClick={() => settle({ text: together() })}
            >
              {say('editTogether')}
            </button>
          )}
        </div>
        {view === 'places' && <p class="hint">{say('placesHint')}</p>}
        {view === 'bothTexts' && <p class="hint">{say('compareHint')}</p>}
      </div>
      {view === 'places' && parts !== undefined ? (
        <ConflictPlaces
          parts={parts}
          decisions={decisions}
          onDecide={(part, side) => {
            written.current = undefined;
            setDecisions({ ...decisions, [part]: side });
          }}
        />
      ) : view === 'bothTexts' ? (
        <textSide.CompareView
          left={theirs.text}
          right={together()}
          label={path}
          onRight={(next) => {
            written.current = next;
          }}
        />
      ) : (
        <pre class="text plain" tabIndex={0}>
          {view === 'mine' ? text : theirs.text}
        </pre>
      )}
    </section>
  );
}

/** Undefined where it is not known what both were made from, or a side has no text. */
function partsOf({ saved, text }: Document, theirs: Saved): readonly MergePart[] | undefined {
  return saved.version === null || saved.text === '' || theirs.version === null
    ? undefined
    : mergeParts(saved.text, text, theirs.text);
}
