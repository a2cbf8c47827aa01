import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Status } from '../ir/outcome.ts';
import type { Span } from '../source/span.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';
import { caseMessages } from './messages.ts';

/** What a case says of one outcome; what it leaves out is not compared. */
export interface Expectation {
  readonly status: Status;
  /** As written; compared by value, not by text. */
  readonly value?: string;
  /** As written: bare ids are the deciding policy's own. */
  readonly flags?: readonly string[];
  /** The decisions that carry the flags together: a table's flags column speaks for all since the last one. */
  readonly together?: readonly string[];
  readonly reasons?: readonly Readonly<Record<string, string>>[];
  /** Of an error. */
  readonly code?: string;
  readonly version?: string;
  readonly span: Span;
}

const statuses: readonly Status[] = ['undetermined', 'not-applicable', 'error'];
const keys = ['status', 'value', 'flags', 'reasons', 'code', 'version'];

/** A value, a status word, or a map of what is expected. A bare value says also that nothing flags it. */
export function readExpectation(node: YamlNode, report: (diagnostic: Diagnostic) => void): Expectation | undefined {
  const { span } = node;
  if (node.yaml === 'scalar') {
    const status = node.plain ? statuses.find((word) => word === node.text) : undefined;
    return status === undefined ? { status: 'determined', value: node.text, flags: [], span } : { status, span };
  }
  if (node.yaml === 'map' && node.entries.some(({ key }) => keys.includes(key.text))) return readMap(node, report);
  report(caseMessages['not-an-expectation']({}, span));
  return undefined;
}

function readMap(map: YamlMap, report: (diagnostic: Diagnostic) => void): Expectation | undefined {
  for (const { key } of map.entries) {
    if (!keys.includes(key.text))
      report(caseMessages['unknown-key']({ key: key.text, known: keys.join(', ') }, key.span));
  }
  const at = (key: string): YamlNode | undefined => map.entries.find((entry) => entry.key.text === key)?.value;
  const [written, value, code, version] = ['status', 'value', 'code', 'version'].map((key) => textOf(at(key)));
  const status = written === undefined ? (code === undefined ? 'determined' : 'error') : written;
  if (status !== 'determined' && !statuses.includes(status as Status)) {
    report(caseMessages['unknown-status']({ status }, at('status')?.span ?? map.span));
    return undefined;
  }
  const flags = at('flags');
  const reasons = at('reasons');
  return {
    status: status as Status,
    ...(value === undefined ? {} : { value }),
    ...(flags === undefined ? (value === undefined ? {} : { flags: [] }) : { flags: textsOf(flags) }),
    ...(reasons === undefined ? {} : { reasons: recordsOf(reasons) }),
    ...(code === undefined ? {} : { code }),
    ...(version === undefined ? {} : { version }),
    span: map.span,
  };
}

const textOf = (node: YamlNode | undefined): string | undefined => (node?.yaml === 'scalar' ? node.text : undefined);

/** A list of texts; a single text counts as a list of one. */
export function textsOf(node: YamlNode): readonly string[] {
  return node.yaml === 'list' ? node.items.flatMap((item) => textOf(item) ?? []) : [textOf(node) ?? ''];
}

function recordsOf(node: YamlNode): readonly Readonly<Record<string, string>>[] {
  const maps = node.yaml === 'list' ? node.items : [node];
  return maps.flatMap((map) =>
    map.yaml === 'map'
      ? [Object.fromEntries(map.entries.map(({ key, value }) => [key.text, textOf(value) ?? '']))]
      : [],
  );
}
