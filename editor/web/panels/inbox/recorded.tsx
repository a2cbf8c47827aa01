import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDocuments } from '../../documents/hooks.ts';
import { usePage } from '../../page.ts';
import { titleOf } from '../../parts/title.ts';
import { useWords } from '../../words.ts';
import { canTakeBack, takeBack, type Decided } from './decided.ts';
import { inboxWords, recordedWords } from './words.ts';

interface RecordedProps {
  readonly decided: Decided;
  /** It was just recorded: whoever did it is led here. */
  readonly isNew: boolean;
  readonly onTakenBack: (id: string) => void;
}

/** What was decided last, what it changed, and the way back; until the next decision. */
export function Recorded({ decided, isNew, onTakenBack }: RecordedProps): VNode {
  const { go, outline, documents } = usePage();
  const { say, pick, language } = useWords(inboxWords);
  const line = useRef<HTMLDivElement>(null);
  useDocuments(documents);
  useEffect(() => {
    if (isNew) line.current?.focus();
  }, [decided]);
  const { entry, by, on, takes } = decided;
  const { file } = entry.origin;
  return (
    <div class="inbox-recorded" role="status" tabIndex={-1} ref={line}>
      <p>{pick(recordedWords(pick(by), on, takes, pick(entry.question)))}</p>
      <p>
        {say('recorded')}{' '}
        <button type="button" class="inbox-link" title={say('open')} onClick={() => go(file)}>
          {titleOf(file, outline, language)}
        </button>{' '}
        {canTakeBack(decided, documents) && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              takeBack(decided, documents);
              onTakenBack(entry.id);
            }}
          >
            {say('takeBack')}
          </button>
        )}
      </p>
    </div>
  );
}
