import type { VNode } from 'preact';
import type { FileHead } from '../../../engine/service/index.ts';
import { useDocuments } from '../documents/hooks.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';

/** All files of the handbook: policies by their titles, the rest by their paths. */
export function FileList(): VNode {
  const { outline, overview, path: chosen, documents, go } = usePage();
  const { say, pick } = useWords();
  const all = useDocuments(documents);
  const worst = new Map(
    [...(overview?.policies ?? []), ...(overview?.otherFiles ?? [])].map((one) => [one.path, one.worst]),
  );
  const item = ({ path, title, policy }: FileHead): VNode => {
    const grave = worst.get(path);
    return (
      <li key={path}>
        <button
          type="button"
          class="file"
          aria-current={path === chosen ? 'true' : undefined}
          title={path}
          onClick={() => go(path)}
        >
          <span class="file-title">{title === undefined ? (policy ?? path) : pick(title)}</span>
          {all.get(path)?.state !== 'clean' && <span class="dot changed" role="img" aria-label={say('unsaved')} />}
          {grave !== undefined && <span class={`dot ${grave}`} role="img" aria-label={say(grave)} />}
        </button>
      </li>
    );
  };
  return (
    <nav class="files" aria-label={say('policies')}>
      <h2>{say('policies')}</h2>
      <ul>{outline.files.filter(({ policy, kind }) => policy !== undefined && kind !== 'cases').map(item)}</ul>
      <h2>{say('otherFiles')}</h2>
      <ul class="others">
        {outline.files.filter(({ policy, kind }) => policy === undefined || kind === 'cases').map(item)}
      </ul>
    </nav>
  );
}
