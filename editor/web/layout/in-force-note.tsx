import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useChangedFiles } from '../git/changed-files.ts';
import { useCalmRevision, useKept, usePage } from '../page.ts';
import { amendWanted } from '../panels/amend/wanted.ts';
import { isRefusedInForce } from '../proposing/refusal.ts';
import { useDifference } from '../proposing/use-difference.ts';
import { today as dayOf } from '../today.ts';
import { useWords } from '../words.ts';
import { hasLater, mayBeInForce } from './in-force.ts';
import './in-force-note.css';
import { layoutWords } from './words.ts';

/** So long without typing what a change comes to is worked out; it takes the second worker. */
const rest = 1_000;

/**
 * Above the form and the text: the version that is being changed is in force, so that the change would not be accepted; what to do
 * instead. Said once, until the text is as it was.
 */
export function InForceNote(): VNode {
  const { path, outline, revision } = usePage();
  const files = useChangedFiles();
  const place = useRef<HTMLDivElement>(null);
  const calm = useCalmRevision(rest);
  const [isAsked, setAsked] = useState(false);
  const [isShown, setShown] = useState(false);
  const [isSeen, setSeen] = useKept(`in-force/${path}`, false);
  const head = outline.files.find((file) => file.path === path);
  const file = files.find(({ document }) => document.path === path);
  const isWanted = mayBeInForce(file, head, dayOf(outline.timeZone)) && !isSeen;
  useEffect(() => {
    if (file === undefined && isSeen) setSeen(false);
    if (isWanted !== isAsked && (!isWanted || calm === revision)) setAsked(isWanted);
    if (!isWanted) setShown(false);
  });
  const isTold = isWanted && isShown;
  useStillBelow(place, isTold);
  return (
    <div role="status" ref={place}>
      {isWanted && isAsked && <Asked onAnswer={setShown} />}
      {isTold && <Note isNewest={!hasLater(head, outline.files)} onSeen={() => setSeen(true)} />}
    </div>
  );
}

/** Asks whether the change is one that is refused, each time nobody types. */
function Asked({ onAnswer }: { readonly onAnswer: (isRefused: boolean) => void }): null {
  const { path } = usePage();
  const { words, isWorking } = useDifference(rest);
  useEffect(() => {
    if (words !== undefined && !isWorking)
      onAnswer(words.policies.some((one) => one.file === path && isRefusedInForce(one)));
  }, [words, isWorking]);
  return null;
}

function Note({ isNewest, onSeen }: { readonly isNewest: boolean; readonly onSeen: () => void }): VNode {
  const { kept, openPanel } = usePage();
  const { say } = useWords(layoutWords);
  const amend = (): void => {
    const field = document.getElementById('amend-from');
    if (field !== null) field.focus();
    else {
      kept.set(amendWanted, true);
      openPanel('amend');
    }
  };
  return (
    <div class="banner notice in-force-note">
      <p>{say(isNewest ? 'inForceNote' : 'heldNote')}</p>
      {isNewest && (
        <button type="button" class="quiet" onClick={amend}>
          {say('makeVersion')}
        </button>
      )}
      <button type="button" class="quiet" onClick={onSeen}>
        {say('seen')}
      </button>
    </div>
  );
}

/** What stands below keeps its place on the screen when the note comes or goes, so that no click misses. */
function useStillBelow(place: { readonly current: HTMLElement | null }, isShown: boolean): void {
  const height = useRef(0);
  useLayoutEffect(() => {
    const now = place.current?.offsetHeight ?? 0;
    const form = place.current?.parentElement?.querySelector('.form-view');
    if (form instanceof HTMLElement) form.scrollTop += now - height.current;
    height.current = now;
  }, [isShown]);
}
