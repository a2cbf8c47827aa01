import { link } from '../engine/program/link.ts';
import { readHandbook, type Handbook } from '../engine/program/handbook.ts';
import type { Program } from '../engine/ir/program.ts';
import { sourceFile } from '../engine/source/source-file.ts';
import { at } from './names.ts';

export { at, decisions, facts, factsOf } from './names.ts';

/** What each policy of a handbook for benchmarks begins with. */
export const policyHead = (policy: string, kind: string): string => `policy: ${policy}
kind: ${kind}
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: ${policy}, zh: ${policy} }
scope: bench
`;

/** The files of the comparison's handbook, by path: a commission tier, a score of four criteria, a grade band, and rounding. */
export const texts: Readonly<Record<string, string>> = {
  'handbook.yaml': `
handbook: bench
title: { en: Benchmark, zh: 基准 }
revision: 1
languages: [en, zh]
currency: CNY
time-zone: Asia/Shanghai
rounding: { money: { to: 0.01 CNY, mode: half-up } }
sources: { B: { register: sources/B.yaml, title: { en: B, zh: B } } }
scopes: { bench: { source: B, title: { en: Benchmark, zh: 基准 } } }
`,
  'facts.yaml': `
kind: vocabulary
title: { en: Facts, zh: 事实 }
enumerations: { grade: { A: { en: A, zh: A }, B: { en: B, zh: B }, C: { en: C, zh: C }, D: { en: D, zh: D } } }
facts:
  sales: { type: money, range: ">= 0 CNY", scale: 2, title: { en: Sales, zh: 销售额 } }
  target: { type: money, range: "> 0 CNY", scale: 2, title: { en: Target, zh: 目标 } }
  s1: { type: number, range: "[0 .. 100]", scale: 2, title: { en: S1, zh: S1 } }
  s2: { type: number, range: "[0 .. 100]", scale: 2, title: { en: S2, zh: S2 } }
  s3: { type: number, range: "[0 .. 100]", scale: 2, title: { en: S3, zh: S3 } }
  s4: { type: number, range: "[0 .. 100]", scale: 2, title: { en: S4, zh: S4 } }
`,
  'commission.yaml': `${policyHead('commission', 'tiers')}
by: sales / target
mode: slab
base: sales
tiers:
  - { in: "< 30%", rate: 0% }
  - { in: "[30% .. 50%)", rate: 2% }
  - { in: "[50% .. 80%)", rate: 3% }
  - { in: "[80% .. 100%)", rate: 4% }
  - { in: ">= 100%", rate: 5% }
`,
  'kpi.yaml': `${policyHead('kpi', 'formula')}
round: { to: 0.01, mode: half-up }
decisions:
  score: { title: { en: Score, zh: 得分 }, value: s1 * 20% + s2 * 40% + s3 * 20% + s4 * 20% }
`,
  'band.yaml': `${policyHead('band', 'table')}
hit: unique
columns: { score: kpi.score }
outputs: { grade: { title: { en: Grade, zh: 等级 }, type: grade } }
rows:
  - { score: ">= 90", grade: A }
  - { score: "[80 .. 90)", grade: B }
  - { score: "[60 .. 80)", grade: C }
  - { score: "< 60", grade: D }
`,
};

/** The handbook of these files, by path. Throws where it has a mistake. */
export function handbookOf(files: Readonly<Record<string, string>>): Handbook {
  const handbook = readHandbook(Object.entries(files).map(([name, text]) => sourceFile(name, text)));
  const errors = handbook.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join('\n'));
  return handbook;
}

export const benchHandbook = (): Handbook => handbookOf(texts);

export const benchProgram = (): Program => link(benchHandbook(), { at });
