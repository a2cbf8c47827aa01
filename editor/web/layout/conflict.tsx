import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Document, Saved } from '../documents/document.ts';
import { usePage } from '../page.ts';
import type { TextSide } from '../text-side.ts';
import { useWords } from '../words.ts';
import { layoutWords } from './words.ts';

interface ConflictProps {
  readonly document: Document;
  readonly theirs: Saved;
  readonly textSide: TextSide;
}

const views = ['bothTexts', 'mine', 'theirs'] as const;

/** A file that changed here and elsewhere: mine, what lies on disk, or both beside each other, and what shall become of them. */
export function Conflict({ document: { path, text }, theirs, textSide }: ConflictProps): VNode {
  const { documents } = usePage();
  const { say } = useWords(layoutWords);
  const [view, setView] = useState<(typeof views)[number]>('bothTexts');
  const merged = useRef(text);
  const isGone = theirs.version === null;
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
          <button type="button" class="quiet" onClick={() => documents.settle(path, 'mine')}>
            {say('keepMine')}
          </button>
          <button type="button" class="quiet" onClick={() => documents.settle(path, 'theirs')}>
            {say('takeTheirs')}
          </button>
          {view === 'bothTexts' && (
            <button type="button" class="quiet" onClick={() => documents.settle(path, { text: merged.current })}>
              {say('editTogether')}
            </button>
          )}
        </div>
        {view === 'bothTexts' && <p class="hint">{say('compareHint')}</p>}
      </div>
      {view === 'bothTexts' ? (
        <textSide.CompareView
          left={theirs.text}
          right={merged.current}
          label={path}
          onRight={(next) => {
            merged.current = next;
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
