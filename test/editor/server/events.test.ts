import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, open, own, type Opened } from './desk.ts';

const version = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = { 'handbook.yaml': 'handbook: h\n', 'pay/a.yaml': 'a: 1\n', 'pay/b.yaml': 'b: 1\n' };

interface Event {
  readonly event: string;
  readonly data: unknown;
}

/** What one window hears; each call waits for the next one. */
async function window({ app }: Opened): Promise<() => Promise<Event>> {
  const response = await app.request(`${own['origin']}/api/events`, { headers: own });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  onTestFinished(() => reader.cancel());
  let waiting = '';
  return async () => {
    for (;;) {
      const end = waiting.indexOf('\n\n');
      if (end >= 0) {
        const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(waiting.slice(0, end)) ?? [];
        waiting = waiting.slice(end + 2);
        return { event, data: JSON.parse(data) as unknown };
      }
      waiting += (await reader.read()).value ?? '';
    }
  };
}

const all = (more: object = {}): Event => ({
  event: 'versions',
  data: {
    versions: { ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, version(text)])), ...more },
  },
});
const changed = (path: string, text: string | null): Event => ({
  event: 'changed',
  data: { path, version: text === null ? null : version(text) },
});

test('both windows hear of what one of them saves, once, and the second one’s save is refused', async () => {
  const desk = await open(folderWith(files));
  const [one, two] = [await window(desk), await window(desk)];
  expect([await one(), await two()]).toEqual([all(), all()]);
  const basedOn = version('a: 1\n');
  expect((await desk.ask('PUT', '/api/files/pay/a.yaml', { text: 'one', basedOn })).status).toBe(200);
  expect([await one(), await two()]).toEqual([changed('pay/a.yaml', 'one'), changed('pay/a.yaml', 'one')]);
  expect((await desk.ask('PUT', '/api/files/pay/a.yaml', { text: 'two', basedOn })).status).toBe(409);
  expect((await desk.ask('PUT', '/api/files/pay/b.yaml', { text: 'two', basedOn: version('b: 1\n') })).status).toBe(
    200,
  );
  // The next thing heard is the next change: neither was told twice, though the disk told of it as well.
  expect([await one(), await two()]).toEqual([changed('pay/b.yaml', 'two'), changed('pay/b.yaml', 'two')]);
});

test('what others write, take away and move in the folder is told, and what is no file of the handbook is not', async () => {
  const desk = await open(folderWith(files));
  const hear = await window(desk);
  await hear();
  const at = (path: string): string => join(desk.folder, path);
  writeFileSync(at('pay/note.txt'), 'x');
  writeFileSync(at('pay/a.yaml'), '由他人');
  expect(await hear()).toEqual(changed('pay/a.yaml', '由他人'));
  rmSync(at('pay/a.yaml'));
  expect(await hear()).toEqual(changed('pay/a.yaml', null));
  renameSync(at('pay/b.yaml'), at('pay/c.yaml'));
  const moved = [await hear(), await hear()];
  expect(moved).toEqual(expect.arrayContaining([changed('pay/b.yaml', null), changed('pay/c.yaml', 'b: 1\n')]));
  const later = await window(desk);
  const { 'handbook.yaml': handbook } = files;
  expect(await later()).toEqual({
    event: 'versions',
    data: { versions: { 'handbook.yaml': version(handbook), 'pay/c.yaml': version('b: 1\n') } },
  });
});
