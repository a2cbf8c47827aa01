import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, open, type Opened } from './desk.ts';

const version = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = { 'handbook.yaml': 'handbook: h\n', 'a.yaml': 'a: 1\n' };
const basedOn = version('a: 1\n');
const broken = 'a: [1,\n\t{ 半';

async function draftsOf({ ask }: Opened): Promise<unknown> {
  const { data } = await ask('GET', '/api/drafts');
  return (data['drafts'] as readonly Record<string, unknown>[]).map(({ path, window, text }) => [path, window, text]);
}

test('unsaved text, also text that nobody can read, is offered again after a restart', async () => {
  const folder = folderWith(files);
  const first = await open(folder);
  expect(await first.ask('PUT', '/api/drafts/a.yaml', { text: broken, basedOn })).toEqual({
    status: 200,
    data: { kept: true },
  });
  const { data } = await (await open(folder)).ask('GET', '/api/drafts');
  expect(data).toEqual({
    drafts: [{ path: 'a.yaml', window: '', text: broken, basedOn, keptAt: '2026-11-22T04:00:00.000Z' }],
  });
  expect(readFileSync(join(folder, '.bylaw/.gitignore'), 'utf8')).toBe('*\n');
  const handbook = await first.ask('GET', '/api/handbook');
  expect(JSON.stringify(handbook.data)).not.toContain('半');
});

test('each window has its own', async () => {
  const desk = await open(folderWith(files));
  await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'one', basedOn, window: 'w1' });
  await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'two', basedOn, window: 'w2' });
  await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'one more', basedOn, window: 'w1' });
  expect(await draftsOf(desk)).toHaveLength(2);
  await desk.ask('DELETE', '/api/drafts/a.yaml?window=w1');
  expect(await draftsOf(desk)).toEqual([['a.yaml', 'w2', 'two']]);
  expect((await desk.ask('DELETE', '/api/drafts/a.yaml?window=..%2F')).status).toBe(400);
});

test('a draft of a new file needs none', async () => {
  const desk = await open(folderWith(files));
  await desk.ask('PUT', '/api/drafts/new/b.yaml', { text: 'b', basedOn: null });
  expect(await draftsOf(desk)).toEqual([['new/b.yaml', '', 'b']]);
  expect(readdirSync(desk.folder).sort()).toEqual(['.bylaw', 'a.yaml', 'handbook.yaml']);
});

test('what the file says is no draft: at once, once it is saved, and when the file came to say it in another way', async () => {
  const desk = await open(folderWith(files));
  await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'b', basedOn });
  expect((await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'a: 1\n', basedOn })).data).toEqual({ kept: false });
  expect(await draftsOf(desk)).toEqual([]);

  await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'b', basedOn, window: 'w1' });
  await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'other', basedOn, window: 'w2' });
  await desk.ask('PUT', '/api/files/a.yaml', { text: 'b', basedOn });
  expect(await draftsOf(desk)).toEqual([['a.yaml', 'w2', 'other']]);

  writeFileSync(join(desk.folder, 'a.yaml'), 'other');
  expect(await draftsOf(desk)).toEqual([]);
  expect(readdirSync(join(desk.folder, '.bylaw/drafts'))).toEqual([]);
});

test('what somebody else put among the drafts is left alone', async () => {
  const desk = await open(folderWith(files));
  await desk.ask('PUT', '/api/drafts/a.yaml', { text: 'b', basedOn });
  for (const text of ['{', '{"path": "a.yaml"}']) writeFileSync(join(desk.folder, '.bylaw/drafts/x.json'), text);
  expect(await draftsOf(desk)).toEqual([['a.yaml', '', 'b']]);
});
