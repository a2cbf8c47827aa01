import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notWritten } from '../../../editor/server/refusals.ts';
import { folderWith, open, own, type Opened } from './desk.ts';

const version = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = { 'handbook.yaml': 'handbook: h\n', 'pay/a.yaml': 'a: 1\n', 'population/p.csv': 'x,y\n1,2\n' };
const opened = (): Promise<Opened> => open(folderWith(files));
const textAt = ({ folder }: Opened, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('saving', () => {
  test('puts the new text in the place of the one it was made from', async () => {
    const desk = await opened();
    chmodSync(join(desk.folder, 'pay/a.yaml'), 0o640);
    const text = '\uFEFFa: 2 # 备注\r\n';
    const saved = await desk.ask('PUT', '/api/files/pay/a.yaml', { text, basedOn: version('a: 1\n') });
    expect(saved).toEqual({ status: 200, data: { version: version(text) } });
    expect(textAt(desk, 'pay/a.yaml')).toBe(text);
    expect(statSync(join(desk.folder, 'pay/a.yaml')).mode & 0o777).toBe(0o640);
    const { data } = await desk.ask('GET', '/api/handbook');
    expect(data).toMatchObject({
      files: [{ path: 'handbook.yaml' }, { path: 'pay/a.yaml', text, version: version(text) }],
      diagnostics: [],
    });
  });

  test('makes a file, and the folders that it needs', async () => {
    const desk = await opened();
    const path = `/api/files/${encodeURIComponent('新/制度.yaml')}`;
    expect((await desk.ask('PUT', path, { text: 'b', basedOn: null })).status).toBe(200);
    expect(textAt(desk, '新/制度.yaml')).toBe('b');
    expect((await desk.ask('PUT', '/api/files/pay/history/a.v1.yaml', { text: 'c', basedOn: null })).status).toBe(200);
    expect(readdirSync(join(desk.folder, '.bylaw/saving'))).toEqual([]);
    expect(textAt(desk, '.bylaw/.gitignore')).toBe('*\n');
  });

  interface Stale {
    readonly why: string;
    readonly basedOn: string | null;
    readonly before?: (folder: string) => void;
    readonly now: string | null;
  }
  const stale: readonly Stale[] = [
    { why: 'changed meanwhile', basedOn: version('a: 0\n'), now: 'a: 1\n' },
    { why: 'made meanwhile', basedOn: null, now: 'a: 1\n' },
    {
      why: 'deleted meanwhile',
      basedOn: version('a: 1\n'),
      before: (folder) => rmSync(join(folder, 'pay/a.yaml')),
      now: null,
    },
    {
      why: 'deleted with its folder',
      basedOn: version('a: 1\n'),
      before: (folder) => rmSync(join(folder, 'pay'), { recursive: true }),
      now: null,
    },
  ];
  test.each(stale)('$why: nothing is written and both texts are known', async ({ basedOn, before, now }) => {
    const desk = await opened();
    before?.(desk.folder);
    const { status, data } = await desk.ask('PUT', '/api/files/pay/a.yaml', { text: 'mine', basedOn });
    expect(status).toBe(409);
    const { message, ...rest } = data;
    expect(rest).toEqual({
      error: 'changed',
      path: 'pay/a.yaml',
      text: now,
      version: now === null ? null : version(now),
    });
    expect(message).toMatchObject({ en: expect.stringContaining('pay/a.yaml') as string });
    expect(existsSync(join(desk.folder, 'pay/a.yaml')) ? textAt(desk, 'pay/a.yaml') : null).toBe(now);
  });

  test('what the file says already is saved, whatever it was made from: the first answer may have been lost', async () => {
    const desk = await opened();
    const again = { text: 'a: 1\n', basedOn: version('a: 0\n') };
    expect((await desk.ask('PUT', '/api/files/pay/a.yaml', again)).status).toBe(200);
  });

  test('of many windows that save at once one wins, and the others are told', async () => {
    const desk = await opened();
    const texts = Array.from({ length: 20 }, (_, i) => `a: ${i + 10}\n`);
    const basedOn = version('a: 1\n');
    const answers = await Promise.all(texts.map((text) => desk.ask('PUT', '/api/files/pay/a.yaml', { text, basedOn })));
    const won = answers.findIndex(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(textAt(desk, 'pay/a.yaml')).toBe(texts[won]);
    expect(answers.filter((_, i) => i !== won).map(({ data }) => data['text'])).toEqual(Array(19).fill(texts[won]));
  });

  test('a place where nothing can be written is said, and the old text stays', async () => {
    const desk = await opened();
    rmSync(join(desk.folder, '.bylaw'), { recursive: true, force: true });
    writeFileSync(join(desk.folder, '.bylaw'), '');
    const { status, data } = await desk.ask('PUT', '/api/files/pay/a.yaml', { text: 'b', basedOn: version('a: 1\n') });
    expect(status).toBe(500);
    expect(data['error']).toBe('not-written');
    expect(textAt(desk, 'pay/a.yaml')).toBe('a: 1\n');
    expect(desk.bugs).toEqual([]);
  });

  test.each([
    ['ENOSPC', 507, 'disk-full', 'the disk is full'],
    ['EROFS', 403, 'read-only', 'can only be read'],
    ['EACCES', 403, 'read-only', 'may not write'],
    ['EIO', 500, 'not-written', 'EIO'],
  ] as const)('what the disk says (%s) is told in words', (code, status, error, words) => {
    const denied = notWritten(Object.assign(new Error(code), { code }), 'pay/a.yaml');
    expect(denied).toMatchObject({ status, refused: { error } });
    expect(denied.refused.message.en).toContain(words);
    expect(denied.refused.message.zh).toContain('文本仍保留在页面中');
  });
});

describe('what is no place, no file or no text', () => {
  const good = { text: 'x', basedOn: null };
  const places: readonly (readonly [string, string])[] = [
    ['leaves the folder, encoded', '..%2Fsecret.yaml'],
    ['leaves the folder further down', 'pay%2F..%2F..%2Fsecret.yaml'],
    ['is absolute', '%2Fetc%2Fsecret.yaml'],
    ['is absolute, in the address', '/etc/secret.yaml'],
    ['has a drive', 'C:%5Csecret.yaml'],
    ['has a drive and slashes', 'C:/secret.yaml'],
    ['has another way out', '..%5Csecret.yaml'],
    ['names a network', '%5C%5Cserver%5Cshare.yaml'],
    ['names a stream of a file', 'pay/a.yaml:x.yaml'],
    ['is a device', 'pay/con.yaml'],
    ['ends in no .yaml', 'pay/a.txt'],
    ['is a script', 'pay/a.yaml.js'],
    ['ends in .yml', 'pay/a.yml'],
    ['is a table', 'population/p.csv'],
    ['is nothing', ''],
    ['is a folder', 'pay'],
    ['is a folder that ends well', 'folder.yaml'],
    ['lies below a file', 'pay/a.yaml/b.yaml'],
    ['is hidden', '.git/config.yaml'],
    ['is hidden further down', 'pay/.hidden.yaml'],
    ['is the server’s own', '.bylaw/drafts/x.yaml'],
    ['is somebody else’s', 'node_modules/x.yaml'],
    ['is a link out', 'link.yaml'],
    ['lies behind a link out', 'out/x.yaml'],
    ['lies behind a link inside', 'inside/a.yaml'],
    ['is a link to nothing', 'dangling.yaml'],
    ['has a sign that ends texts', 'pay/a%00.yaml'],
    ['turns its letters round', 'pay/%E2%80%AElmay.yaml'],
    ['ends a name in a dot', 'pay./a.yaml'],
    ['is long', `${'x/'.repeat(300)}a.yaml`],
    ['has a long name', `${'长'.repeat(80)}.yaml`],
  ];
  test.each(places)('a path that %s (%s)', async (_, path) => {
    const outside = folderWith({ 'secret.yaml': 'secret' });
    const desk = await opened();
    symlinkSync(join(outside, 'secret.yaml'), join(desk.folder, 'link.yaml'));
    symlinkSync(join(outside, 'no.yaml'), join(desk.folder, 'dangling.yaml'));
    symlinkSync(outside, join(desk.folder, 'out'));
    symlinkSync(join(desk.folder, 'pay'), join(desk.folder, 'inside'));
    mkdirSync(join(desk.folder, 'folder.yaml'));
    for (const route of ['files', 'drafts']) {
      const { status, data } = await desk.ask('PUT', `/api/${route}/${path}`, good);
      expect([status, data['error']]).toEqual([400, 'not-a-place']);
      expect(data['message']).toMatchObject({ en: expect.any(String) as string, zh: expect.any(String) as string });
    }
    const { status } = await desk.ask('GET', `/api/population/${path}`);
    if (path !== 'population/p.csv') expect([400, 404]).toContain(status);
    expect(readdirSync(outside)).toEqual(['secret.yaml']);
    expect(readFileSync(join(outside, 'secret.yaml'), 'utf8')).toBe('secret');
    expect(desk.bugs).toEqual([]);
  });

  interface Bad {
    readonly why: string;
    readonly method?: string;
    readonly path?: string;
    readonly body?: string;
    readonly type?: string;
    readonly is: readonly [number, string];
  }
  const bad: readonly Bad[] = [
    { why: 'not JSON', body: 'text', is: [415, 'not-json'] },
    { why: 'half of it', body: '{"text": "x', is: [415, 'not-json'] },
    { why: 'nothing', body: '', is: [415, 'not-json'] },
    { why: 'another sort', body: '{}', type: 'text/plain', is: [415, 'not-json'] },
    { why: 'no text', body: '{"basedOn": null}', is: [400, 'wrong-shape'] },
    { why: 'no version', body: '{"text": "x"}', is: [400, 'wrong-shape'] },
    { why: 'a number', body: '{"text": 1, "basedOn": null}', is: [400, 'wrong-shape'] },
    { why: 'a list', body: '[]', is: [400, 'wrong-shape'] },
    { why: 'no fingerprint', body: '{"text": "x", "basedOn": "1"}', is: [400, 'wrong-shape'] },
    { why: 'an unknown word', body: '{"text": "x", "basedOn": null, "force": true}', is: [400, 'wrong-shape'] },
    { why: 'half a character', body: '{"text": "\\ud800", "basedOn": null}', is: [422, 'not-text'] },
    {
      why: 'a large file',
      body: JSON.stringify({ text: '长'.repeat(700_000), basedOn: null }),
      is: [413, 'too-large'],
    },
    { why: 'a large request', body: JSON.stringify({ text: 'x'.repeat(5_000_001) }), is: [413, 'too-much'] },
    { why: 'another method', method: 'POST', body: '{}', is: [405, 'method'] },
    { why: 'nothing there', method: 'PUT', path: '/api/other', body: '{}', is: [405, 'method'] },
    { why: 'no escape', path: '/api/files/%E9.yaml', body: '{}', is: [404, 'not-here'] },
  ];
  test.each(bad)('a body of $why', async ({ method = 'PUT', path = '/api/files/b.yaml', body = '', type, is }) => {
    const desk = await opened();
    const response = await desk.app.request(`${own['origin']}${path}`, {
      method,
      body,
      headers: { ...own, 'content-type': type ?? 'application/json' },
    });
    const { error } = (await response.json()) as { error: string };
    expect([response.status, error]).toEqual(is);
    expect(readdirSync(desk.folder).sort()).toEqual(['handbook.yaml', 'pay', 'population']);
    expect(desk.bugs).toEqual([]);
  });
});

describe('taking a file away', () => {
  const route = (basedOn: string): string => `/api/files/pay/a.yaml?basedOn=${basedOn}`;

  test('one that is what the page has seen goes, and one that is gone is as asked for', async () => {
    const desk = await opened();
    for (let i = 0; i < 2; i += 1) {
      expect(await desk.ask('DELETE', route(version('a: 1\n')))).toEqual({ status: 200, data: { gone: true } });
      expect(existsSync(join(desk.folder, 'pay/a.yaml'))).toBe(false);
    }
  });

  test('one that somebody has changed stays, and so does what is no file', async () => {
    const desk = await opened();
    const { status, data } = await desk.ask('DELETE', route(version('a: 0\n')));
    expect([status, data['text']]).toEqual([409, 'a: 1\n']);
    for (const basedOn of ['', '1']) expect((await desk.ask('DELETE', route(basedOn))).status).toBe(400);
    const out = await desk.ask('DELETE', `/api/files/..%2Fa.yaml?basedOn=${version('a: 1\n')}`);
    expect([out.status, out.data['error']]).toEqual([400, 'not-a-place']);
    expect(textAt(desk, 'pay/a.yaml')).toBe('a: 1\n');
  });
});

test('the tables of the population are listed and read', async () => {
  const desk = await open(folderWith({ ...files, 'population/2026/q.csv': '姓名\n', 'population/x.mapping': '' }));
  expect((await desk.ask('GET', '/api/population')).data).toEqual({
    tables: [
      { path: 'population/2026/q.csv', bytes: 7 },
      { path: 'population/p.csv', bytes: 8 },
    ],
  });
  expect((await desk.ask('GET', '/api/population/population/p.csv')).data).toEqual({
    path: 'population/p.csv',
    text: 'x,y\n1,2\n',
  });
  expect((await desk.ask('GET', '/api/population/pay/a.csv')).status).toBe(404);
});
