import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { TextSource } from './text-source.ts';

// More than the expressions of a large handbook; then it starts anew.
const mostTexts = 30_000;

interface Known<Result> {
  readonly file: string;
  readonly start: number;
  readonly result: Result;
}

/**
 * The same reading of texts, which reads a text without mistakes once: wherever else it stands it says the same at other
 * places. Only for readings of nothing but the text, whose places are the source's.
 */
export function onceForEachText<Result extends { readonly diagnostics: readonly Diagnostic[] }>(
  read: (source: TextSource) => Result,
): (source: TextSource) => Result {
  const known = new Map<string, Known<Result>>();
  return (source) => {
    const { file, text, offsets } = source;
    const [start = 0] = offsets;
    if (!offsets.every((offset, i) => offset === start + i)) return read(source);
    const before = known.get(text);
    if (before !== undefined) {
      return before.file === file && before.start === start
        ? before.result
        : (moved(before.result, file, start - before.start) as Result);
    }
    const result = read(source);
    if (result.diagnostics.length > 0) return result;
    if (known.size >= mostTexts) known.clear();
    known.set(text, { file, start, result });
    return result;
  };
}

/** Plain data with all its places moved. */
function moved(part: unknown, file: string, by: number): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((item) => moved(item, file, by));
  if ('file' in part && 'start' in part && 'end' in part) {
    return { file, start: (part.start as number) + by, end: (part.end as number) + by };
  }
  // A loop: half of what a keystroke in a long text costs is spent here.
  const copy: Record<string, unknown> = {};
  for (const key in part) copy[key] = moved((part as Readonly<Record<string, unknown>>)[key], file, by);
  return copy;
}
