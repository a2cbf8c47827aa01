import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bylaw, folder, type Ran, type Setting } from './terminal.ts';
import { smallManifest } from '../support/small-manifest.ts';

const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
subjects:
  person: { title: { en: Person, zh: 人 } }
units:
  - { id: can, en: [can, cans], zh: [罐], whole: true }
facts:
  sales.net: { type: money, range: ">= 0 CNY", alias: { en: net, zh: 净额 }, title: { en: Net sales, zh: 净销售额 } }
  reached: { type: percent, range: ">= 0%", title: { en: Reached, zh: 完成率 } }
  stock: { type: quantity, unit: can, range: ">= 0 cans", title: { en: Stock, zh: 库存 } }
  joined: { type: date, title: { en: Joined on, zh: 入职日期 } }
  team:
    title: { en: Team, zh: 组员 }
    type: list
    of: person
    fields: { done: reached, name: { type: text } }
`;

const policy = (version: number, from: string, rate: string): string => `policy: pay
kind: formula
version: ${version}
effective: { from: ${from} }
published: 2022-12-20
title: { en: Pay, zh: 报酬 }
scope: shop
because: { en: More, zh: 提高 }
decisions:
  amount: { title: { en: Amount, zh: 金额 }, value: sales.net * ${rate} }
  bonus: { title: { en: Bonus, zh: 奖金 }, value: sales.net * reached }
  left: { title: { en: Left, zh: 剩余 }, value: stock - 1 can }
  good: { title: { en: Good, zh: 达标人数 }, value: count of p for p in team where p.done >= 100% }
  since: { title: { en: Since, zh: 起始日 }, value: joined }
`;

/** A handbook that is read in no time: pay is 10 % of sales, from 2027 on 20 %. */
const handbook: Readonly<Record<string, string>> = {
  'handbook.yaml': smallManifest,
  'words.yaml': vocabulary,
  'pay.yaml': policy(2, '2027-01-01', '20%'),
  'history/pay.v1.yaml': policy(1, '2023-01-01', '10%'),
};

export interface SmallRun extends Ran {
  readonly dir: string;
  /** A file of the folder afterwards. */
  readonly file: (name: string) => Buffer;
}

/** A folder with these files and the small handbook in `rules`. */
export function smallFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = folder();
  const rules = Object.entries(handbook).map(([name, text]) => [`rules/${name}`, text] as const);
  for (const [name, content] of [...rules, ...Object.entries(files)]) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** Runs decisions of the small handbook in a folder with these files; `in.csv` is the table unless another is named. */
export async function smallRun(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  setting: Setting = {},
): Promise<SmallRun> {
  const dir = smallFolder(files);
  const dated = args.some((arg) => /^--(?:at|period|at-column)$/.test(arg)) ? [] : ['--at', '2026-10-31'];
  const input = args.includes('--in') ? [] : ['--in', 'in.csv'];
  const ran = await bylaw(['run', ...args, ...input, ...dated, '--handbook', 'rules'], { ...setting, cwd: dir });
  return { dir, file: (name) => readFileSync(join(dir, name)), ...ran };
}
