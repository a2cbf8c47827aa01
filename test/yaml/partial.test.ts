/** A text that is read again after a change is read as if it had never been read before. */
import { expect, test } from 'vitest';
import { longPolicy } from '../../bench/long-policy.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { parseYaml } from '../../engine/yaml/document.ts';
import type { YamlNode } from '../../engine/yaml/node.ts';
import { expectAllAsFresh, texts } from './changes.ts';

test.each(Object.entries(texts))('changes at all places: %s', (_, text) => expectAllAsFresh(text, 23));

test('what did not change is not read again', () => {
  const before = sourceFile('a.yaml', longPolicy(300));
  const first = parseYaml(before).root;
  const at = before.text.indexOf('Part 40');
  const changed = sourceFile('a.yaml', `${before.text.slice(0, at)}A ${before.text.slice(at)}`);
  const again = parseYaml(changed, before).root;
  expect(partAt(again, 20)).toBe(partAt(first, 20));
  expect(partAt(again, 40)).not.toBe(partAt(first, 40));
});

function partAt(root: YamlNode | undefined, at: number): unknown {
  const decisions = root?.yaml === 'map' ? root.entries.find(({ key }) => key.text === 'decisions')?.value : undefined;
  return decisions?.yaml === 'map' ? decisions.entries[at]?.value : undefined;
}
