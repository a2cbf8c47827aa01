import type { Handbook } from '../../engine/program/handbook.ts';
import { handbookOf } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';

const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
enumerations:
  grade: { A: { en: A, zh: 甲 }, B: { en: B, zh: 乙 }, C: { en: C, zh: 丙 }, D: { en: D, zh: 丁 } }
facts:
  result: { type: number, range: "[0 .. 100]", scale: 2, title: { en: Score, zh: 得分 } }
  people-count: { type: number, title: { en: People, zh: 人数 } }
  urgent: { type: boolean, title: { en: Urgent, zh: 加急 } }
  people:
    type: list
    title: { en: People, zh: 人员 }
    fields: { name: { type: text }, score: result }
  months:
    type: list
    title: { en: Months, zh: 各月 }
    fields: { score: result, points: { type: number }, note: { type: text } }
  numbers: { type: list, of: number, title: { en: Numbers, zh: 数值 } }
`;

/** Facts about people, and one policy `t.yaml` that is written out; other files beside it by path. */
export function handbookOfPeople(
  text: string,
  others: Readonly<Record<string, string>> = {},
): { readonly handbook: Handbook; readonly text: string } {
  const files = { 'handbook.yaml': smallManifest, 'words.yaml': vocabulary, 't.yaml': text, ...others };
  return { handbook: handbookOf(files), text };
}

const head = (kind: string): string => `policy: t
kind: ${kind}
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
scope: shop
`;

/** The same with one policy `t` of the kind. */
export const peopleHandbook = (kind: string, body: string): ReturnType<typeof handbookOfPeople> =>
  handbookOfPeople(head(kind) + body);
