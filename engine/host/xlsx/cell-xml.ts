import { textOf, type Cell } from '../../tables/cell.ts';

/**
 * A cell of a sheet at its address. What is stored as a number stays one, with its format; everything else is text that nobody
 * calculates.
 */
export function sheetCell(cell: Cell, address: string, styleOf: (format: string) => number): string {
  const stored = typeof cell === 'string' ? undefined : cell.stored;
  if (stored === undefined) return textCell(textOf(cell), address);
  if ('truth' in stored) return `<c r="${address}" t="b"><v>${stored.truth ? '1' : '0'}</v></c>`;
  const style = stored.format === undefined ? '' : ` s="${styleOf(stored.format)}"`;
  return `<c r="${address}"${style}><v>${stored.digits}</v></c>`;
}

function textCell(text: string, address: string): string {
  if (text === '') return '';
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML cannot hold control characters; workbooks write them as `_x0007_`, and what looks like that as `_x005F_x0007_`. */
export function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? mark)
    .replaceAll(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\r/g,
      (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
