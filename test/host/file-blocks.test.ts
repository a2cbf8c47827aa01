import type { FileHandle } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fileBlocks } from '../../engine/host/table/file-blocks.ts';

/** A file of these bytes and then of lines without end, as far as anybody asks. */
function endless(start: string, size: number): { readonly file: FileHandle; readonly asked: () => number } {
  const first = Buffer.from(start);
  let asked = 0;
  const read = (bytes: Uint8Array, offset: number, length: number, at: number): Promise<{ bytesRead: number }> => {
    const bytesRead = Math.max(0, Math.min(length, size - at));
    bytes.fill(10, offset, offset + bytesRead);
    if (at < first.length) bytes.set(first.subarray(at, at + bytesRead), offset);
    asked = Math.max(asked, at + bytesRead);
    return Promise.resolve({ bytesRead });
  };
  return { file: { read } as unknown as FileHandle, asked: () => asked };
}

test.each([
  ['5" pipe,1 CNY\n', '5" pipe'],
  ['"never closed,1 CNY\n', '"never closed'],
])('behind a lone quote not all the rest of a large file is read: %j', async (row, begun) => {
  const { file, asked } = endless(`a,1 CNY\n${row}`, 400 << 20);
  const found = { encoding: undefined };
  const starts: string[] = [];
  for await (const { bytes } of fileBlocks({ name: 't.csv', file, format: 'csv', from: 0, found })) {
    expect(bytes.length).toBeLessThan(4 << 20);
    starts.push(Buffer.from(bytes.subarray(0, begun.length)).toString());
  }
  expect(starts).toEqual(['a,1 CNY\n'.slice(0, begun.length), begun]);
  expect(asked()).toBeLessThan(200 << 20);
});
