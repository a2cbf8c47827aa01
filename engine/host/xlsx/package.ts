import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';

/** The parts of a workbook's file by their paths inside it. */
export interface Package {
  readonly has: (path: string) => boolean;
  /** The bytes of a part as they are unpacked; nothing where there is no such part. */
  readonly read: (path: string) => Promise<AsyncIterable<Uint8Array>>;
  readonly close: () => void;
}

const options = { autoClose: false, lazyEntries: true } as const;

/** Opens the file at a path, or one held in memory. Rejects where it is no packed file. */
export async function openPackage(file: string | Buffer): Promise<Package> {
  const zip = await (typeof file === 'string' ? openPromise(file, options) : fromBufferPromise(file, options));
  const entries = await entriesOf(zip);
  return {
    has: (path) => entries.has(path.toLowerCase()),
    read: async (path): Promise<AsyncIterable<Uint8Array>> => {
      const entry = entries.get(path.toLowerCase());
      return entry === undefined ? nothing() : await zip.openReadStreamPromise(entry);
    },
    close: () => {
      zip.close();
    },
  };
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    // Paths of parts are the same in any case (OPC 6.2.2.3).
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  } catch (error) {
    zip.close();
    throw error;
  }
  return entries;
}

// eslint-disable-next-line @typescript-eslint/require-await -- an empty stream waits for nothing
async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  yield* [];
}
