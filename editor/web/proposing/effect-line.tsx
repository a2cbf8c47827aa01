import type { VNode } from 'preact';
import { approximated, type EffectInWords, type Texts } from '../../../engine/service/index.ts';
import type { Choice } from '../git/changed-files.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { sampleName } from './effect.tsx';
import { useEffectOf } from './use-effect-of.ts';
import { proposingWords } from './words.ts';

interface EffectLineProps {
  readonly choice: Choice;
  readonly policy: string | undefined;
  readonly onMore: () => void;
}

/** Who of a sample gets how much more or less, in one line; the panel “Amend” tells all. */
export function EffectLine({ choice, policy, onMore }: EffectLineProps): VNode | null {
  const { openPanel } = usePage();
  const { say, pick, language } = useWords(proposingWords);
  const { tables, table, effect, isWorking } = useEffectOf(choice, policy);
  if (tables.length === 0 || table === undefined) return null;
  const gate = effect === undefined || effect === 'none' ? undefined : effect.gates.find(({ failed }) => failed);
  return (
    <div class="effect-line" aria-busy={isWorking}>
      <h3>
        {say('effect')} <span class="code">{sampleName(table)}</span>
      </h3>
      <p>
        {effect === undefined || isWorking ? (
          <span class="hint">{say('working')}</span>
        ) : (
          <>
            {approximated(pick(lineOf(effect)), language)}{' '}
            <button
              type="button"
              class="quiet"
              onClick={() => {
                onMore();
                openPanel('amend');
              }}
            >
              {say('allOfEffect')}
            </button>
          </>
        )}
      </p>
      {gate !== undefined && !isWorking && (
        <p class="banner">
          {say('gateFails')} {pick(gate.says)}
        </p>
      )}
    </div>
  );
}

/** The last decision is the one that the others lead to; sums of money say most. */
function lineOf(effect: EffectInWords | 'none'): Texts {
  if (effect === 'none') return proposingWords.noEffect;
  if (effect.untried !== undefined) return effect.untried;
  const changed = effect.effects.filter((one) => one.changed > 0);
  const told = changed.findLast(({ amounts }) => amounts?.totals !== undefined) ?? changed.at(-1);
  if (told === undefined) return proposingWords.noEffect;
  const { policy, title, changed: some, rows, amounts } = told;
  const total = amounts?.totals?.change;
  const sum = total === undefined || total.startsWith('-') ? total : `+${total}`;
  return {
    en: `${policy.en}, ${title.en}: ${some} of ${rows} ${rows === 1 ? 'row' : 'rows'} ${some === 1 ? 'comes' : 'come'} out differently${sum === undefined ? '' : `, in all ${sum}`}.`,
    zh: `${policy.zh}“${title.zh}”：${rows} 行中有 ${some} 行结果改变${sum === undefined ? '' : `，合计 ${sum}`}。`,
  };
}
