const key = 'bylaw-window';
const lockOf = (name: string): string => `${key}/${name}`;

/**
 * The name under which this window keeps its drafts: the same after a reload. A window that was copied with all it remembers gets
 * another one, since a name is held by a lock for as long as its window is open.
 */
export async function windowName(): Promise<string> {
  const known = sessionStorage.getItem(key);
  if (known !== null && (await hold(known))) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(key, name);
  await hold(name);
  return name;
}

/** The windows that are open: what they keep is theirs. */
export async function openWindows(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : [])));
}

function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Until the window is closed.
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
  });
}
