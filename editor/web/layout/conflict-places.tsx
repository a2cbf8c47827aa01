import type { VNode } from 'preact';
import type { MergePart } from '../documents/merge.ts';
import { lineWords, useWords } from '../words.ts';
import { layoutWords } from './words.ts';

export type Side = 'mine' | 'theirs';

/** Which side each place takes, by its number among the parts. */
export type Decisions = Readonly<Record<number, Side>>;

interface ConflictPlacesProps {
  readonly parts: readonly MergePart[];
  readonly decisions: Decisions;
  readonly onDecide: (part: number, side: Side) => void;
}

/** The places that both sides changed, mine beside theirs, to be chosen one by one; all the rest is already taken from both. */
export function ConflictPlaces({ parts, decisions, onDecide }: ConflictPlacesProps): VNode {
  const { say, pick } = useWords(layoutWords);
  return (
    <ol class="places">
      {parts.map((part, index) => {
        if ('same' in part) return null;
        const line = textSoFar(parts.slice(0, index)).split('\n').length;
        return (
          <li key={index}>
            <fieldset>
              <legend>{pick(lineWords(line))}</legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} class="place">
                  <span>
                    <input
                      type="radio"
                      name={`place-${index}`}
                      checked={decisions[index] === side}
                      onChange={() => onDecide(index, side)}
                    />{' '}
                    {say(side)}
                  </span>
                  <pre>{part[side] === '' ? <em>{say('nothingHere')}</em> : part[side]}</pre>
                </label>
              ))}
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}

/** As it is counted in my own text. */
function textSoFar(parts: readonly MergePart[]): string {
  return decidedText(parts, {});
}

/** The text as decided; mine where nothing is. */
export function decidedText(parts: readonly MergePart[], decisions: Decisions): string {
  return parts.map((part, index) => ('same' in part ? part.same : part[decisions[index] ?? 'mine'])).join('');
}

/** Whether every place has been decided. */
export function isDecided(parts: readonly MergePart[], decisions: Decisions): boolean {
  return parts.every((part, index) => 'same' in part || decisions[index] !== undefined);
}
