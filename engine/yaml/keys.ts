import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { excerpt, refusalMessages } from './messages.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './node.ts';
import { quoteFix } from './quote.ts';

const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const truths = /^(?:on|off|yes|no)$/i;

/** The tree without the entries whose keys cannot stand: the first of two equal keys is kept, merge and reserved keys are dropped. */
export function checkKeys(root: YamlNode): { readonly node: YamlNode; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return { node: checkNode(root, diagnostics), diagnostics };
}

function checkNode(node: YamlNode, diagnostics: Diagnostic[]): YamlNode {
  switch (node.yaml) {
    case 'scalar':
      return node;
    case 'list': {
      const items = node.items.map((item) => checkNode(item, diagnostics));
      return items.every((item, i) => item === node.items[i]) ? node : { ...node, items };
    }
    case 'map':
      return checkMap(node, diagnostics);
  }
}

/** A map in which nothing is refused stays the same object. */
function checkMap(map: YamlMap, diagnostics: Diagnostic[]): YamlMap {
  const first = new Map<string, YamlScalar>();
  const entries: YamlEntry[] = [];
  for (const entry of map.entries) {
    const { key, value, span } = entry;
    const refused = refusal(key, first.get(key.text));
    if (refused !== undefined) diagnostics.push(refused);
    if (!first.has(key.text)) first.set(key.text, key);
    const checked = checkNode(value, diagnostics);
    if (refused === undefined || refused.severity === 'warning')
      entries.push(checked === value ? entry : { key, value: checked, span });
  }
  return entries.length === map.entries.length && entries.every((entry, i) => entry === map.entries[i])
    ? map
    : { ...map, entries };
}

function refusal(key: YamlScalar, first: YamlScalar | undefined): Diagnostic | undefined {
  const { text, span } = key;
  if (text === '') return refusalMessages['empty-key']({}, span);
  if (text === '<<') return refusalMessages['merge-key']({}, span);
  if (reserved.has(text)) return refusalMessages['reserved-key']({ key: excerpt(text) }, span);
  if (first !== undefined)
    return refusalMessages['duplicate-key']({ key: excerpt(text) }, span, {
      related: [{ span: first.span, message: { en: 'The first one', zh: '第一处' } }],
    });
  if (key.plain && truths.test(text))
    return refusalMessages['truth-key']({ key: excerpt(text) }, span, { fixes: [quoteFix(text, span)] });
  return undefined;
}
