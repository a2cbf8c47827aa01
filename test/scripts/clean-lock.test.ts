import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cleanLock, type Lock } from '../../scripts/clean-lock.ts';

test('engines and addresses go, everything else stays', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { name: 'a', engines: { node: '>=99' } },
      'node_modules/b': {
        version: '1.0.0',
        resolved: 'https://example.org/b.tgz',
        integrity: 'x',
        engines: { node: '1' },
      },
      'node_modules/c': { resolved: 'packages/c', link: true },
    },
  };
  expect(cleanLock(lock)).toEqual({
    lockfileVersion: 3,
    packages: {
      '': { name: 'a' },
      'node_modules/b': { version: '1.0.0', integrity: 'x' },
      'node_modules/c': { resolved: 'packages/c', link: true },
    },
  });
});

const committed = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

test('the committed lock is clean: else run `npm run lock`', () => {
  expect(cleanLock(committed)).toEqual(committed);
});

test('the committed lock names every optional package, or `npm ci` refuses it on other platforms', () => {
  const missing = Object.entries(committed.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies as object).filter(
      (name) =>
        !(`node_modules/${name}` in committed.packages) && !(`${path}/node_modules/${name}` in committed.packages),
    ),
  );
  expect(missing).toEqual([]);
});
