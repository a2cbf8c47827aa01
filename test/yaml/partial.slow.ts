/** As in partial.test.ts, on texts of the handbook and with changes at random, one after the other. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longPolicy } from '../../bench/long-policy.ts';
import { sameData } from '../../engine/source/same-data.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { parseYaml } from '../../engine/yaml/document.ts';
import { randomOf } from '../service/random-edits.ts';
import { expectAllAsFresh, texts } from './changes.ts';

const files = [
  ...globSync('{parameters,handbook,vocabulary/{pay,common},organization/commercial,sources/T}.yaml', {
    cwd: 'policies',
  })
    .sort()
    .map((path) => readFileSync(join('policies', path), 'utf8')),
  longPolicy(300),
  longPolicy(120).replaceAll('\n', '\r\n'),
];
const changes = Number(process.env['BYLAW_CHANGES'] ?? 60);
const typed = [
  ...['a', ' ', '\n', ':', ': ', '- ', '"', "'", '#', ' #', '[', ']', '{', '}', ',', '|', '>', '\t', '\r', '&a ', '*a'],
  ...[
    '\n  ',
    '\n    ',
    '\n\n',
    '\n- x',
    '\n  - x: 1',
    '\nkey: 1',
    '\n---\n',
    '：',
    '“',
    '\u200b',
    '%',
    'x: |\n    y',
    '<<',
  ],
];

test.each(files.map((text, i) => [i, text] as const))('random changes of a text (%i)', (seed, first) => {
  const random = randomOf(seed);
  let text = first;
  let before = sourceFile('a.yaml', text);
  parseYaml(before);
  for (let i = 0; i < changes; i += 1) {
    const at = random(text.length + 1);
    const line = text.indexOf('\n', at) + 1;
    const word = typed[random(typed.length)] ?? '';
    const kind = random(8);
    const next =
      kind < 3
        ? text.slice(0, at) + word + text.slice(at)
        : kind === 3
          ? text.slice(0, line) + word + text.slice(line)
          : kind === 4
            ? text.slice(0, at) + text.slice(at + 1 + random(8))
            : kind === 5
              ? text.slice(0, line) + text.slice(text.indexOf('\n', line) + 1)
              : kind === 6
                ? `${text.slice(0, line)}  ${text.slice(line)}`
                : first;
    const file = sourceFile('a.yaml', next);
    const [again, fresh] = [parseYaml(file, before), parseYaml(sourceFile('a.yaml', next))];
    if (!sameData(again, fresh)) expect(again, JSON.stringify(next.slice(at - 40, at + 40))).toEqual(fresh);
    expect(sameData(again, fresh)).toBe(true);
    [text, before] = [next, file];
    // Mostly one mistake at a time, as in a text that somebody works on.
    if (random(3) === 0) text = first;
  }
});

test.each(Object.entries(texts))('every change at every place: %s', (_, text) => expectAllAsFresh(text, 1));
