/** Of a bundle that nobody signed, only what is asked for is read and held to its form. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built, rewritten } from '../bundle/support.ts';
import { handbookOf } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';
import { bylaw, folder, type Ran } from './terminal.ts';

const policy = (name: string, decisions: string): string => `policy: ${name}
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: shop
decisions:
${decisions}
`;
const whole = await built(
  handbookOf({
    'handbook.yaml': smallManifest,
    'p.yaml': policy(
      'p',
      '  one: { title: { en: One, zh: 一 }, value: 1 + 2 }\n  yes: { title: { en: Yes, zh: 是 }, value: 1 < 2 and 2 < 3 }',
    ),
    'q.yaml': policy(
      'q',
      '  two: { title: { en: Two, zh: 二 }, value: 1 + 1 }\n  more: { title: { en: More, zh: 更多 }, value: p.yes and 1 < 2 }',
    ),
  }),
);

/** The bundle in which p.yes needs q.more, which needs it. */
const circular = rewritten(whole, (content) => {
  const lines = content.split('\n');
  const section = JSON.parse((lines[2] ?? '').replace(/,$/, '')) as {
    nodes: unknown[][];
    part: { decisions: { name: string; body: number }[] };
  };
  const [, type, place] = section.nodes.find(([op]) => op === 'logic') ?? [];
  section.nodes.push(['decision', type, place, 'q.more', [], null]);
  for (const one of section.part.decisions) if (one.name === 'p.yes') one.body = section.nodes.length - 1;
  return [...lines.slice(0, 2), `${JSON.stringify(section)},`, ...lines.slice(3)].join('\n');
});

/** Without the decisions of q. */
const broken = rewritten(whole, (content) => content.replace('"q.two","policy":', '"q.two","polity":'));

function asked(bundle: string, ...args: readonly string[]): Promise<Ran> {
  const cwd = folder();
  writeFileSync(join(cwd, 'h.bundle'), bundle);
  return bylaw([...args, '--bundle', 'h.bundle', '--at', '2026-10-31'], { cwd });
}

test('decisions that need each other are found below the one that is asked for', async () => {
  for (const verb of ['eval', 'explain']) {
    for (const name of ['p.yes', 'q.more']) {
      const refused = await asked(circular, verb, name);
      expect(refused).toMatchObject({ code: 3, out: '' });
      expect(refused.err).toMatch(
        /h\.bundle: bundle\/malformed: .*line 2.*no circle of decisions \(“(p\.yes|q\.more)”\)/,
      );
    }
    expect(await asked(circular, verb, 'p.one')).toMatchObject({ code: 0, err: '' });
  }
  expect((await asked(circular, 'eval', 'p.yes', '--lang', 'zh')).err).toContain('决定之间不循环');
});

test('a section that is not as it should be leaves all others as they are', async () => {
  expect(broken).not.toBe(whole);
  expect(await asked(broken, 'eval', 'p.one')).toMatchObject({ code: 0, err: '' });
  const refused = await asked(broken, 'eval', 'q.two');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.out).toContain('polity');
});
