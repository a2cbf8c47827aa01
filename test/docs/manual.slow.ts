import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { followedManual, manualPages } from '../../scripts/emit-manual.ts';

const stale =
  'What the commands print has changed: “npm run manual” writes it into the pages, to be read like any other change.';

test.each(['en', 'zh'] as const)(
  'the manual (%s), followed from its first page to its last, prints what its pages say',
  async (language) => {
    const committed = manualPages(language).map((path) => [path, readFileSync(path, 'utf8')]);
    expect([...(await followedManual(language))], stale).toEqual(committed);
  },
);
