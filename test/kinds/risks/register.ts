import type { Handbook } from '../../../engine/program/handbook.ts';
import { handbookOf } from '../../support/policies.ts';
import { smallManifest } from '../../support/small-manifest.ts';

const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
enumerations:
  impact: { minor: { en: Minor, zh: 轻微 }, major: { en: Major, zh: 重大 } }
  level: { low: { en: Low, zh: 低 }, medium: { en: Medium, zh: 中 }, high: { en: High, zh: 高 } }
facts:
  likelihood: { type: text, range: '{"unlikely", "likely"}', title: { en: Likelihood, zh: 可能性 } }
  impact: { type: impact, title: { en: Impact, zh: 影响 } }
  in-stock: { type: number, title: { en: Stock, zh: 库存 } }
  returns: { type: number, title: { en: Returns, zh: 退货 } }
`;

const head = `effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
scope: shop
`;

const controls = `policy: stock-rules
kind: formula
version: 1
${head}decisions:
  shortage: { value: in-stock < 20 }
  overstock: { value: in-stock > 500 }
`;

const parameters = (matrix: string): string => `policy: parameters
kind: parameters
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Parameters, zh: 参数 }
parameters:
  matrix:
    title: { en: Matrix, zh: 矩阵 }
    scope: shop
    owner: head
    type: level
    keys: [text, impact]
    value: ${matrix}
`;

/** A register `t` beside two controls and a matrix. */
export function registerOf(body: string, matrix = 'unset'): { readonly handbook: Handbook; readonly text: string } {
  const text = `policy: t\nkind: risks\nversion: 1\n${head}${body}`;
  const files = {
    'handbook.yaml': smallManifest,
    'words.yaml': vocabulary,
    'parameters.yaml': parameters(matrix),
    'controls.yaml': controls,
    't.yaml': text,
  };
  return { handbook: handbookOf(files), text };
}
