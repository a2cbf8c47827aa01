/** The manifest of the small handbooks that tests write out: one scope, no registers. */
export const smallManifest = `handbook: small
title: { en: Small, zh: 小 }
revision: 1
languages: [zh, en]
currency: CNY
time-zone: Asia/Shanghai
rounding:
  money: { to: 0.01 CNY, mode: half-up }
sources: {}
scopes:
  shop: { source: S, title: { en: Shop, zh: 店 } }
`;

/** The same with a register of clauses, `sources/S.yaml`. */
export const registeredManifest: string = smallManifest.replace(
  'sources: {}',
  'sources:\n  S: { register: sources/S.yaml, title: { en: Source, zh: 来源 } }',
);
