import { expect, test } from 'vitest';
import { refusalOf } from '../../../editor/web/proposing/refusal.ts';
import { differenceOf, removeFile, savedWorkspace, updateFiles } from '../../../engine/service/index.ts';
import { head, textOf, workspace } from '../../service/handbook.ts';

const changed = (...pairs: readonly (readonly [string, string])[]): ReturnType<typeof refusalOf> => {
  const text = pairs.reduce((now, [find, put]) => now.replace(find, put), textOf(head));
  const now = updateFiles(workspace, [{ path: head, text }]);
  return refusalOf(differenceOf(savedWorkspace(now, [{ path: head, text: textOf(head) }]), now, '2026-11-22'));
};
const dearer = ['rate: 5%', 'rate: 6%'] as const;
const clause = ['cites: [', 'cites: [O-9.9.9.9, '] as const;

test('whoever is refused is led to where the reason stands', () => {
  expect(textOf(head)).toContain(clause[0]);
  expect(changed(['title:', '# hint\ntitle:'])).toBeUndefined();
  expect(changed(dearer)).toBe('byChange');
  expect(changed(clause)).toBe('byErrors');
  expect(changed(dearer, clause)).toBe('byBoth');
});

test('a version that held and is gone is refused for what the change does', () => {
  const now = removeFile(workspace, head);
  const words = differenceOf(savedWorkspace(now, [{ path: head, text: textOf(head) }]), now, '2026-11-22');
  expect(['byChange', 'byBoth']).toContain(refusalOf(words));
});
