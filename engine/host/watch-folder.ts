import { watch } from 'node:fs/promises';

/** Editors write a file in several steps, and checkouts many files at once: so long a silence ends a change. */
const silence = 100;

/**
 * Waits until something below the folder changes and then stays as it is for a moment; false when `ended` settles first.
 * Watching begins at once, so that nothing is missed that changes before the promise is awaited.
 */
export async function folderChanges(folder: string, ended: Promise<void>): Promise<boolean> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = ended.then(() => controller.abort());
  let quiet: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      stop.then(() => false),
      new Promise<boolean>((resolve, reject) => {
        const changed = (): void => {
          clearTimeout(quiet);
          quiet = setTimeout(() => resolve(true), silence);
        };
        follow(folder, signal, changed).catch(reject);
      }),
    ]);
  } finally {
    clearTimeout(quiet);
    controller.abort();
  }
}

async function follow(folder: string, signal: AbortSignal, changed: () => void): Promise<void> {
  try {
    for await (const { filename } of watch(folder, { recursive: true, signal })) {
      if (filename === null || filename.endsWith('.yaml')) changed();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
