import type { VNode } from 'preact';
import { approximated, changeText, type EffectInWords } from '../../../engine/service/index.ts';
import { wholeOf, type ChangedFile } from '../git/changed-files.ts';
import { useWords } from '../words.ts';
import { Groups } from './groups.tsx';
import { useEffectOf } from './use-effect-of.ts';
import { proposingWords } from './words.ts';
import './effect.css';

/** `population/2026-10/promoters.csv` → `2026-10/promoters` */
export const sampleName = (path: string): string => path.replace('population/', '').replace(/\.csv$/, '');

interface EffectProps {
  readonly files: readonly ChangedFile[];
  readonly policy: string | undefined;
}

/** Who of a sample gets how much more or less, and why. */
export function EffectOnSample({ files, policy }: EffectProps): VNode | null {
  const { say } = useWords(proposingWords);
  const { tables, table, choose, effect, isWorking } = useEffectOf(wholeOf(files), policy);
  if (tables.length === 0) return null;
  return (
    <section class="effect" aria-busy={isWorking}>
      <h3>
        {say('effect')} {isWorking && <span class="hint">{say('working')}</span>}
      </h3>
      <label class="sample">
        {say('sample')}
        <select value={table} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {tables.map(({ path }) => (
            <option key={path} value={path}>
              {sampleName(path)}
            </option>
          ))}
        </select>
      </label>
      {effect === 'none' ? <p>{say('noEffect')}</p> : effect !== undefined && <Told effect={effect} />}
    </section>
  );
}

function Told({ effect }: { readonly effect: EffectInWords }): VNode {
  const { say, pick, language } = useWords(proposingWords);
  const { day, by, unread, leftOut, effects, unchanged, gates, untried } = effect;
  const changed = effects.filter((one) => one.changed > 0);
  return (
    <>
      {untried !== undefined && <p class="warn">{pick(untried)}</p>}
      {gates.map(({ says, failed }) => (
        <p key={says.en} class={failed ? 'banner' : 'fine'}>
          {say(failed ? 'gateFails' : 'gateHolds')} {pick(says)}
        </p>
      ))}
      {unread + leftOut > 0 && (
        <p class="warn">
          {pick({
            en: `${unread} rows cannot be read, ${leftOut} were left out.`,
            zh: `${unread} 行无法读取，${leftOut} 行未试算。`,
          })}
        </p>
      )}
      {changed.length > 0 && <p class="hint">{pick({ en: `As of ${day}.`, zh: `按 ${day} 计算。` })}</p>}
      {changed.length === 0 && untried === undefined && <p>{say('noEffect')}</p>}
      {changed.map(({ decision, policy, title, says, largest, groups }) => (
        <div key={decision} class="effect-of">
          <h4>
            {pick(policy)}
            {pick({ en: ': ', zh: '：' })}
            {pick(title)} <span class="code">{decision}</span>
          </h4>
          {says.map((text) => (
            <p key={text.en}>{approximated(pick(text), language)}</p>
          ))}
          {by !== undefined && <Groups by={by} groups={groups} />}
          {largest.length > 0 && (
            <table class="largest">
              <caption>{say('largest')}</caption>
              <tbody>
                {largest.slice(0, 5).map(({ line, who, before, after, change, causes }) => (
                  <tr key={line}>
                    <th scope="row">{who ?? pick({ en: `row ${line}`, zh: `第 ${line} 行` })}</th>
                    <td>
                      {before} → {after} <strong>({pick(changeText(change))})</strong>
                      <span class="cause">
                        {causes.map((cause) => approximated(pick(cause), language)).join(pick({ en: '; ', zh: '；' }))}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
      {unchanged.length > 0 && (
        <>
          <p class="hint">{say('sameFor')}</p>
          <ul class="sentences soft">
            {unchanged.map((text) => (
              <li key={text.en}>{approximated(pick(text), language)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
