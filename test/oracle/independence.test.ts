import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

test.each(files)('%s shares nothing with the evaluators that it judges', (name) => {
  const imports = [...readFileSync(new URL(name, folder), 'utf8').matchAll(/ from '(?<path>[^']+)'/g)];
  for (const { groups } of imports) expect(groups?.path).toMatch(/^\.\/|^\.\.\/\.\.\/engine\/ir\//);
});
