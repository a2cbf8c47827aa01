import type { Span } from '../source/span.ts';

/**
 * A YAML file as data, without anchors, tags or other cleverness (the guard refused them). Scalars keep their text as
 * written, so that numbers and dates never pass through a float; every node has its place.
 */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly yaml: 'scalar';
  /** The decoded text: without quotes, escapes resolved, folded lines joined. */
  readonly text: string;
  readonly plain: boolean;
  readonly span: Span;
  /** File offset of each UTF-16 unit of `text`, and of its end: offsets.length = text.length + 1. */
  readonly offsets: readonly number[];
}
interface YamlList {
  readonly yaml: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}
export interface YamlMap {
  readonly yaml: 'map';
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** From the key to the end of the value. */
  readonly span: Span;
}
