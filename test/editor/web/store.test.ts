import { expect, test } from 'vitest';
import { applyInTexts } from '../../../editor/web/documents/apply-in-texts.ts';
import type { Disk } from '../../../editor/web/documents/disk.ts';
import { createDocuments, type Documents } from '../../../editor/web/documents/store.ts';

const path = 'pay/a.yaml';

/** Documents whose server answers a deletion when told to. */
function opened(text: string): { readonly documents: Documents; readonly answer: () => void } {
  let answer = (): void => undefined;
  const remove: Disk['remove'] = () => new Promise((resolve) => (answer = () => resolve('gone')));
  // Nothing else is asked of the server here.
  const remote = { remove } as Disk;
  const files = [{ path, saved: { text, version: 'v1' } }];
  return { documents: createDocuments({ files }, remote), answer: () => answer() };
}

test('a file that is deleted is gone', async () => {
  const { documents, answer } = opened('one');
  const removed = documents.remove(path);
  answer();
  expect(await removed).toBe(true);
  expect(documents.get(path)).toBeUndefined();
});

test('what is typed while a file is being deleted is kept, and a person settles it', async () => {
  const { documents, answer } = opened('one');
  const removed = documents.remove(path);
  documents.type(path, 'one and more');
  answer();
  expect(await removed).toBe(false);
  expect(documents.get(path)).toMatchObject({ state: 'conflict', text: 'one and more', theirs: { version: null } });
});

test('a new file that is deleted while it is saved for the first time does not come back', async () => {
  const onServer = new Map<string, string>();
  let answer = (): void => undefined;
  const save: Disk['save'] = (file, text) =>
    new Promise((resolve) => {
      answer = () => {
        onServer.set(file, text);
        resolve({ version: 'v1' });
      };
    });
  const remove: Disk['remove'] = (file) => {
    onServer.delete(file);
    return Promise.resolve('gone');
  };
  const documents = createDocuments({ files: [] }, { save, remove } as Disk);
  documents.type(path, 'new');
  const saved = documents.save(path);
  const removed = documents.remove(path);
  answer();
  await saved;
  expect(await removed).toBe(true);
  expect([documents.get(path), onServer.size]).toEqual([undefined, 0]);
});

test('a change before Monaco came is written in the line ends of its file', () => {
  const { documents } = opened('a: 1\r\nb: 2\r\n');
  applyInTexts({ edits: [{ span: { file: path, start: 6, end: 6 }, text: 'c: 3\n' }] }, documents, () => undefined);
  expect(documents.get(path)?.text).toBe('a: 1\r\nc: 3\r\nb: 2\r\n');
});
