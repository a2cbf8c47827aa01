import { expect } from 'vitest';
import { reviewHandbooks } from '../../engine/review/review.ts';
import { handbookOf } from '../support/policies.ts';
import { registeredManifest } from '../support/small-manifest.ts';

/** What stands around the one policy of a small handbook: words, parameters, a register. */
export const around = {
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
  - { id: box, en: [box, boxes], zh: [箱], whole: true }
facts:
  sold: { type: money, range: ">= 0 CNY", scale: 2, title: { en: Sold, zh: 销售额 } }
  gain: { type: money, title: { en: Gain, zh: 盈亏 } }
  n: { type: number, title: { en: N, zh: 数 } }
  start: { type: date, title: { en: Start, zh: 开始 } }
  end: { type: date, title: { en: End, zh: 结束 } }
  moment: { type: date-time, title: { en: Moment, zh: 时刻 } }
  other: { type: date-time, title: { en: Other, zh: 另一时刻 } }
  notice: { type: duration, unit: days, scale: 0, range: ">= 0 days", title: { en: Notice, zh: 通知期 } }
  wait: { type: duration, unit: days, title: { en: Wait, zh: 等待 } }
  stock: { type: quantity, unit: can, title: { en: Stock, zh: 库存 } }
  who: { type: post, title: { en: Who, zh: 谁 } }
  net: { type: money, or-from: sold - gain, title: { en: Net, zh: 净额 } }
`,
  'parameters.yaml': `policy: parameters
kind: parameters
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Values, zh: 设定值 }
parameters:
  least: { title: { en: Least, zh: 下限 }, scope: shop, owner: { unstated: nobody }, type: money, value: unset, cites: [S-1] }
  most: { title: { en: Most, zh: 上限 }, scope: shop, owner: { unstated: nobody }, type: money, value: 5 CNY, cites: [S-1] }
gaps:
  - { id: nobody, clause: S-1, says: { en: Nobody answers., zh: 未写明负责人。 } }
`,
};

export const head = `policy: t
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
cites: [S-1]
scope: shop
`;

export type Texts = Readonly<Record<string, string>>;

/** What a review says of a policy that is written differently, before it is in force. */
export function said(before: string, after: string, moreAfter: Texts = {}): readonly string[] {
  const base = handbookOf({ ...around, 't.yaml': head + before });
  const now = handbookOf({ ...around, 't.yaml': head + after, ...moreAfter });
  const wrong = [base, now].flatMap(({ diagnostics }) => diagnostics.filter(({ blocks }) => blocks));
  expect(wrong.map(({ message }) => message.en)).toEqual([]);
  return reviewHandbooks(base, now, '2022-12-31').policies.flatMap(({ meaning }) => meaning.map(({ en }) => en));
}

export const decides = (value: string, more = ''): string =>
  `kind: formula\ndecisions:\n  x: { value: ${JSON.stringify(value)}, title: { en: X, zh: 值 }${more} }\n`;
export const rounds = (to: string, mode: string): string => `, round: { to: ${to}, mode: ${mode} }`;
