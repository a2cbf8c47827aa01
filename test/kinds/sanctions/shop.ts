import type { Handbook } from '../../../engine/program/handbook.ts';
import { handbookOf } from '../../support/policies.ts';
import { smallManifest } from '../../support/small-manifest.ts';

const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
units:
  - { id: point, en: [point, points], zh: [分], whole: true }
enumerations:
  violation: { fake: { en: Fake, zh: 假货 }, late: { en: Late, zh: 迟到 } }
facts:
  kind: { type: violation, title: { en: Kind, zh: 种类 } }
  is-first: { type: boolean, title: { en: First, zh: 首次 } }
  is-serious: { type: boolean, title: { en: Serious, zh: 严重 } }
  is-malicious: { type: boolean, title: { en: Malicious, zh: 恶意 } }
  is-partner: { type: boolean, title: { en: Partner, zh: 合作方 } }
  times: { type: number, whole: true, range: ">= 1", title: { en: Times, zh: 次数 } }
  loss: { type: money, range: ">= 0 CNY", title: { en: Loss, zh: 损失 } }
  proposal: { type: money, title: { en: Proposal, zh: 拟罚 } }
`;

export const head = `policy: t
kind: sanctions
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
scope: shop
`;

/** Facts about violations, and one policy `t` that is written out. */
export function shopWith(text: string): { readonly handbook: Handbook; readonly text: string } {
  return { handbook: handbookOf({ 'handbook.yaml': smallManifest, 'words.yaml': vocabulary, 't.yaml': text }), text };
}
