import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { proofsOf } from '../../engine/findings/proofs.ts';
import { link } from '../../engine/program/link.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';

const facts = `kind: vocabulary
title: { en: Words, zh: 词汇 }
units:
  - { id: can, en: [can, cans], zh: [罐], whole: true }
enumerations:
  tea: { green: { en: Green, zh: 绿 }, black: { en: Black, zh: 红 }, white: { en: White, zh: 白 } }
facts:
  sales: { type: money, range: "[0 CNY .. 10000 CNY]", scale: 2, title: { en: Sales, zh: 销售 } }
  returned: { type: money, range: "[0 CNY .. 10000 CNY]", scale: 2, title: { en: Returned, zh: 退货 } }
  target: { type: money, range: "> 0 CNY", title: { en: Target, zh: 目标 } }
  turnover: { type: money, or-from: sales - returned, title: { en: Net, zh: 净额 } }
  share: { type: percent, range: "[0% .. 100%]", title: { en: Share, zh: 占比 } }
  tea: { type: tea, title: { en: Tea, zh: 茶 } }
  express: { type: boolean, title: { en: Express, zh: 加急 } }
  amounts: { type: list, of: money, title: { en: Amounts, zh: 金额 } }
`;

const head = (policy: string): string => `policy: ${policy}
version: 1
effective: { from: 2026-01-01 }
published: 2025-12-20
title: { en: T, zh: 制度 }
scope: shop
`;

const secondHead = head('o')
  .replace('version: 1', 'version: 2')
  .replace('from: 2026-01-01', 'from: 2026-07-01')
  .replace('published: 2025-12-20', 'published: 2026-06-20');

/** A handbook of one policy, and of a second one that it may read, perhaps with a later version of it. */
export function small(policy: string, other?: string, later?: string, moreFacts = ''): Handbook {
  return handbookOf({
    'handbook.yaml': smallManifest,
    'facts.yaml': facts + moreFacts,
    't.yaml': head('t') + policy,
    ...(other === undefined ? {} : { 'o.yaml': head('o') + other }),
    ...(later === undefined ? {} : { 'later.yaml': secondHead + later }),
  });
}

export interface Found {
  readonly code: string;
  readonly text: string;
  readonly diagnostic: Diagnostic;
}

/** What the proofs say of it, with the text of each place. */
export function found(handbook: Handbook): readonly Found[] {
  const texts = new Map([...handbook.versions.values()].flat().map(({ read: { file } }) => [file.name, file.text]));
  return proofsOf(handbook).findings.map((diagnostic) => {
    const { code, span } = diagnostic;
    return { code, text: (texts.get(span.file) ?? '').slice(span.start, span.end), diagnostic };
  });
}

/** What the evaluator says of a decision for a finding's witness. */
export function replayed(handbook: Handbook, decision: string, { witness = {} }: Diagnostic): Outcome {
  const program = link(handbook, { at: '2026-10-31' });
  return evaluate(program, decision, readFacts(program, witness));
}
