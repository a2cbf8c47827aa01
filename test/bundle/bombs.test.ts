/** Small files that would stand for more than any machine holds: refused at once, or harmless. */
import { describe, expect, test } from 'vitest';
import { openBundle } from '../../engine/bundle/open.ts';
import { rulesAt } from '../../engine/embed/rules.ts';
import { explainDecision } from '../../engine/embed/explained.ts';
import { handbookOf } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';
import { built, refusals, rewritten } from './support.ts';

const policy = `policy: p
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: shop
decisions:
  one: { title: { en: One, zh: 一 }, value: 1 + 2 }
  yes: { title: { en: Yes, zh: 是 }, value: 1 < 2 and 2 < 3 }
  least: { title: { en: Least, zh: 最小 }, value: 'min(1, 2)' }
`;
const small = await built(handbookOf({ 'handbook.yaml': smallManifest, 'p.yaml': policy }));

type Row = unknown[];
interface Section {
  readonly types: Row[];
  readonly nodes: Row[];
  readonly part: { readonly decisions: Record<string, unknown>[] };
}
interface First {
  readonly part: { readonly editions: { decisions: string[] }[] };
}

/** The bundle with its contents and its one policy's section changed. */
function changed(change: (section: Section, first: First) => void): string {
  return rewritten(small, (content) => {
    const lines = content.split('\n');
    const first = JSON.parse((lines[0] ?? '').replace(/,$/, '')) as First;
    const section = JSON.parse(lines[2] ?? '') as Section;
    change(section, first);
    return [`${JSON.stringify(first)},`, lines[1], JSON.stringify(section), ...lines.slice(3)].join('\n');
  });
}

const rowOf = ({ nodes }: Section, op: string): Row => {
  const found = nodes.find(([name]) => name === op);
  if (found === undefined) throw new Error(`no ${op} in the section`);
  return found;
};

/** The same logic row over and over, each of the one before it twice: two to the power of their number. */
function doubled(section: Section, times: number): number {
  const row = rowOf(section, 'logic');
  const [op, type, place, connective] = row;
  for (let i = 0; i < times; i += 1) {
    const last = i === 0 ? section.nodes.indexOf(row) : section.nodes.length - 1;
    section.nodes.push([op, type, place, connective, last, last]);
  }
  return section.nodes.length - 1;
}

test('what is changed here is taken unchanged', async () => {
  expect(await refusals(changed(() => undefined))).toEqual([]);
});

describe('refused', () => {
  test.each<readonly [string, RegExp, (section: Section, first: First) => void]>([
    [
      'a type of 2⁴⁰ fields',
      /types: expected is fewer rows one in another/,
      ({ types }) => {
        for (let i = 0; i < 40; i += 1)
          types.push([
            'record',
            [
              ['a', types.length - 1],
              ['b', types.length - 1],
            ],
          ]);
      },
    ],
    [
      'lists of lists, ten thousand deep',
      /types: expected is fewer rows one in another/,
      ({ types }) => {
        for (let i = 0; i < 10_000; i += 1) types.push(['list', types.length - 1]);
      },
    ],
    [
      'an expression of 2⁴⁰ nodes',
      /nodes: expected is fewer rows one in another/,
      (section) => void doubled(section, 40),
    ],
    [
      'a decision that needs itself by a node that all share',
      /no circle of decisions/,
      (section) => {
        const [, type, place] = rowOf(section, 'logic');
        const at = doubled(section, 15);
        section.nodes.push(['decision', type, place, 'p.yes', [], null], ['logic', type, place, 'and', at, at + 1]);
        for (const decision of section.part.decisions)
          if (decision['name'] === 'p.yes') decision['body'] = section.nodes.length - 1;
      },
    ],
    [
      'a decision that needs itself, called as a fact is in the search',
      /no circle of decisions \(“fact p.yes”\)/,
      (section, first) => {
        const [, type, place] = rowOf(section, 'logic');
        section.nodes.push(['decision', type, place, 'fact p.yes', [], null]);
        const [edition] = first.part.editions;
        for (const decision of section.part.decisions)
          if (decision['name'] === 'p.yes')
            Object.assign(decision, { name: 'fact p.yes', body: section.nodes.length - 1 });
        if (edition !== undefined) edition.decisions = section.part.decisions.map(({ name }) => String(name));
      },
    ],
    [
      'more names to be bound than anybody writes',
      /something that binds/,
      (section) => {
        const [, type, place] = rowOf(section, 'logic');
        const from = section.nodes.length;
        for (let i = 0; i < 20_000; i += 1) section.nodes.push(['local', type, place, `l${String(i)}`, 'l']);
        const all = Array.from({ length: 20_000 }, (_, i) => from + i);
        section.nodes.push(['list', type, place, all]);
        for (const decision of section.part.decisions) decision['body'] = section.nodes.length - 1;
      },
    ],
    [
      'a sum of three',
      /expected is 2 values for add/,
      (section) => {
        const args = section.nodes.find((row) => row[3] === 'add')?.[4] as number[];
        args.push(args[0] ?? 0);
      },
    ],
    [
      'the least of one',
      /expected is at least 2 values for min/,
      ({ nodes }) => {
        for (const row of nodes) if (row[3] === 'min') (row[4] as number[]).pop();
      },
    ],
  ])('%s', async (_, said, change) => {
    expect(await refusals(changed(change))).toEqual([expect.stringMatching(said)]);
  });
});

test('many decisions of one large expression open as fast as they are read', async () => {
  const text = changed((section, first) => {
    const body = doubled(section, 16);
    const [like] = section.part.decisions.filter(({ name }) => name === 'p.yes');
    for (let i = 0; i < 3000; i += 1) {
      const name = `p.more${String(i)}`;
      section.part.decisions.push({ ...like, name, body });
      first.part.editions[0]?.decisions.push(name);
    }
  });
  expect(await refusals(text)).toEqual([]);
});

test('names of the language it runs in are names', async () => {
  const before = Reflect.ownKeys(Object.prototype).length;
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const text = changed((section, first) => {
      const [decision] = section.part.decisions;
      if (decision !== undefined) decision['name'] = name;
      const [edition] = first.part.editions;
      if (edition !== undefined) edition.decisions[0] = name;
    });
    const opened = await openBundle(text);
    if ('diagnostics' in opened) continue;
    const rules = rulesAt(opened.bundle, { at: '2026-10-31' });
    expect(rules.decide(name, {}).decision).toBe(name);
    expect(explainDecision(rules, name, {}).outcome).toEqual(rules.decide(name, {}));
    expect(rules.decide('p.yes', {})).toMatchObject({ status: 'determined', value: 'true' });
  }
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(before);
  expect(Object.keys({})).toEqual([]);
});
