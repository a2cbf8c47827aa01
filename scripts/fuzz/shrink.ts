import { corpusOf } from './corpus.ts';
import { examine } from './examine.ts';
import type { Input } from './input.ts';

const mostMilliseconds = 20_000;

/** A smaller input with the same failure, as far as that is found soon. */
export function shrink(input: Input, what: string): Input {
  const end = performance.now() + mostMilliseconds;
  const fails = (candidate: Input): boolean => performance.now() < end && examine(candidate)?.what === what;
  let smallest = input;
  for (const facts of ['{}', ...corpusOf(input.corpus).facts]) {
    const candidate = { ...smallest, facts };
    if (smallest.facts === facts || !fails(candidate)) continue;
    smallest = candidate;
    break;
  }
  for (const path of Object.keys(input.changed)) {
    const { [path]: _, ...others } = smallest.changed;
    if (fails({ ...smallest, changed: others })) smallest = { ...smallest, changed: others };
  }
  for (const path of Object.keys(smallest.changed)) {
    const withText = (text: string): Input => ({ ...smallest, changed: { ...smallest.changed, [path]: text } });
    const text = shorter(smallest.changed[path] ?? '', (candidate) => fails(withText(candidate)));
    smallest = withText(text);
  }
  return smallest;
}

/** Leaves out lines, then characters, in ever smaller stretches. */
function shorter(text: string, fails: (text: string) => boolean): string {
  const lines = without(text.split(/(?<=\n)/), (parts) => fails(parts.join('')));
  return without([...lines.join('')], (parts) => fails(parts.join(''))).join('');
}

function without(parts: readonly string[], fails: (parts: readonly string[]) => boolean): readonly string[] {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (fails(fewer)) kept = fewer;
      else at += size;
    }
  }
  return kept;
}
