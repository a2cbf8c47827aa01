import { describe, expect, test } from 'vitest';
import {
  failed,
  newDocument,
  onDisk,
  openDocument,
  refusedFor,
  savedAs,
  sending,
  settled,
  typed,
  type Document,
} from '../../../editor/web/documents/document.ts';

const path = 'pay/a.yaml';
const first = { text: 'one', version: 'v1' };
const theirs = { text: 'theirs', version: 'v2' };
const lines = { text: 'one\ntwo\nthree\n', version: 'v1' };
const clean = openDocument(path, first);
const changed = typed(clean, 'mine');
const conflict = onDisk(changed, theirs);

describe('a document', () => {
  const cases: readonly { readonly why: string; readonly is: Document; readonly like: Partial<Document> }[] = [
    { why: 'typed into is changed', is: changed, like: { state: 'changed', text: 'mine', saved: first } },
    { why: 'typed back is clean', is: typed(changed, 'one'), like: { state: 'clean' } },
    { why: 'a new one is changed, even while it is empty', is: newDocument(path, ''), like: { state: 'changed' } },
    {
      why: 'saved is clean',
      is: savedAs(sending(changed), 'v2'),
      like: { state: 'clean', saved: { text: 'mine', version: 'v2' } },
    },
    {
      why: 'typed into while it is saved is changed again',
      is: savedAs(typed(sending(changed), 'more'), 'v2'),
      like: { state: 'changed', text: 'more', saved: { text: 'mine', version: 'v2' } },
    },
    {
      why: 'follows the disk while clean',
      is: onDisk(clean, theirs),
      like: { state: 'clean', text: 'theirs', saved: theirs },
    },
    {
      why: 'is in conflict when the disk changed too',
      is: conflict,
      like: { state: 'conflict', text: 'mine', saved: first, theirs },
    },
    {
      why: 'is not, where both say the same',
      is: onDisk(changed, { text: 'mine', version: 'v3' }),
      like: { state: 'clean' },
    },
    {
      why: 'takes in what changed in other lines, and is still to be saved',
      is: onDisk(typed(openDocument(path, lines), 'ONE\ntwo\nthree\n'), { text: 'one\ntwo\nTHREE\n', version: 'v2' }),
      like: {
        state: 'changed',
        text: 'ONE\ntwo\nTHREE\n',
        saved: { text: 'one\ntwo\nTHREE\n', version: 'v2' },
        tookTheirs: true,
      },
    },
    {
      why: 'takes in other lines also where the server refused to write over them',
      is: refusedFor(sending(typed(openDocument(path, lines), 'ONE\ntwo\nthree\n')), {
        text: 'one\ntwo\n3\n',
        version: 'v2',
      }),
      like: { state: 'changed', text: 'ONE\ntwo\n3\n', tookTheirs: true },
    },
    {
      why: 'is in conflict when a new file was made elsewhere, too',
      is: onDisk(newDocument(path, 'one\n'), { text: 'two\n', version: 'v1' }),
      like: { state: 'conflict', text: 'one\n' },
    },
    {
      why: 'is not any more, where the disk went back',
      is: onDisk(conflict, first),
      like: { state: 'changed', saved: first },
    },
    {
      why: 'is in conflict when the file is gone',
      is: onDisk(changed, { text: '', version: null }),
      like: { state: 'conflict' },
    },
    {
      why: 'a refused one is in conflict',
      is: refusedFor(sending(changed), theirs),
      like: { state: 'conflict', theirs },
    },
    {
      why: 'its own writing on disk, told before the answer, is no conflict',
      is: savedAs(onDisk(sending(changed), { text: 'mine', version: 'v2' }), 'v2'),
      like: { state: 'clean' },
    },
    {
      why: "another's writing behind its own is one only where more was typed",
      is: savedAs(onDisk(typed(sending(changed), 'more'), theirs), 'v9'),
      like: { state: 'conflict', theirs },
    },
    {
      why: 'stays changed when saving fails',
      is: failed(sending(changed), { why: 'away' }),
      like: { state: 'changed', failure: { why: 'away' } },
    },
    {
      why: 'keep mine: to be saved over theirs',
      is: settled(conflict, 'mine'),
      like: { state: 'changed', text: 'mine', saved: theirs },
    },
    { why: 'take theirs', is: settled(conflict, 'theirs'), like: { state: 'clean', text: 'theirs' } },
    {
      why: 'a text of both',
      is: settled(conflict, { text: 'both' }),
      like: { state: 'changed', text: 'both', saved: theirs },
    },
    {
      why: 'typed to theirs in a conflict is clean',
      is: typed(conflict, 'theirs'),
      like: { state: 'clean', saved: theirs },
    },
    {
      why: 'typing goes on in a conflict',
      is: typed(conflict, 'more'),
      like: { state: 'conflict', text: 'more', theirs },
    },
  ];
  test.each(cases)('$why', ({ is, like }) => {
    expect(is).toMatchObject(like);
    if (is.state !== 'conflict' && is.state !== 'saving') expect(is.theirs).toBeUndefined();
  });
});
