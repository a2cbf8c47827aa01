import type { Connection } from './events.ts';
import type { Remote } from './remote.ts';
import type { Documents } from './store.ts';

/** Several files change at once when somebody changes branches. */
const gathering = 150;

/**
 * Reads files again that others changed on disk. What the page wrote itself is known already. Tells whether the server is there. Ends
 * when what it returns is called.
 */
export function followDisk(
  documents: Documents,
  remote: Remote,
  connected: (connection: Connection) => void,
): () => void {
  const told = new Map<string, string | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isNews = ([path, version]: readonly [string, string | null]): boolean =>
    (documents.get(path)?.saved.version ?? null) !== version;
  const look = async (): Promise<void> => {
    // Our own writing is told as well, often before it is answered.
    if ([...told.keys()].some((path) => documents.get(path)?.state === 'saving')) return soon();
    const news = [...told].filter(isNews);
    told.clear();
    if (news.length > 0) await documents.refresh();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), gathering);
  };
  const stop = remote.watch((versions, isAll) => {
    for (const [path, version] of versions) told.set(path, version);
    if (isAll) for (const path of documents.all().keys()) if (!versions.has(path)) told.set(path, null);
    soon();
  }, connected);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
