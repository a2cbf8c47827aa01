import { handbookOf } from '../support/policies.ts';
import { registeredManifest } from '../support/small-manifest.ts';
import type { Handbook } from '../../engine/program/handbook.ts';

const around = {
  'handbook.yaml': registeredManifest,
  'sources/S.yaml': `kind: register
source: S
title: { en: Source, zh: 来源 }
clauses:
  - { id: S-1, form: executable, topic: t, title: { en: One, zh: 一 } }
`,
  'words.yaml': `kind: vocabulary
title: { en: Words, zh: 词汇 }
units:
  - { id: can, en: [can, cans], zh: [罐], whole: true }
enumerations:
  tea: { green: { en: Green, zh: 绿茶 }, black: { en: Black, zh: 红茶 }, white: { en: White, zh: 白茶 } }
facts:
  reached: { type: percent, range: "[0% .. 200%]", scale: 1, title: { en: Reached, zh: 完成率 } }
  sold: { type: money, range: ">= 0 CNY", scale: 2, title: { en: Sold, zh: 销售额 } }
  tea: { type: tea, title: { en: Tea, zh: 茶 } }
  stock: { type: quantity, unit: can, range: ">= 0 cans", title: { en: Stock, zh: 库存 } }
  urgent: { type: boolean, title: { en: Urgent, zh: 加急 } }
  lots: { type: list, of: quantity, unit: can, title: { en: Lots, zh: 批次 } }
`,
  'parameters.yaml': `policy: parameters
kind: parameters
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Values, zh: 设定值 }
parameters:
  least: { title: { en: Least, zh: 下限 }, scope: shop, owner: { unstated: nobody }, type: quantity, unit: can, value: unset, cites: [S-1] }
  fixed: { title: { en: Fixed, zh: 定值 }, scope: shop, owner: { unstated: nobody }, type: quantity, unit: can, value: 5 cans, cites: [S-1] }
gaps:
  - { id: nobody, clause: S-1, says: { en: Nobody answers., zh: 未写明负责人。 } }
`,
};

/** A handbook of one policy `t` with its cases, all on one day; further files by their paths. */
export function smallHandbook(
  kind: string,
  policy: string,
  cases: string,
  more: Readonly<Record<string, string>> = {},
): Handbook {
  const head = `policy: t
kind: ${kind}
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
cites: [S-1]
scope: shop
`;
  const texts = {
    ...around,
    't.yaml': head + policy,
    't.cases.yaml': `cases-of: t\nat: 2026-01-01\ncases:\n${cases}`,
    ...more,
  };
  const handbook = handbookOf(texts);
  const errors = handbook.diagnostics.filter(({ severity, blocks }) => severity === 'error' && blocks);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join('\n'));
  return handbook;
}
