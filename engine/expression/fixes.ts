import type { Fix } from '../diagnostic/diagnostic.ts';
import type { Span, TextEdit } from '../source/span.ts';

/** How a missing part prints. */
export const gap = '…';

/** The fix that writes the text in the place of what stands there; `shown` is what people read of it. */
export function write(span: Span, text: string, shown: string = text.trim()): Fix {
  return edited(shown, [{ span, text }]);
}

/** Fixes that put a printed part of the tree in its place; none where a part of it is missing. */
export function rewritings(span: Span, ...texts: readonly string[]): readonly Fix[] {
  return texts.filter((text) => !text.includes(gap)).map((text) => write(span, text));
}

/** A fix of several edits that comes to the shown text. */
export function edited(shown: string, edits: readonly TextEdit[]): Fix {
  return { title: { en: `Write ${shown}`, zh: `改为 ${shown}` }, edits };
}

/** The fix that takes away what stands there. */
export function remove(span: Span, shown: string): Fix {
  return { title: { en: `Remove ${shown}`, zh: `删除 ${shown}` }, edits: [{ span, text: '' }] };
}
