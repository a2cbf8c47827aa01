import { expect, test } from 'vitest';
import type { Disk } from '../../../editor/web/documents/disk.ts';
import { createDocuments, type Documents } from '../../../editor/web/documents/store.ts';
import { takeBackTelling } from '../../../editor/web/documents/take-back.ts';
import { createNotices, type Told } from '../../../editor/web/notices.ts';

const [path, made] = ['pay/a.yaml', 'pay/history/a.v1.yaml'];

/** A file that was amended, taken back: the documents, and what was told. */
function takenBack(): { readonly documents: Documents; readonly told: Told[] } {
  // Nothing is asked of the server here.
  const documents = createDocuments({ files: [{ path, saved: { text: 'one', version: 'v1' } }] }, {} as Disk);
  documents.type(path, 'two');
  documents.type(made, 'one');
  const { tell, onTell } = createNotices();
  const told: Told[] = [];
  onTell((one) => told.push(one));
  takeBackTelling([made, path], { en: 'Taken back.', zh: '已撤回。' }, { documents, tell });
  return { documents, told };
}
const texts = (documents: Documents): readonly unknown[] => [path, made].map((one) => documents.get(one)?.text);

test('what is taken back is said, and comes back', () => {
  const { documents, told } = takenBack();
  expect([...texts(documents), told[0]?.text.en]).toEqual(['one', undefined, 'Taken back.']);
  told[0]?.act?.act();
  expect([...texts(documents), told.length]).toEqual(['two', 'one', 1]);
});

test('what was typed since is not overwritten', () => {
  const { documents, told } = takenBack();
  documents.type(path, 'three');
  told[0]?.act?.act();
  expect(texts(documents)).toEqual(['three', undefined]);
  expect(told[1]?.text.zh).toContain('未恢复');
});
