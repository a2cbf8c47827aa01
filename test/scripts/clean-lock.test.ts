import { globSync, readFileSync } from 'node:fs';
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

test('a package for machines without one of their own names what it runs on', () => {
  const lock = {
    packages: { 'node_modules/z': { version: '1.0.0', optionalDependencies: { 'z-wasm32-wasi': '1.0.0' } } },
  };
  expect(cleanLock(lock).packages['node_modules/z-wasm32-wasi']).toEqual({
    version: '1.0.0',
    cpu: ['wasm32'],
    optional: true,
  });
});

test('the packages of platforms that a registry lacks are named', () => {
  const lock = {
    packages: {
      'node_modules/z': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { 'z-linux-arm64-musl': '1.0.0', 'z-darwin-x64': '1.0.0' },
      },
      'node_modules/z-darwin-x64': { version: '1.0.0', optional: true },
    },
  };
  expect(cleanLock(lock).packages['node_modules/z-linux-arm64-musl']).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(Object.keys(cleanLock(lock).packages)).toHaveLength(3);
});

const locks = globSync('**/package-lock.json', { exclude: ['**/node_modules/**', 'examples/**'] });
const committedIn = (path: string): Lock => JSON.parse(readFileSync(path, 'utf8')) as Lock;

test.for(locks)('%s is clean: else run `npm run lock`', (path) => {
  const committed = committedIn(path);
  expect(cleanLock(committed)).toEqual(committed);
});

test.for(locks)('%s names every optional package, or `npm ci` refuses it on other platforms', (path) => {
  const committed = committedIn(path);
  const missing = Object.entries(committed.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies as object).filter(
      (name) =>
        !(`node_modules/${name}` in committed.packages) && !(`${path}/node_modules/${name}` in committed.packages),
    ),
  );
  expect(missing).toEqual([]);
});
