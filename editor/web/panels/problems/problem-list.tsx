import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Diagnostic } from '../../../../engine/service/index.ts';
import { placeIn } from '../../documents/line.ts';
import { fixNow } from '../../language/fix-now.ts';
import { useAsk, usePage } from '../../page.ts';
import { lineWords, useWords } from '../../words.ts';
import { problemsWords } from './words.ts';

interface ProblemListProps {
  readonly diagnostics: readonly Diagnostic[];
  /** What was proved rather than read off the text is marked: of the text as it is now, or as it was before it changed. */
  readonly proved?: 'now' | 'before';
}

/** Each with its place, its fixes and, when asked, why it is told. */
export function ProblemList({ diagnostics, proved }: ProblemListProps): VNode {
  return (
    <ul>
      {diagnostics.map((diagnostic) => (
        <Problem
          key={`${diagnostic.code} ${diagnostic.span.file} ${String(diagnostic.span.start)} ${diagnostic.message.en}`}
          diagnostic={diagnostic}
          proved={proved}
        />
      ))}
    </ul>
  );
}

interface ProblemProps {
  readonly diagnostic: Diagnostic;
  readonly proved: ProblemListProps['proved'];
}

function Problem({ diagnostic, proved }: ProblemProps): VNode {
  const page = usePage();
  const { documents, show, failed } = page;
  const { say, pick } = useWords(problemsWords);
  const [isOpen, setOpen] = useState(false);
  const { code, span, message, severity, fixes, related } = diagnostic;
  const lineOf = ({ file, start }: Diagnostic['span']): number => placeIn(documents.get(file)?.text ?? '', start).line;
  return (
    <li>
      <button type="button" class="problem" onClick={() => show(span)}>
        <span class={`dot ${severity}`} role="img" aria-label={say(severity)} />
        <span class="problem-text">{pick(message)}</span>
        <span class="problem-place">{pick(lineWords(lineOf(span)))}</span>
      </button>
      <div class="problem-acts">
        {fixes.map((fix) => (
          <button
            key={fix.title.en}
            type="button"
            class="quiet fix"
            onClick={() => void fixNow(page, diagnostic, fix).catch(failed)}
          >
            {pick(fix.title)}
          </button>
        ))}
        {related.map((one) => (
          <button
            key={`${one.span.file} ${String(one.span.start)} ${one.message.en}`}
            type="button"
            class="problem-more"
            onClick={() => show(one.span)}
          >
            {say('also')}: {pick(one.message).replace(/[:：]$/, '')} · {pick(lineWords(lineOf(one.span)))}
          </button>
        ))}
        {proved !== undefined && <span class="tag">{say(proved === 'now' ? 'provedTag' : 'provedBefore')}</span>}
        <button
          type="button"
          class="problem-code"
          aria-expanded={isOpen}
          title={say('explain')}
          onClick={() => setOpen(!isOpen)}
        >
          {code}
        </button>
      </div>
      {isOpen && <Explained code={code} />}
    </li>
  );
}

/** What `docs/diagnostics/` says of a code. */
function Explained({ code }: { readonly code: string }): VNode {
  const { say, pick } = useWords(problemsWords);
  const cause = useAsk('problems/cause', [code]);
  if (cause === 'waiting') return <p class="hint working problem-why">{say('reading')}</p>;
  if (cause === undefined) return <p class="hint problem-why">{say('noCause')}</p>;
  return (
    <dl class="problem-why">
      <dt>{say('why')}</dt>
      <dd>{inCode(pick(cause.why))}</dd>
      <dt>{say('cure')}</dt>
      <dd>{inCode(pick(cause.cure))}</dd>
      {code.endsWith('/not-decided') && <dd class="hint">{say('notDecidedMeans')}</dd>}
    </dl>
  );
}

/** What stands in back quotes is code. */
const inCode = (text: string): readonly (VNode | string)[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
