import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHandbookFolder, type HandbookFolder } from '../../engine/host/handbook-folder.ts';

let parent: string;
let folder: HandbookFolder;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'bylaw-folder-'));
  const root = join(parent, 'policies');
  mkdirSync(join(root, 'pay', 'history'), { recursive: true });
  mkdirSync(join(root, '.git'));
  const write = (path: string, text: string | Buffer): void => writeFileSync(join(root, path), text);
  write('handbook.yaml', '\uFEFFhandbook: 手册\n');
  write('pay/b.yaml', 'b\r\n');
  write('pay/history/a.yaml', 'a');
  write('.git/hidden.yaml', 'x');
  write('pay/people.csv', 'x');
  write('pay/old.yml', 'x');
  write('pay/latin.yaml', Buffer.from([0x61, 0xe9]));
  write('pay/huge.yaml', 'x'.repeat(2_000_001));
  writeFileSync(join(parent, 'secret.yaml'), 'secret: 1');
  symlinkSync(join(parent, 'secret.yaml'), join(root, 'pay', 'secret.yaml'));
  symlinkSync(parent, join(root, 'outside'));
  folder = await readHandbookFolder(root);
});
afterAll(() => rmSync(parent, { recursive: true }));

test('reads the YAML below the folder as it is, in the order of the paths', () => {
  expect(folder.files.map(({ path, text }) => [path, text])).toEqual([
    ['handbook.yaml', '\uFEFFhandbook: 手册\n'],
    ['pay/b.yaml', 'b\r\n'],
    ['pay/history/a.yaml', 'a'],
  ]);
});

test('says what it did not read, and follows no link out', () => {
  expect(folder.diagnostics.map(({ code, span }) => `${span.file} ${code}`)).toEqual([
    'outside folder/link',
    'pay/huge.yaml folder/too-large',
    'pay/latin.yaml folder/not-utf-8',
    'pay/old.yml folder/extension',
    'pay/secret.yaml folder/link',
  ]);
});

test('the version changes with the bytes', async () => {
  const path = join(parent, 'policies', 'pay', 'b.yaml');
  const version = (read: HandbookFolder): string | undefined =>
    read.files.find((file) => file.path === 'pay/b.yaml')?.version;
  const before = version(folder);
  writeFileSync(path, 'b\n');
  expect(version(await readHandbookFolder(join(parent, 'policies')))).not.toBe(before);
  writeFileSync(path, 'b\r\n');
  expect(version(await readHandbookFolder(join(parent, 'policies')))).toBe(before);
});

test('what is taken away while the folder is read is not there, and stops nothing', async () => {
  const root = join(parent, 'moving');
  mkdirSync(root);
  writeFileSync(join(root, 'handbook.yaml'), 'handbook: h\n');
  const names = Array.from({ length: 200 }, (_, i) => join(root, `${i}`, 'a.yaml'));
  for (let round = 0; round < 5; round += 1) {
    for (const name of names) {
      mkdirSync(join(name, '..'));
      writeFileSync(name, 'a');
    }
    const reading = readHandbookFolder(root);
    for (const name of names.toReversed()) await rm(join(name, '..'), { recursive: true });
    expect((await reading).files.at(-1)?.path).toBe('handbook.yaml');
  }
});
