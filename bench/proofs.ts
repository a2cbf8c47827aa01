import { resolve } from 'node:path';
import { proofsOf } from '../engine/findings/proofs.ts';
import { isUnreadable } from '../engine/host/host-messages.ts';
import { loadHandbook } from '../engine/host/load-handbook.ts';
import { readHandbook, type Handbook } from '../engine/program/handbook.ts';
import { sourceFile } from '../engine/source/source-file.ts';

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
  readonly seconds: number;
}

function costOf(name: string, handbook: Handbook): Cost {
  const from = process.hrtime.bigint();
  const { decided, notDecided } = proofsOf(handbook);
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  return { name, policies: handbook.versions.size, decisions: decided + notDecided, undecided: notDecided, seconds };
}

const own = await loadHandbook(resolve('policies'));
if (isUnreadable(own)) throw new Error(own.unreadable.en);
// The first turn warms up.
costOf('', own.handbook);
const factors = (process.argv[2] ?? '1,10,100').split(',').map(Number);
const real = costOf('this handbook', own.handbook);
console.log('\nProofs of whole decisions, for all facts:');
say(real, undefined);
let before: Cost | undefined;
for (const times of factors) {
  const cost = costOf(`generated, × ${String(times)}`, generated(real.policies * times));
  say(cost, before);
  before = cost;
}

function say({ name, policies, decisions, undecided, seconds }: Cost, smaller: Cost | undefined): void {
  const growth = smaller === undefined ? '' : `, ${(seconds / smaller.seconds).toFixed(1)} times the one before`;
  console.log(
    `  ${name.padEnd(18)} ${String(policies).padStart(6)} policies ${String(decisions).padStart(6)} decisions ${String(undecided).padStart(4)} not decided ${seconds.toFixed(2).padStart(8)} s${growth}`,
  );
}
