import type { VNode } from 'preact';
import type { Interpretation, Span } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import type { Notes } from './marks.tsx';
import './parts.css';

interface InterpretationsProps {
  readonly interpretations: readonly Interpretation[];
  readonly notes: Notes;
  readonly onShow: (span: Span) => void;
}

/** The policy's recorded answers, as numbered notes below its tables. */
export function Interpretations({ interpretations, notes, onShow }: InterpretationsProps): VNode | null {
  const { say } = useWords();
  if (interpretations.length === 0) return null;
  return (
    <section class="notes">
      <h3>{say('interpretations')}</h3>
      {interpretations.map((one) => (
        <InterpretationNote key={one.id} interpretation={one} number={notes.get(one.id)?.number} onShow={onShow} />
      ))}
    </section>
  );
}

interface InterpretationNoteProps {
  readonly interpretation: Interpretation;
  readonly number?: number | undefined;
  readonly onShow: (span: Span) => void;
}

/** What the source leaves open, and how it is read here. */
export function InterpretationNote({ interpretation, number, onShow }: InterpretationNoteProps): VNode {
  const { say, pick } = useWords();
  const { id, about, clauses, question, answer, status, origin } = interpretation;
  return (
    <div class="interpretation" id={number === undefined ? undefined : `note-${id}`}>
      <p class="interpretation-head">
        {number !== undefined && <span class={about === 'convention' ? 'note convention' : 'note'}>{number}</span>}
        <button type="button" class="link" title={say('showInText')} onClick={() => onShow(origin)}>
          {id.slice(id.indexOf('#') + 1)}
        </button>
        <span class="tag">{say(about)}</span>
        <span class="tag">
          {status === 'proposed' ? say('proposed') : `${say('decided')} ${status.by} ${status.date}`}
        </span>
        <span class="code">{clauses.join(' ')}</span>
      </p>
      <p>
        <span class="label">{say('question')}</span> {pick(question)}
      </p>
      <p>
        <span class="label">{say('answer')}</span> {pick(answer)}
      </p>
    </div>
  );
}
