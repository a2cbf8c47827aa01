import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileText } from '../../engine/service/workspace.ts';

/** Policies that may stand once only, since they say something about facts, people or the company as a whole. */
const once = /^kind: (parameters|organization|scorecard|risks|procedure|schedule)$/m;

/**
 * The files of a handbook's folder, and each policy again under other names: so many times the files and decisions, and nothing
 * about facts and parameters twice. What a copy reads of other policies it reads of the first ones.
 */
export function handbookTimes(folder: string, times: number): readonly FileText[] {
  const files = globSync('**/*.yaml', { cwd: folder })
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
  const copied = files.flatMap(({ path, text }) => {
    const policy = once.test(text) ? undefined : /^policy: (\S+)$/m.exec(text)?.[1];
    return policy === undefined ? [] : [{ path, text, policy }];
  });
  const copies = Array.from({ length: times - 1 }, (_, i) => `copy${String(i + 1)}`);
  return [
    ...files,
    ...copies.flatMap((name) =>
      copied.map(({ path, text, policy }) => ({
        path: `${name}/${path}`,
        text: text.replace(`policy: ${policy}`, `policy: ${name}.${policy}`),
      })),
    ),
  ];
}
