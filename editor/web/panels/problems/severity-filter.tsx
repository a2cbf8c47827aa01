import type { VNode } from 'preact';
import type { Diagnostic, Severity } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { problemsWords } from './words.ts';

/** The severities that are not shown. */
export type Hidden = readonly Severity[];

const severities = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['info', 'notes'],
] as const;

interface SeverityFilterProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly hidden: Hidden;
  readonly onHidden: (hidden: Hidden) => void;
}

/** How many there are of each severity; a press leaves one out, or brings it back. */
export function SeverityFilter({ diagnostics, hidden, onHidden }: SeverityFilterProps): VNode {
  const { say } = useWords(problemsWords);
  return (
    <div class="severities" role="group" aria-label={say('show')}>
      {severities.map(([severity, word]) => {
        const isShown = !hidden.includes(severity);
        return (
          <button
            key={severity}
            type="button"
            aria-pressed={isShown}
            onClick={() => onHidden(isShown ? [...hidden, severity] : hidden.filter((one) => one !== severity))}
          >
            <span class={`dot ${severity}`} aria-hidden="true" /> {say(word)}{' '}
            {diagnostics.filter((one) => one.severity === severity).length}
          </button>
        );
      })}
    </div>
  );
}
