import { open, rename, rm } from 'node:fs/promises';

/** A file that stands under its name only when it is whole. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  /** Puts the file in its place. */
  readonly finish: () => Promise<void>;
  /** Leaves what stood there before. */
  readonly abandon: () => Promise<void>;
}

/** Begins to write a file, as `PATH.part` until it is finished. */
export async function openOutput(path: string): Promise<Output> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  return {
    write: async (text) => {
      await file.appendFile(text);
    },
    finish: async () => {
      await file.close();
      await rename(part, path);
    },
    abandon: async () => {
      await file.close();
      await rm(part, { force: true });
    },
  };
}
