import type { Texts } from '../../diagnostic/diagnostic.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { link } from '../../program/link.ts';
import { isLine, positionOf, valueAt } from '../../proof/line.ts';
import { alongFact, firstIn, pieceOf, type LineAlong } from '../../symbolic/along.ts';
import { compareExact, type Exact } from '../../value/exact.ts';
import { sameValue } from '../../value/compare.ts';
import { printValue } from '../../value/print.ts';
import { askable, factsTyped, versionsIn, type Question } from '../attempt.ts';
import { fieldsOf, type Field } from '../fields.ts';
import type { Workspace } from '../workspace.ts';
import { edgeWords } from './edge-words.ts';

/** What would change the outcome of a decision: for each fact given, the nearest other values at which it comes out differently. */
export interface Edges {
  readonly decision: string;
  readonly facts: readonly FactEdges[];
}

interface FactEdges {
  readonly fact: string;
  readonly title: Texts;
  /** Below and above, or the other choices. Each was tried in the evaluator. */
  readonly edges: readonly Edge[];
  /** Why there is none, or that the outcome moves with the fact. */
  readonly note?: Texts;
}

interface Edge {
  readonly side: 'below' | 'above' | 'choice';
  /** The value as it would be typed into the form. */
  readonly typed: string;
  readonly says: Texts;
}

// About a fifth of a second for all facts together on a slow machine.
const mostParts = 4000;

interface Asking {
  readonly program: Program;
  readonly decision: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly before: Outcome;
  readonly parts: number;
}

/** Exact along each fact while the others stay; undefined when the policy has no such decision. With interpretations only. */
export function nearestEdges({ handbook }: Workspace, question: Question): Edges | undefined {
  const versions = versionsIn(handbook, question.path);
  const policy = versions?.[0]?.head.policy;
  if (policy === undefined || question.sourceOnly) return undefined;
  const program = link(handbook, { at: question.at });
  const decision = askable(program, policy).find(({ name }) => name === question.decision);
  if (decision === undefined) return undefined;
  const fields = fieldsOf([decision], program);
  const facts = factsTyped(question.facts, fields, program);
  const before = evaluate(program, decision.name, facts);
  const counted = fields.filter(({ name }) => valueGiven(name, facts.values, program) !== undefined);
  const parts = Math.max(300, Math.floor(mostParts / Math.max(1, counted.length)));
  const asking: Asking = { program, decision: decision.name, values: facts.values, before, parts };
  return { decision: decision.name, facts: counted.map((field) => edgesOf(field, asking)) };
}

/** Given, or counted as no because nobody recorded it. */
function valueGiven(name: string, values: Asking['values'], { facts }: Program): Value | undefined {
  const value = values[name];
  if (value !== undefined) return value.is === 'invalid' ? undefined : value;
  return facts[name]?.closed === true && facts[name].type.is === 'boolean'
    ? { is: 'boolean', truth: false }
    : undefined;
}

function edgesOf(field: Field, asking: Asking): FactEdges {
  const { program, values } = asking;
  const base = { fact: field.name, title: field.title };
  const value = valueGiven(field.name, values, program);
  if (value === undefined) return { ...base, edges: [] };
  const type = program.facts[field.name]?.type;
  if (type !== undefined && isLine(type)) return { ...base, ...lineEdges(field, value, asking) };
  const others = choicesBeside(field, value, program);
  if (others === undefined) return { ...base, edges: [], note: edgeWords.notLooked };
  const edges = others.flatMap((other): readonly Edge[] => {
    const after = askedWith(field.name, other, asking);
    if (isAlike(asking.before, after)) return [];
    const typed = printValue(other, program);
    const said = edgeWords.choice({ field, typed, before: asking.before, after, program });
    return [{ side: 'choice', typed, says: said }];
  });
  return { ...base, edges, ...(edges.length === 0 ? { note: edgeWords.noChoice } : {}) };
}

function choicesBeside({ input }: Field, value: Value, program: Program): readonly Value[] | undefined {
  if (value.is === 'boolean') return [{ is: 'boolean', truth: !value.truth }];
  if (value.is !== 'member' || input.is !== 'choice') return undefined;
  const names = Object.keys(program.enumerations[value.enumeration] ?? {});
  return names.map((name): Value => ({ ...value, name })).filter((other) => !sameValue(other, value));
}

function lineEdges(field: Field, value: Value, asking: Asking): Pick<FactEdges, 'edges' | 'note'> {
  const { program, decision, values, before, parts } = asking;
  const line = alongFact(decision, { fact: field.name, values }, program, parts);
  if ('notDecided' in line) return { edges: [], note: edgeWords.notDecided(line.notDecided) };
  const own = pieceOf(line, value);
  const piece = line.pieces[own];
  // What the evaluator says counts: facts that contradict each other are seen there first.
  if (piece === undefined || !isForetold(piece, before)) return { edges: [], note: edgeWords.notForetold };
  const sides = (['below', 'above'] as const).map((side) => edgeBeyond(side, own, field, value, line, asking));
  const missed = sides.some((side) => side === 'not foretold');
  const edges = sides.filter((side) => side !== 'not foretold').filter((side) => side !== undefined);
  const note = missed
    ? edgeWords.notForetold
    : piece.moves
      ? edges.length === 0
        ? edgeWords.moves
        : edgeWords.movesUntil
      : edges.length === 0
        ? edgeWords.never
        : undefined;
  return { edges, ...(note === undefined ? {} : { note }) };
}

/** The first piece on that side at which the evaluator says something else. */
function edgeBeyond(
  side: 'below' | 'above',
  own: number,
  field: Field,
  value: Value,
  line: LineAlong,
  asking: Asking,
): Edge | undefined | 'not foretold' {
  const from = positionOf(value);
  const here = line.pieces[own];
  if (from === undefined || here === undefined) return undefined;
  const beyond = side === 'above' ? line.pieces.slice(own + 1) : line.pieces.slice(0, own).toReversed();
  for (const piece of beyond) {
    const near = side === 'above' ? 'low' : 'high';
    const at = firstIn(piece.stretch, near, line);
    const end = piece.stretch[near];
    if (at === undefined || end === undefined) continue;
    const there = valueAt(line.type, at);
    const after = askedWith(field.name, there, asking);
    if (!isForetold(piece, after)) return 'not foretold';
    if (isAlike(asking.before, after) && !piece.moves && !here.moves) continue;
    const bound =
      end.open && !line.isGrid ? { value: valueAt(line.type, end.at), open: true } : { value: there, open: false };
    const { program, before } = asking;
    const apart = distance(from, positionOf(bound.value) ?? at);
    const text = typedText(there, field, program);
    const told = { field, side, bound, apart, type: line.type, before, after, program, moves: here.moves };
    return { side, typed: text, says: edgeWords.edge(told) };
  }
  return undefined;
}

const distance = (a: Exact, b: Exact): Exact => {
  const [low, high] = compareExact(a, b) < 0 ? [a, b] : [b, a];
  return { top: high.top * low.bottom - low.top * high.bottom, bottom: high.bottom * low.bottom };
};

function askedWith(fact: string, value: Value, { program, decision, values }: Asking): Outcome {
  return evaluate(program, decision, { values: { ...values, [fact]: value }, unknown: [] });
}

/** The proof and the evaluator agree on whether there is a value at all. */
function isForetold({ value }: LineAlong['pieces'][number], outcome: Outcome): boolean {
  return (value.is === 'nothing' ? value.status : 'determined') === outcome.status;
}

/** Does the outcome say the same? What it rests on is left out. */
function isAlike(a: Outcome, b: Outcome): boolean {
  const told = ({ status, value, reasons, error }: Outcome): string =>
    JSON.stringify([status, value, reasons.map(({ text }) => text.en), error?.code]);
  return told(a) === told(b);
}

/** Without the unit that the form shows beside the field. */
function typedText(value: Value, { input }: Field, program: Program): string {
  const text = printValue(value, program);
  return input.is === 'amount' && input.unit !== '' && text.endsWith(input.unit)
    ? text.slice(0, -input.unit.length)
    : text;
}
