import { open, rename, rm } from 'node:fs/promises';
import { modeAt, standingAt } from './standing.ts';

/** A file that stands under its name only when it is whole. */
export interface Output {
  readonly write: (text: string | Uint8Array) => Promise<void>;
  /** Puts the file in its place. */
  readonly finish: () => Promise<void>;
  /** Leaves what stood there before. */
  readonly abandon: () => Promise<void>;
}

/** Begins to write a file, as `PATH.part` until it is finished. Links stay links, and who may read it stays as it was. */
export async function openOutput(named: string): Promise<Output> {
  const path = standingAt(named);
  const part = `${path}.part`;
  const mode = await modeAt(path);
  const file = await open(part, 'w', mode);
  return {
    write: async (text) => {
      await file.appendFile(text);
    },
    finish: async () => {
      // What was asked for at first, the process may have made narrower.
      if (mode !== undefined) await file.chmod(mode);
      await file.close();
      await rename(part, path);
    },
    abandon: async () => {
      await file.close();
      await rm(part, { force: true });
    },
  };
}
