import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useBackground, usePage } from '../../page.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ComingPart, MissingPart } from '../../parts/missing-part.tsx';
import { useWords } from '../../words.ts';
import type { Entry } from './entries.ts';
import { historyWords } from './words.ts';

interface ComparisonProps {
  /** Where the newest version lies. */
  readonly path: string;
  readonly isPolicy: boolean;
  readonly before: Entry;
  readonly after: Entry;
}

/** Two texts: the change in words, and line by line. */
export function Comparison({ path, isPolicy, before, after }: ComparisonProps): VNode {
  const { text } = usePage();
  const isSame = before.text === after.text;
  useEffect(() => {
    if (!isSame && text.part === undefined) text.need();
  }, [isSame]);
  const { say, pick } = useWords(historyWords);
  const [isWide, setWide] = useState(false);
  if (isSame) return <p class="hint">{say('same')}</p>;
  const label = `${pick(before.title)} → ${pick(after.title)}`;
  const view =
    text.part !== undefined ? (
      <text.part.CompareView key={`${before.id} ${after.id}`} left={before.text} right={after.text} label={label} />
    ) : text.isMissing ? (
      <MissingPart onAgain={text.need} />
    ) : (
      <ComingPart />
    );
  return (
    <div class="comparison">
      {isPolicy && <InWords path={path} before={before.text} after={after.text} />}
      <button type="button" class="quiet" onClick={() => setWide(true)}>
        {say('wide')}
      </button>
      {isWide ? (
        <Dialog title={label} onClose={() => setWide(false)}>
          <div class="wide-compare">{view}</div>
        </Dialog>
      ) : (
        <div class="small-compare">{view}</div>
      )}
    </div>
  );
}

function InWords({ path, before, after }: Record<'path' | 'before' | 'after', string>): VNode {
  const { say, pick } = useWords({ ...historyWords, working: { en: 'Working …', zh: '正在计算……' } });
  const found = useBackground('amending/between', [path, before, after]);
  if (found === 'waiting') return <p class="hint working">{say('working')}</p>;
  if (found === undefined) return <p class="warn">{say('unread')}</p>;
  return (
    <>
      {found.meaning.length === 0 && <p class="hint">{say('sameMeaning')}</p>}
      <ul class="sentences">
        {found.meaning.map((sentence) => (
          <li key={sentence.en}>{pick(sentence)}</li>
        ))}
      </ul>
      <ul class="sentences soft">
        {found.description.map((sentence) => (
          <li key={sentence.en}>{pick(sentence)}</li>
        ))}
      </ul>
    </>
  );
}
