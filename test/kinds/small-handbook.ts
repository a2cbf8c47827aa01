import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { handbookOf } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';

const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
units:
  - { id: can, en: [can, cans], zh: [罐], whole: true }
enumerations:
  tea: { green: { en: Green, zh: 绿茶 }, black: { en: Black, zh: 红茶 }, white: { en: White, zh: 白茶 } }
  action: { wait: { en: Wait, zh: 等待 }, order: { en: Order, zh: 补货 } }
facts:
  reached: { type: percent, range: ">= 0%", title: { en: Reached, zh: 完成率 } }
  whole-percent: { type: percent, range: "[0% .. 200%]", scale: 0, title: { en: Whole percent, zh: 整数完成率 } }
  sold: { type: money, range: ">= 0 CNY", title: { en: Sold, zh: 销售额 } }
  tea: { type: tea, title: { en: Tea, zh: 茶 } }
  stock: { type: quantity, unit: can, range: ">= 0 cans", title: { en: Stock, zh: 库存 } }
  urgent: { type: boolean, title: { en: Urgent, zh: 加急 } }
  due: { type: date, title: { en: Due, zh: 到期 } }
  bonus: { type: money, title: { en: Bonus, zh: 奖金 } }
  marked: { type: time, title: { en: Marked at, zh: 标记时间 } }
`;

const head = (kind: string): string => `policy: t
kind: ${kind}
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
scope: shop
`;

/** A handbook with one policy `t` of the kind. */
export function smallHandbook(kind: string, body: string): { readonly handbook: Handbook; readonly text: string } {
  return handbookWith(head(kind) + body);
}

/** The same with a policy that is written out. */
export function handbookWith(text: string): { readonly handbook: Handbook; readonly text: string } {
  return { handbook: handbookOf({ 'handbook.yaml': smallManifest, 'words.yaml': vocabulary, 't.yaml': text }), text };
}

/** What is found in the policy, without what is said about the small world around it. */
export function findingsOf({ handbook }: { readonly handbook: Handbook }): readonly Diagnostic[] {
  const own = handbook.diagnostics.filter(({ span }) => span.file === 't.yaml');
  const others = handbook.diagnostics.filter(({ span, blocks }) => span.file !== 't.yaml' && blocks);
  if (others.length > 0) throw new Error(others.map(({ message }) => message.en).join('\n'));
  return own;
}

/** Code and the text that is pointed at: `tiers/gap [0% .. 30%]`. */
export const pointOf = ({ code, span }: Diagnostic, text: string): string =>
  `${code} ${text.slice(span.start, span.end)}`;
