import { expect, test } from 'vitest';
import { recordChanges } from '../../../editor/web/documents/early-undo.ts';

function opened() {
  const texts = new Map([['a.yaml', { text: 'one' }]]);
  const listeners = new Set<Parameters<Parameters<typeof recordChanges>[0]['onChange']>[0]>();
  const documents: Parameters<typeof recordChanges>[0] = {
    get: (path) => texts.get(path),
    type: (path, text) => {
      const before = texts.get(path);
      texts.set(path, { text });
      for (const listener of listeners) listener(path, { text }, before);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { documents, undo: recordChanges(documents), text: () => texts.get('a.yaml')?.text };
}

test('what was typed is undone and done again, step by step', () => {
  const { documents, undo, text } = opened();
  documents.type('a.yaml', 'two');
  documents.type('a.yaml', 'three');
  undo.undo('a.yaml');
  expect(text()).toBe('two');
  undo.undo('a.yaml');
  undo.undo('a.yaml');
  expect(text()).toBe('one');
  undo.redo('a.yaml');
  expect(text()).toBe('two');
  documents.type('a.yaml', 'other');
  undo.redo('a.yaml');
  expect(text()).toBe('other');
});

test('who takes over gets what was and what was undone, and nothing is recorded any more', () => {
  const { documents, undo } = opened();
  documents.type('a.yaml', 'two');
  documents.type('a.yaml', 'three');
  undo.undo('a.yaml');
  const histories = undo.handOver();
  documents.type('a.yaml', 'four');
  expect(histories.get('a.yaml')).toEqual({ past: ['one'], future: ['three'] });
  expect(histories.get('b.yaml')).toBeUndefined();
});
