import type { VNode } from 'preact';
import { useWords } from '../words.ts';
import { stateWords } from './state-words.ts';
import type { Branch } from './tree-data.ts';
import { layoutWords } from './words.ts';

/** Which version a file holds, and from when where that is to come. */
export function VersionBadge({ version }: { readonly version: NonNullable<Branch['version']> }): VNode {
  const { say, language } = useWords(layoutWords);
  const { number, state, from } = version;
  const text = state === 'future' ? (language === 'zh' ? `自${from}` : `from ${from}`) : `v${number}`;
  return (
    <span class={`badge ${state}`} title={`${say('version')} ${number}: ${say(stateWords[state])}`}>
      {text}
      <span class="unseen"> {say(stateWords[state])}</span>
    </span>
  );
}
