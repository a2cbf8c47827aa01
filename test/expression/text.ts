import type { TextSource } from '../../engine/expression/text-source.ts';

/** A text that stands alone: each character is at its own place. */
export function sourceOf(text: string): TextSource {
  return { file: '<test>', text, offsets: Array.from({ length: text.length + 1 }, (_, i) => i) };
}
