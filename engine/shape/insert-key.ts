import type { TextEdit } from '../source/span.ts';
import type { YamlEntry, YamlMap } from '../yaml/node.ts';

/**
 * The edit that writes `key: value` into a map, in the map's own style: behind the nearest of the keys that stand before it
 * in `order`, else as the first.
 */
export function insertKey(text: string, map: YamlMap, order: readonly string[], key: string, value: string): TextEdit {
  const before = order.slice(0, order.indexOf(key));
  const predecessor = map.entries.findLast((entry) => before.includes(entry.key.text));
  const pair = `${key}: ${value}`;
  const inBraces = text[map.span.start] === '{';
  const [offset, written] = inBraces ? inFlow(text, map, predecessor, pair) : inBlock(text, map, predecessor, pair);
  return { span: { file: map.span.file, start: offset, end: offset }, text: written };
}

type Insertion = readonly [offset: number, text: string];

function inFlow(text: string, map: YamlMap, predecessor: YamlEntry | undefined, pair: string): Insertion {
  if (predecessor !== undefined) return [inkEnd(text, predecessor.span.end), `, ${pair}`];
  const [first] = map.entries;
  return first === undefined ? [map.span.start + 1, ` ${pair} `] : [first.span.start, `${pair}, `];
}

function inBlock(text: string, map: YamlMap, predecessor: YamlEntry | undefined, pair: string): Insertion {
  const start = (map.entries[0]?.span ?? map.span).start;
  const indentation = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (predecessor === undefined) return [start, `${pair}${newline}${indentation}`];
  // Behind a comment that stands on the predecessor's last line.
  const ink = inkEnd(text, predecessor.span.end);
  const lineFeed = text.indexOf('\n', ink);
  const lineEnd = lineFeed === -1 ? text.length : lineFeed - (text[lineFeed - 1] === '\r' ? 1 : 0);
  return [lineEnd, `${newline}${indentation}${pair}`];
}

/** Where the text before an offset ends, without blanks and empty lines. */
function inkEnd(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}
