import type { YamlScalar } from '../yaml/node.ts';

/** A block of lines (`|` or `>`) as written, at a new indentation. */
export function blockLines(
  { text, span }: YamlScalar,
  file: string,
  indentation: string,
): { readonly lines: readonly string[]; readonly hasComment: boolean } {
  const [written = '', ...content] = file.slice(span.start, endOf(span.end, file)).split('\n');
  const header = written.trimEnd().replace(/[ \t]+#/, ' #');
  const [mark = ''] = /^[|>][-+0-9]*/.exec(header) ?? [];
  const first = content.find((line) => line.trim() !== '') ?? '';
  const counted = /[1-9]/.exec(mark)?.[0];
  const depth = counted === undefined ? first.length - first.trimStart().length : ownDepth(content, text);
  const moved = content.map((line) =>
    line.trim() === '' && line.length <= depth ? '' : indentation + line.slice(depth),
  );
  // Empty lines behind it are kept only where the mark says so.
  const kept = mark.includes('+') ? (/\n*$/.exec(text)?.[0].length ?? 0) : 0;
  const lines = [header.replace(/[1-9]/, '2'), ...moved, ...Array.from({ length: Math.max(0, kept - 1) }, () => '')];
  return { lines, hasComment: header.includes('#') };
}

/** Blanks behind the last line belong to the text, though its place ends before them. */
function endOf(end: number, file: string): number {
  const blanks = /^[ \t]*/.exec(file.slice(end))?.[0].length ?? 0;
  return file.charAt(end - 1) === '\n' ? end : end + blanks;
}

/** Where the mark counts the blanks itself, the lines' own blanks are the rest. */
function ownDepth(content: readonly string[], text: string): number {
  const index = content.findIndex((line) => line.trim() !== '');
  const line = content[index] ?? '';
  const said = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return Math.max(0, line.trimEnd().length - said.trimEnd().length);
}
