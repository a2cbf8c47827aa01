import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Cell, Expr } from './ast.ts';
import { single } from './cell-nodes.ts';
import { Grammar } from './grammar.ts';
import { onceForEachText } from './known-texts.ts';
import { wordMessages } from './messages.ts';
import { missing } from './nodes.ts';
import { readTokens } from './read-tokens.ts';
import { startReading, type Reading } from './reading.ts';
import type { Fault } from './syntax-faults.ts';
import type { TextSource } from './text-source.ts';
import { wornInterval } from './worn-interval.ts';

/** Reads an expression. What cannot be read is told, and stands as `missing` in the tree; nothing throws. */
export const parseExpression: (source: TextSource) => {
  readonly expr: Expr;
  readonly diagnostics: readonly Diagnostic[];
} = onceForEachText((source) => {
  const { node, diagnostics } = parse(source, 'value', (grammar) => grammar.expression(), nothing);
  return { expr: node, diagnostics };
});

/** Reads what stands in a cell of a table, in a tier's `in` or in a fact's `range`. */
export const parseCell: (source: TextSource) => {
  readonly cell: Cell;
  readonly diagnostics: readonly Diagnostic[];
} = onceForEachText((source) => {
  const told: Diagnostic[] = [];
  const meant = wornInterval(source, startReading(source, told));
  const { node, diagnostics } = parse(
    meant ?? source,
    'cell',
    (grammar) => grammar.cell(),
    (reading) => single(nothing(reading)),
  );
  return { cell: node, diagnostics: [...told, ...diagnostics] };
});

let grammar: Grammar | undefined;

function parse<Node>(
  source: TextSource,
  at: 'value' | 'cell',
  start: (grammar: Grammar) => Node,
  nothing: (reading: Reading) => Node,
): { readonly node: Node; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const reading = startReading(source, diagnostics);
  const tokens = readTokens(reading);
  if (tokens === undefined) return { node: nothing(reading), diagnostics };
  if (tokens.length === 0) {
    if (diagnostics.length === 0)
      diagnostics.push(wordMessages.empty({ isCell: at === 'cell' }, reading.at(0, source.text.length)));
    return { node: nothing(reading), diagnostics };
  }
  // Building it takes some milliseconds and hosts that run a compiled handbook never need it.
  const reader = (grammar ??= new Grammar());
  const { node, faults } = reader.read(reading, tokens, () => start(reader));
  if (faults.length > 0) diagnostics.push(...firstAtEachPlace(faults));
  return { node: node ?? nothing(reading), diagnostics: diagnostics.toSorted((a, b) => a.span.start - b.span.start) };
}

function firstAtEachPlace(faults: readonly Fault[]): readonly Diagnostic[] {
  const places = new Map<number, Diagnostic>();
  for (const { at, diagnostic } of faults) if (!places.has(at)) places.set(at, diagnostic);
  return [...places.values()];
}

function nothing(reading: Reading): Expr {
  return { ...missing(reading, 0), span: reading.at(0, reading.text.length) };
}
