/** What `--help` shows can be typed: its options exist, and its names are of the project's own handbook. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { globalOptions } from '../../engine/cli/command-line.ts';
import { verbs } from '../../engine/cli/verbs.ts';
import { link } from '../../engine/program/link.ts';
import { handbookOf } from '../support/policies.ts';

const loaded = await Promise.all(verbs.map(async (row) => ({ name: row.name, verb: await row.load() })));
const examples = loaded.flatMap(({ name, verb }) =>
  verb.examples.flatMap((line) => {
    const [, typed] = / ?bylaw (.+)$/.exec(line) ?? [];
    return typed === undefined ? [] : [{ line, typed, name, options: [...(verb.options ?? []), ...globalOptions] }];
  }),
);

const cwd = new URL('../../policies/', import.meta.url);
const program = link(
  handbookOf(
    Object.fromEntries(
      globSync('**/*.yaml', { cwd: cwd.pathname }).map((path) => [path, readFileSync(new URL(path, cwd), 'utf8')]),
    ),
  ),
  { at: '2026-10-31' },
);
const known = new Set([program.decisions, program.policies, program.facts].flatMap((all) => Object.keys(all)));

/** `policy.decision` or `policy.part`: not a file, a version, a number or an address. */
const isName = (word: string): boolean =>
  /^[a-z][a-z-]*(?:\.[a-z][a-z-]*)+$/.test(word) &&
  !/\.(?:ts|mjs|md|json|jsonl|csv|xlsx|yaml|txt|xml|sarif|bundle)$/.test(word);

test('every verb has an example', () => {
  expect(new Set(examples.map(({ name }) => name)).size).toBe(verbs.length);
  expect(examples.filter(({ typed, name }) => typed !== name && !typed.startsWith(`${name} `))).toEqual([]);
});

test.each(examples)('$line', ({ typed, options }) => {
  const words = typed.match(/"[^"]*"|\S+/g) ?? [];
  const flags = options.map((option) => option.flags.split(/[ ,]/)[0]?.replace('--no-', '--'));
  const given = words.filter((word) => word.startsWith('--')).map((word) => word.replace('--no-', '--'));
  expect(given.filter((flag) => !flags.includes(flag))).toEqual([]);
  const names = words.filter(isName).map((word) => word.replace(/#.*/, ''));
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});
