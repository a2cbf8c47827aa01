import { useEffect, useState } from 'preact/hooks';
import type { GitState } from '../../server/api.ts';
import { heldText } from '../documents/line-ends.ts';
import type { Documents } from '../documents/store.ts';
import { gitState, historyOf } from './remote.ts';

/** What the page's texts are compared with: the last commit where there is git, else what lies on disk. */
export interface Standing {
  /** Undefined until the server has answered. */
  readonly git: GitState | undefined;
  /** Texts of the last commit, of files that lie on disk otherwise; null: not in the commit. */
  readonly committed: ReadonlyMap<string, string | null>;
}

const unknown: Standing = { git: undefined, committed: new Map() };

/** So long after the last write git is asked again. */
const calm = 300;

/** Asked at the start, when files are written, and when somebody comes back to the page. */
export function useStanding(documents: Documents): Standing & { readonly askAgain: () => Promise<void> } {
  const [standing, setStanding] = useState(unknown);
  useEffect(() => {
    let isLeft = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void standingOf().then((now) => isLeft || setStanding(now)), calm);
    };
    const stop = documents.onChange((_, now, before) => {
      if (now?.saved.version !== before?.saved.version) ask();
    });
    addEventListener('focus', ask);
    ask();
    return () => {
      isLeft = true;
      clearTimeout(timer);
      stop();
      removeEventListener('focus', ask);
    };
  }, [documents]);
  return { ...standing, askAgain: async () => setStanding(await standingOf()) };
}

async function standingOf(): Promise<Standing> {
  const git = await gitState();
  if (git?.repository !== true) return { git, committed: new Map() };
  const texts = await Promise.all(
    git.uncommitted.map(async (path) => {
      const text = (await historyOf(path))?.entries[0]?.text ?? null;
      return [path, text === null ? null : heldText(text, '').text] as const;
    }),
  );
  return { git, committed: new Map(texts) };
}
