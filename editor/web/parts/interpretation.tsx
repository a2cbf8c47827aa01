import type { VNode } from 'preact';
import type { Interpretation, Span } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import './interpretation.css';

interface InterpretationNoteProps {
  readonly interpretation: Interpretation;
  readonly onShow: (span: Span) => void;
}

/** What the source leaves open, and how it is read here. */
export function InterpretationNote({ interpretation, onShow }: InterpretationNoteProps): VNode {
  const { say, pick } = useWords();
  const { id, about, clauses, question, answer, status, origin } = interpretation;
  return (
    <div class="interpretation">
      <p class="interpretation-head">
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
