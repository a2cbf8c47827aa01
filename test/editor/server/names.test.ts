import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { isLoopback, namesOf } from '../../../editor/server/names.ts';

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.5', false],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false],
])('only this machine reaches %s: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});

test('a server is called by its own address, and by no name that somebody else could point here', () => {
  expect(namesOf('127.0.0.1')).toEqual(['127.0.0.1', 'localhost']);
  expect(namesOf('::1')).toEqual(['[::1]', 'localhost', '127.0.0.1']);
  expect(namesOf('192.168.1.5')).toEqual(['192.168.1.5']);
  const all = Object.values(networkInterfaces()).flatMap((found = []) => found.map(({ address }) => address));
  expect(namesOf('0.0.0.0').toSorted()).toEqual(
    ['localhost', ...all.map((address) => (address.includes(':') ? `[${address}]` : address))].toSorted(),
  );
});
