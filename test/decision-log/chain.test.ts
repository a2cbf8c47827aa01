import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chainReader } from '../../engine/decision-log/read-chain.ts';
import { digest } from '../../engine/host/decision-log/digest.ts';
import { folder } from '../cli/terminal.ts';
import { entry, hashes, log, sales, told, write } from './support.ts';

/** A log of three decisions, as bytes. */
async function small(dir: string): Promise<Buffer> {
  const writing = await log(join(dir, 'd.jsonl'));
  await write(writing, entry(sales(1)), entry(sales(2)), entry({ 'sales.ordered': '提成' }));
  await writing.close();
  return readFileSync(join(dir, 'd.jsonl'));
}

/** What is told of bytes: the first line where the chain breaks, or the one that is torn. */
function firstWrong(bytes: Uint8Array): string | undefined {
  const chain = chainReader(digest);
  let [start, number] = [0, 1];
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const line = new Uint8Array(bytes.subarray(start, end < 0 ? bytes.length : end));
    const read = chain.read({ bytes: line, isCut: end < 0, file: 'd', number, start });
    if (read.is === 'broken' || read.is === 'torn') return `${read.is} ${number}`;
    [start, number] = [end < 0 ? bytes.length : end + 1, number + 1];
  }
  return undefined;
}

test('one changed byte is found in its line, wherever it stands', async () => {
  const bytes = await small(folder());
  expect(firstWrong(bytes)).toBeUndefined();
  const wrong: string[] = [];
  let line = 1;
  bytes.forEach((byte, at) => {
    for (const bits of [0x01, 0x02, 0x20, 0x80, 0xff]) {
      const changed = new Uint8Array(bytes);
      changed[at] = byte ^ bits;
      const said = firstWrong(changed);
      if (said !== `broken ${line}`) wrong.push(`byte ${at} ^ ${bits} of line ${line}: ${said ?? 'nothing'}`);
    }
    if (byte === 10) line += 1;
  });
  expect(wrong).toEqual([]);
  expect(line).toBe(5);
});

test('lines that are taken out, put in twice or moved break the chain where they are missed', async () => {
  const bytes = await small(folder());
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  const [head = '', one = '', two = '', three = ''] = lines;
  const of = (...order: readonly string[]): string | undefined => firstWrong(Buffer.from(`${order.join('\n')}\n`));
  expect(of(head, two, three)).toBe('broken 2');
  expect(of(head, one, three)).toBe('broken 3');
  expect(of(head, one, one, two, three)).toBe('broken 3');
  expect(of(head, two, one, three)).toBe('broken 2');
  expect(of(one, two, three)).toBe('broken 1');
  expect(of(head, one, two, three, head)).toBe('broken 5');
  expect(of(head, one, '', two, three)).toBe('broken 3');
  // Whoever kept the last hash elsewhere sees that this one ends early; the chain alone cannot.
  expect(of(head, one, two)).toBeUndefined();
});

test('cut off at any byte: what was whole before it stays, the rest is torn, and the log goes on', async () => {
  const dir = folder();
  const bytes = await small(dir);
  const whole = hashes(join(dir, 'd.jsonl'));
  for (let length = bytes.length; length >= 0; length -= length > bytes.length - 8 ? 1 : 41) {
    const at = folder();
    const path = join(at, 'd.jsonl');
    writeFileSync(path, bytes.subarray(0, length));
    const lines = bytes.subarray(0, length).filter((byte) => byte === 10).length;
    const isTorn = length > 0 && bytes[length - 1] !== 10;
    const writing = await log(path);
    expect(writing.found.map(({ code }) => code)).toEqual(isTorn ? ['decision-log/torn'] : []);
    const [hash = ''] = await write(writing, entry(sales(9)));
    await writing.close();
    const files = isTorn ? ['d.000001.jsonl', 'd.jsonl'] : ['d.jsonl'];
    const seen = await told(at, ...files);
    expect(seen.filter((line) => line.endsWith('torn'))).toEqual(
      isTorn ? [`d.000001.jsonl:${lines + 1} decision-log/torn`] : [],
    );
    expect(seen.filter((line) => /decision-log\/(?!torn)/.test(line))).toEqual([]);
    expect(hashes(path).at(-1)).toBe(hash);
    // Not a byte of what stood there is gone.
    const kept = readFileSync(join(at, files[0] ?? ''));
    expect(kept.subarray(0, length).equals(bytes.subarray(0, length))).toBe(true);
    expect(whole).toHaveLength(4);
  }
});

test('files follow each other: by size, and by day', async () => {
  const dir = folder();
  const path = join(dir, 'd.jsonl');
  let now = new Date('2026-11-22T15:30:00Z');
  const options = { now: () => now, rotate: { bytes: 1500, daily: 'Asia/Shanghai' } };
  const writing = await log(path, options);
  await write(writing, ...[1, 2, 3, 4].map((ordered) => entry(sales(ordered))));
  now = new Date('2026-11-22T16:30:00Z');
  await write(writing, entry(sales(5)));
  await writing.close();
  const again = await log(path, options);
  await write(again, entry(sales(6)));
  now = new Date('2026-11-23T17:00:00Z');
  await write(again, entry(sales(7)));
  await again.close();
  const files = ['d.000001.jsonl', 'd.000002.jsonl', 'd.000003.jsonl', 'd.jsonl'];
  const seen = await told(dir, ...files);
  expect(seen.filter((line) => line.endsWith('record'))).toHaveLength(7);
  expect(seen.filter((line) => line.includes('decision-log'))).toEqual([]);
  for (const file of files) expect(readFileSync(join(dir, file)).length).toBeLessThanOrEqual(1500);
  // A file in between is missed, a changed order is seen.
  expect(await told(dir, files[0]!, files[2]!)).toContain('d.000003.jsonl:1 decision-log/out-of-place');
  expect(await told(dir, files[1]!, files[0]!)).toContain('d.000001.jsonl:1 decision-log/out-of-place');
});

test('the process stopped between two files: the next one goes on behind the last', async () => {
  const dir = folder();
  await small(dir);
  copyFileSync(join(dir, 'd.jsonl'), join(dir, 'd.000007.jsonl'));
  truncateSync(join(dir, 'd.jsonl'));
  const writing = await log(join(dir, 'd.jsonl'));
  await write(writing, entry(sales(3)));
  await writing.close();
  const seen = await told(dir, 'd.000007.jsonl', 'd.jsonl');
  expect(seen.filter((line) => line.includes('decision-log'))).toEqual([]);
});

test('one process writes at a time; what somebody else wrote meanwhile stops it', async () => {
  const dir = folder();
  const path = join(dir, 'd.jsonl');
  const writing = await log(path);
  await expect(log(path)).rejects.toThrow('Another process');
  await write(writing, entry(sales(1)));
  appendFileSync(path, 'x\n');
  const refused = await writing.append(entry(sales(2)));
  expect(refused).toMatchObject({ diagnostic: { code: 'decision-log/changed' } });
  expect(await writing.append(entry(sales(3)))).toEqual(refused);
  await writing.close();
  expect(await writing.append(entry(sales(4)))).toMatchObject({ diagnostic: { code: 'decision-log/closed' } });
  await writing.close();
  // A lock of a process that is gone is taken over.
  writeFileSync(`${path}.lock`, '4194303');
  writeFileSync(path, '');
  await (await log(path)).close();
  await expect(log(join(dir, 'no/folder/d.jsonl'))).rejects.toThrow('ENOENT');
  await expect(log(path, { rotate: { daily: 'Asia/Nowhere' } })).rejects.toThrow(RangeError);
});
