import type { Handbook } from '../../../engine/program/handbook.ts';
import { handbookOf } from '../../support/policies.ts';
import { smallManifest } from '../../support/small-manifest.ts';

const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
facts:
  now: { type: date-time, title: { en: Now, zh: 现在 } }
  begun: { type: date, title: { en: Begun, zh: 开始日 } }
  amount: { type: money, title: { en: Amount, zh: 金额 } }
  urgent: { type: boolean, title: { en: Urgent, zh: 加急 } }
  a.wanted: { type: boolean, title: { en: A, zh: 甲 } }
  b.wanted: { type: boolean, title: { en: B, zh: 乙 } }
`;

const parameters = `policy: parameters
kind: parameters
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Parameters, zh: 参数 }
parameters:
  limit: { type: duration, unit: day, scope: shop, owner: head, title: { en: Limit, zh: 时限 }, value: unset }
`;

const head = `policy: t
kind: procedure
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 流程 }
scope: shop
`;

export type Files = Readonly<Record<string, string>>;

/** A procedure `t` that is written out below its head, among a few facts. */
export function procedureOf(
  body: string,
  words: (vocabulary: string) => string = (text) => text,
  others: Files = {},
): { readonly handbook: Handbook; readonly text: string } {
  return procedureWith(head + body, words, others);
}

/** The same with its head. */
function procedureWith(
  text: string,
  words: (vocabulary: string) => string = (all) => all,
  others: Files = {},
): { readonly handbook: Handbook; readonly text: string } {
  const files = {
    'handbook.yaml': smallManifest,
    'words.yaml': words(vocabulary),
    'parameters.yaml': parameters,
    't.yaml': text,
    ...others,
  };
  return { handbook: handbookOf(files), text };
}

/** An event in a line: `draft head 2026-10-01 form,plan rejected`; `-` for what was not given. */
export function event(line: string): Readonly<Record<string, string | readonly string[]>> {
  const [step, as, date, evidence, result] = line.split(' ');
  const given = { step, as, date, result };
  const fields = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === '-' ? [] : [[name, value] as const],
  );
  const list = evidence === undefined || evidence === '-' ? {} : { evidence: evidence.split(',').filter(Boolean) };
  return { ...Object.fromEntries(fields), ...list };
}
