import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { supportFile, supportText } from '../../../scripts/emit-module-support.ts';

test('the support part is the one that its sources give (npm run support)', { timeout: 120_000 }, async () => {
  expect(readFileSync(supportFile, 'utf8')).toBe(await supportText());
});
