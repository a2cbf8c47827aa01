import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { followedManual, manualPages } from '../../scripts/emit-manual.ts';

const stale =
  'What the commands print has changed: “npm run manual” writes it into the pages, to be read like any other change.';

test('the English manual, followed from its first page to its last, prints what its pages say', async () => {
  const committed = manualPages('en').map((path) => [path, readFileSync(path, 'utf8')]);
  expect([...(await followedManual('en'))], stale).toEqual(committed);
});
