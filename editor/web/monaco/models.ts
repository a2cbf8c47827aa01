import type { FileText, Span } from '../../../engine/service/index.ts';
import { monaco } from './setup.ts';

const scheme = 'handbook';

/** The address under which Monaco knows a file of the handbook. */
export function uriOf(path: string): monaco.Uri {
  return monaco.Uri.from({ scheme, path: `/${path}` });
}

export function pathOf(uri: monaco.Uri): string {
  return uri.path.slice(1);
}

export function createModel({ path, text }: FileText): monaco.editor.ITextModel {
  return monaco.editor.createModel(text, 'yaml', uriOf(path));
}

export function modelOf(path: string): monaco.editor.ITextModel | null {
  return monaco.editor.getModel(uriOf(path));
}

/** A span as Monaco counts; one without length gets a character, so that it can be seen. */
export function rangeOf(model: monaco.editor.ITextModel, { start, end }: Span): monaco.Range {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(Math.max(end, start));
  if (end > start) return monaco.Range.fromPositions(from, to);
  const last = model.getLineMaxColumn(from.lineNumber);
  return from.column < last
    ? monaco.Range.fromPositions(from, from.delta(0, 1))
    : monaco.Range.fromPositions(from.with(undefined, Math.max(1, from.column - 1)), from);
}

/** The line, from 1, on which a span begins. */
export function lineOf({ file, start }: Span): number {
  return modelOf(file)?.getPositionAt(start).lineNumber ?? 1;
}
