import { resolve } from 'node:path';
import { proofsOf } from '../engine/findings/proofs.ts';
import { isUnreadable } from '../engine/tables/unreadable.ts';
import { loadHandbook } from '../engine/host/load-handbook.ts';
import { readHandbook, type Handbook } from '../engine/program/handbook.ts';
import { sourceFile } from '../engine/source/source-file.ts';
import { growthExponent, memoryHeld, printTable } from './growth.ts';

// What proofs cost: for the handbook of this folder, and for generated ones of many policies like people write them.

const decisionsEach = 2;

/** A handbook of so many policies: tiers over a completion, and a formula that reads them. */
function generated(policies: number): Handbook {
  const head = (name: string): string =>
    `policy: ${name}\nversion: 1\neffective: { from: 2026-01-01 }\npublished: 2025-12-20\ntitle: { en: ${name}, zh: 制度 }\nscope: shop\n`;
  const manifest = `handbook: generated
title: { en: Generated, zh: 生成 }
revision: 1
languages: [zh, en]
currency: CNY
time-zone: Asia/Shanghai
rounding:
  money: { to: 0.01 CNY, mode: half-up }
sources: {}
scopes:
  shop: { source: S, title: { en: Shop, zh: 店 } }
`;
  const facts = `kind: vocabulary
title: { en: Words, zh: 词汇 }
facts:
  net: { type: money, range: ">= 0 CNY", title: { en: Net, zh: 净额 } }
  target: { type: money, range: "> 0 CNY", title: { en: Target, zh: 目标 } }
  done: { type: percent, or-from: net / target, title: { en: Done, zh: 完成率 } }
`;
  const tier = (i: number): string =>
    `${head(`t${String(i)}`)}kind: tiers\nby: done\nmode: slab\nbase: net\n${i % 20 === 0 ? 'monotone: { net: up }\n' : ''}tiers:\n  - { in: "< 30%", rate: ${String(i % 7)}% }\n  - { in: "[30% .. 80%)", rate: ${String((i % 7) + 1)}% }\n  - { in: "[80% .. 120%)", rate: ${String((i % 7) + 2)}% }\n  - { in: ">= 120%", rate: ${String((i % 7) + 3)}% }\n`;
  const formula = (i: number): string =>
    `${head(`f${String(i)}`)}kind: formula\ndecisions:\n  pay: { value: "if done < ${String(40 + (i % 50))}% then t${String(i)}.amount else t${String(i)}.amount + 100 CNY", range: ">= 0 CNY" }\n`;
  const files = Array.from({ length: policies / decisionsEach }, (_, i) => [
    sourceFile(`t${String(i)}.yaml`, tier(i)),
    sourceFile(`f${String(i)}.yaml`, formula(i)),
  ]).flat();
  return readHandbook([sourceFile('handbook.yaml', manifest), sourceFile('facts.yaml', facts), ...files]);
}

interface Cost {
  readonly name: string;
  readonly policies: number;
  readonly decisions: number;
  readonly undecided: number;
  /** Seconds to read and check the files, where they were not read before. */
  readonly reading?: number;
  /** Seconds of the proofs alone. */
  readonly proving: number;
}

function costOf(name: string, handbook: Handbook, reading?: number): Cost {
  const [{ decided, notDecided }, proving] = timed(() => proofsOf(handbook));
  const counts = { policies: handbook.versions.size, decisions: decided + notDecided, undecided: notDecided };
  return { name, ...counts, proving, ...(reading === undefined ? {} : { reading }) };
}

function timed<T>(run: () => T): readonly [T, seconds: number] {
  const from = process.hrtime.bigint();
  const result = run();
  return [result, Number(process.hrtime.bigint() - from) / 1e9];
}

const own = await loadHandbook(resolve('policies'));
if (isUnreadable(own)) throw new Error(own.unreadable.en);
// The first turn warms up.
costOf('', own.handbook);
const factors = (process.argv[2] ?? '1,10,100').split(',').map(Number);
const real = costOf('this handbook', own.handbook);
generated(real.policies);
const lines = [
  ['', 'policies', 'decisions', 'not decided', 'reading s', 'exponent', 'proving s', 'exponent', 'memory'],
  lineOf(real, undefined),
];
let smaller: Cost | undefined;
for (const times of factors) {
  const [handbook, reading] = timed(() => generated(real.policies * times));
  const cost = costOf(`generated, × ${String(times)}`, handbook, reading);
  lines.push(lineOf(cost, smaller));
  smaller = cost;
}
console.log('\nProofs of whole decisions, for all facts:\n');
printTable(lines);
console.log(
  '\n“exponent”: 1 where ten times the policies take ten times as long, 2 where they take a hundred times. “memory”: the most that the process held so far.',
);

function lineOf({ name, policies, decisions, undecided, reading, proving }: Cost, before: Cost | undefined): string[] {
  const grew = (now: number | undefined, then: number | undefined): string =>
    before === undefined || now === undefined || then === undefined
      ? ''
      : growthExponent([before.policies, then], [policies, now]);
  return [
    name,
    policies.toLocaleString('en'),
    decisions.toLocaleString('en'),
    undecided.toLocaleString('en'),
    reading?.toFixed(2) ?? '',
    grew(reading, before?.reading),
    proving.toFixed(2),
    grew(proving, before?.proving),
    memoryHeld(),
  ];
}
