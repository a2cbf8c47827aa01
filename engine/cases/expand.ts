import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { CasesFile } from '../kinds/documents/cases.ts';
import type { Word } from '../shape/schema.ts';
import type { Span } from '../source/span.ts';
import type { RawFact } from '../value/facts.ts';
import type { YamlNode } from '../yaml/node.ts';
import { isDay } from '../value/calendar.ts';
import { readExpectation, textsOf, type Expectation } from './expectation.ts';
import { caseMessages } from './messages.ts';
import { rawOf } from './raw.ts';

/** One question with one set of facts, and what should come of it. */
export interface Question {
  readonly policies: readonly string[];
  readonly id: string;
  readonly cites: readonly string[];
  readonly recorded: boolean;
  readonly at: string;
  readonly known?: string;
  readonly set: ReadonlyMap<string, YamlNode>;
  readonly given: Readonly<Record<string, RawFact>>;
  readonly asked: readonly Asked[];
  readonly span: Span;
}

export interface Asked {
  readonly decision: string;
  readonly on?: string;
  readonly sourceOnly: boolean;
  readonly expected: Expectation;
}

/** Which names are decisions and which are facts. */
export interface CaseNames {
  isDecision(name: string): boolean;
  isFact(name: string): boolean;
  readonly all: readonly string[];
}

type Case = CasesFile['cases'][number];
type Report = (diagnostic: Diagnostic) => void;

/** All questions of a file of cases: single cases, each row of a table, each cell of a matrix. */
export function expandCases(file: CasesFile, names: CaseNames, report: Report): readonly Question[] {
  const policies = file['cases-of'].map(({ text }) => text);
  const seen = new Set<string>();
  return file.cases.flatMap((written) => {
    const { text, span } = written.id;
    if (seen.has(text)) report(caseMessages['id-twice']({ id: text }, span));
    seen.add(text);
    const context = contextOf(file, written, policies, names, report);
    if (written.columns !== undefined) return tableQuestions(written, context);
    if (written.matrix !== undefined) return matrixQuestions(written, written.matrix, context);
    return singleQuestion(written, context);
  });
}

interface Context {
  readonly base: Omit<Question, 'at' | 'asked' | 'span'>;
  readonly at: string | undefined;
  readonly names: CaseNames;
  readonly report: Report;
}

function contextOf(
  file: CasesFile,
  written: Case,
  policies: readonly string[],
  names: CaseNames,
  report: Report,
): Context {
  const known = written.known ?? file.known;
  const set = [...(file.set ?? []), ...(written.set ?? [])].map(({ key, value }) => [key.text, value] as const);
  const given = (written.given ?? []).map(({ key, value }) => [key.text, rawOf(value)] as const);
  return {
    base: {
      policies,
      id: written.id.text,
      cites: (written.cites ?? []).map(({ text }) => text),
      recorded: written.recorded ?? file.recorded ?? false,
      ...(known === undefined ? {} : { known: known.iso }),
      set: new Map(set),
      given: Object.fromEntries(given),
    },
    at: (written.at ?? file.at)?.iso,
    names,
    report,
  };
}

function singleQuestion(written: Case, context: Context): readonly Question[] {
  const asked = [
    ...(written.expect ?? []).flatMap((entry) => askedOf(entry.key, entry.value, false, context)),
    ...(written['source-only'] ?? []).flatMap((entry) => askedOf(entry.key, entry.value, true, context)),
  ];
  if (asked.length === 0) context.report(caseMessages['nothing-expected']({}, written.id.span));
  return question(context, {}, asked, written.id.span);
}

function askedOf(key: Word, value: YamlNode, sourceOnly: boolean, context: Context): readonly Asked[] {
  const [name = '', on] = key.text.split(/\s+on\s+/u);
  const decision = fullName(name, context.base.policies);
  if (!context.names.isDecision(decision)) unknownColumn({ ...key, text: name }, context);
  const expected = readExpectation(value, context.report);
  return expected === undefined ? [] : [{ decision, ...(on === undefined ? {} : { on }), sourceOnly, expected }];
}

/** `.amount` is an output of the file's first policy. */
function fullName(name: string, [first = '']: readonly string[]): string {
  return name.startsWith('.') ? first + name : name;
}

function unknownColumn({ text, span }: Word, { names, report }: Context): void {
  report(caseMessages['unknown-column']({ name: text, near: suggest(text, names.all) }, span));
}

interface Overrides {
  readonly at?: string;
  readonly known?: string;
  readonly recorded?: boolean;
  readonly given?: Readonly<Record<string, RawFact>>;
}

function question(context: Context, overrides: Overrides, asked: readonly Asked[], span: Span): readonly Question[] {
  const at = overrides.at ?? context.at;
  if (at === undefined) {
    context.report(caseMessages['no-date']({}, span));
    return [];
  }
  const { known, recorded = context.base.recorded } = overrides;
  const given = { ...context.base.given, ...overrides.given };
  return asked.length === 0
    ? []
    : [{ ...context.base, ...(known === undefined ? {} : { known }), recorded, at, given, asked, span }];
}

function tableQuestions(written: Case, context: Context): readonly Question[] {
  const columns = written.columns ?? [];
  return (written.rows ?? []).flatMap((row) => {
    if (row.yaml !== 'list' || row.items.length !== columns.length) {
      const cells = String(row.yaml === 'list' ? row.items.length : 1);
      context.report(caseMessages['row-length']({ cells, columns: String(columns.length) }, row.span));
      return [];
    }
    return rowQuestion(
      columns.map((column, i) => ({ column, node: row.items[i] ?? row })),
      row.span,
      context,
    );
  });
}

interface CellOf {
  readonly column: Word;
  readonly node: YamlNode;
}

function rowQuestion(cells: readonly CellOf[], span: Span, context: Context): readonly Question[] {
  const overrides: { at?: string; known?: string; recorded?: boolean; given: Record<string, RawFact> } = { given: {} };
  let on: string | undefined;
  let asked: readonly Asked[] = [];
  let unflagged = 0;
  let unsourced = 0;
  for (const { column, node } of cells) {
    const text = node.yaml === 'scalar' ? node.text : '';
    const decision = fullName(column.text, context.base.policies);
    if (column.text === 'at' || column.text === 'known') {
      overrides[column.text] = text;
      if (isDay(text)) continue;
      context.report(caseMessages['no-such-day']({ text }, node.span));
      return [];
    } else if (column.text === 'on') on = text;
    else if (column.text === 'recorded') {
      if (text !== 'true' && text !== 'false') context.report(caseMessages['true-or-false']({ text }, node.span));
      overrides.recorded = text === 'true' || context.base.recorded;
    } else if (column.text === 'version')
      asked = asked.map((one) => ({ ...one, expected: { ...one.expected, version: text } }));
    else if (column.text === 'flags') {
      asked = [...asked.slice(0, unflagged), ...shareFlags(asked.slice(unflagged), textsOf(node))];
      unflagged = asked.length;
    } else if (column.text === 'source-only') {
      asked = [...asked, ...sourceOnly(asked.slice(unsourced), text, node.span)];
      unsourced = asked.length;
    } else if (context.names.isDecision(decision)) {
      const expected = readExpectation(node, context.report);
      if (expected !== undefined)
        asked = [...asked, { decision, ...(on === undefined ? {} : { on }), sourceOnly: false, expected }];
    } else if (context.names.isFact(column.text)) {
      if (text !== 'absent') overrides.given[column.text] = rawOf(node);
    } else unknownColumn(column, context);
  }
  return question(context, overrides, asked, span);
}

/** A flags column speaks for the determined decisions since the last one: together they carry exactly these. */
function shareFlags(asked: readonly Asked[], flags: readonly string[]): readonly Asked[] {
  const together = asked.filter((one) => !one.sourceOnly).map(({ decision }) => decision);
  const speaksFor = ({ decision }: Asked): boolean => together.includes(decision);
  return asked.map((one) => (speaksFor(one) ? { ...one, expected: { ...one.expected, flags, together } } : one));
}

/**
 * `same`, or the status that the flagged decisions since the last source-only column have in source-only mode (all of them, when
 * none is flagged).
 */
function sourceOnly(asked: readonly Asked[], text: string, span: Span): readonly Asked[] {
  const plain = asked.filter((one) => !one.sourceOnly);
  if (text === 'same') return plain.map((one) => ({ ...one, sourceOnly: true }));
  const flagged = plain.filter(({ expected }) => (expected.flags ?? []).length > 0);
  const changed = flagged.length > 0 ? flagged : plain;
  return changed.map((one) => ({
    ...one,
    sourceOnly: true,
    expected: { status: text as Expectation['status'], span },
  }));
}

function matrixQuestions(written: Case, matrix: Word, context: Context): readonly Question[] {
  const [across] = written.across ?? [];
  const [down] = written.down ?? [];
  const decision = fullName(matrix.text, context.base.policies);
  if (!context.names.isDecision(decision)) unknownColumn(matrix, context);
  if (across?.value.yaml !== 'list' || down?.value.yaml !== 'map') {
    context.report(caseMessages['nothing-expected']({}, matrix.span));
    return [];
  }
  const values = across.value.items;
  return down.value.entries.flatMap(({ key, value: row }) => {
    if (row.yaml !== 'list' || row.items.length !== values.length) {
      const cells = String(row.yaml === 'list' ? row.items.length : 1);
      context.report(caseMessages['row-length']({ cells, columns: String(values.length) }, row.span));
      return [];
    }
    return row.items.flatMap((node, i) => {
      const value = values[i];
      const expected = readExpectation(node, context.report);
      if (value === undefined || expected === undefined) return [];
      const given = { [across.key.text]: rawOf(value), [down.key.text]: key.text };
      return question(context, { given }, [{ decision, sourceOnly: false, expected }], node.span);
    });
  });
}
