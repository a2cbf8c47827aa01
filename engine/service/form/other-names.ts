import type { YamlMap } from '../../yaml/node.ts';

// Maps of a policy whose keys name what rows say, beside the keys that all rows have.
const naming = ['columns', 'outputs', 'measures'];

/** The keys that rows of this file may have because the file itself names them, in its order. */
export function otherNames(root: YamlMap): readonly string[] {
  return naming.flatMap((key) => {
    const node = root.entries.find((entry) => entry.key.text === key)?.value;
    return node?.yaml === 'map' ? node.entries.map((entry) => entry.key.text) : [];
  });
}
