import { unwatchFile, watchFile } from 'node:fs';

/** How often the file is looked at. Not by the system's own watching: that misses network disks and links that are switched. */
const everyMilliseconds = 1_000;

export interface BundleWatch {
  /** Who hears of each change; also of one that came between the beginning and now. */
  readonly listen: (hear: () => void) => void;
  readonly end: () => void;
}

/** Watches from now on, so that nothing is missed that changes while the file is first read. */
export function watchBundle(file: string): BundleWatch {
  let isMissed = false;
  let hear = (): void => {
    isMissed = true;
  };
  const changed = (): void => hear();
  watchFile(file, { interval: everyMilliseconds }, changed);
  return {
    listen: (next) => {
      hear = next;
      if (isMissed) next();
    },
    end: () => unwatchFile(file, changed),
  };
}
