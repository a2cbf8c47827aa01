import { expect, test } from 'vitest';
import { applyInTexts } from '../../../editor/web/documents/apply-in-texts.ts';
import type { Disk } from '../../../editor/web/documents/disk.ts';
import { createDocuments, type Documents } from '../../../editor/web/documents/store.ts';
import { canTakeBack, takeBack, textsBefore, type Decided } from '../../../editor/web/panels/inbox/decided.ts';
import type { Change } from '../../../engine/service/index.ts';

const path = 'a.yaml';
const change: Change = {
  edits: [{ span: { file: path, start: 0, end: 3 }, text: 'new' }],
  files: [{ path: 'history/a.v1.yaml', text: 'old text' }],
};

function decided(): { documents: Documents; record: Decided } {
  const documents = createDocuments(
    { files: [{ path, saved: { text: 'old text', version: 'v' } }] },
    // Nothing is asked of the server here.
    {} as Disk,
  );
  const before = textsBefore(change, documents);
  applyInTexts(change, documents, () => undefined);
  const texts = before.map((one) => ({ ...one, after: documents.get(one.path)?.text ?? '' }));
  const [span] = change.edits.map((edit) => edit.span);
  const words = { en: '?', zh: '？' };
  if (span === undefined) throw new Error('no edit');
  const entry = { id: 'a#b', question: words, origin: span };
  return { documents, record: { entry, by: words, on: '2026-11-22', takes: true, texts } };
}

test('a decision is taken back whole, with the file that it made', () => {
  const { documents, record } = decided();
  expect([documents.get(path)?.text, documents.all().size]).toEqual(['new text', 2]);
  expect(canTakeBack(record, documents)).toBe(true);
  takeBack(record, documents);
  expect([documents.get(path)?.text, documents.all().size]).toEqual(['old text', 1]);
  expect(canTakeBack(record, documents)).toBe(false);
});

test('what was typed since is never taken with it', () => {
  const { documents, record } = decided();
  documents.type(path, 'new text, and more');
  expect(canTakeBack(record, documents)).toBe(false);
});
