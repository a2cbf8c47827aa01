import { stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import type { TableSource } from './open-table.ts';

/** The same source, to be read more than once: what is no file on a disk (standard input, a pipe) is held in memory. */
export async function rereadable(from: TableSource['from']): Promise<TableSource['from']> {
  if ('bytes' in from) return { bytes: await held(from.bytes) };
  const { path } = from;
  const isPipe = await stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    // Whoever opens it says what is wrong with it.
    () => false,
  );
  return isPipe ? { bytes: await held(createReadStream(path)) } : from;
}

async function held(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- an iterable of what is there already
    async *[Symbol.asyncIterator]() {
      yield* chunks;
    },
  };
}
