import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Written so that this file does not hold what it looks for. */
const unwanted = {
  'an address of a package registry':
    /registry\.(?:npmjs|yarnpkg|npmmirror)\.|[/.]artifactory[/.]|^\s*(?:@[\w-]+:)?registry\s*=/m,
  'a path of one machine': /(?<![\w.)/-])\/(?:work|root|home|Users)\/[\w.-]+\/|[A-Z]:\\Users\\/,
  'a conflict marker': /^(?:<{7}|>{7}) /m,
};

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const files = listed.split('\0').filter((path) => path !== '' && existsSync(path));

test.for(Object.entries(unwanted))('no file holds %s', ([, pattern]) => {
  expect(
    files.filter((path) => path !== 'test/committed-files.test.ts' && pattern.test(readFileSync(path, 'utf8'))),
  ).toEqual([]);
});
