import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { suggest } from '../../diagnostic/suggest.ts';
import type { Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import type { Span } from '../../source/span.ts';
import { depths } from '../module/gather.ts';
import { decisionCell } from './decision.ts';
import { syntaxes, type Syntax } from './dialect.ts';
import { newForms, tooLong } from './form.ts';
import { say } from './expression.ts';
import { headComment } from './heading.ts';
import { scaleOf } from './number-column.ts';
import { sqlMessages } from './messages.ts';
import { shown, type Shown } from './outputs.ts';
import { lastLayer, newSheet, printBeside, printQuery, widthOf, type Result } from './sheet.ts';
import type { Writing } from './writing.ts';

export const dialects = ['duckdb', 'postgres', 'clickhouse'] as const;
export type Dialect = (typeof dialects)[number];

export const columnForms = ['decimal', 'whole'] as const;

interface SqlOptions {
  /** The table of facts: a name, or names joined by points, each quoted by the emitter. */
  readonly table: string;
  /** Makes a view of that name; else the text is a query. */
  readonly view?: string;
  /** Further columns of the table that stand before the results, such as a person's number. */
  readonly keep?: readonly string[];
  readonly sourceOnly?: boolean;
  /** How a column holds a number: as a decimal (where nothing else is said), or as a whole count of the fact's smallest step, such as cents. */
  readonly columns?: (typeof columnForms)[number];
}

/** A column of the table of facts. NULL is not given. */
export interface SqlInput {
  /** The fact's name, which is the column's too. */
  readonly fact: string;
  readonly type: Type;
  /** What the column is best declared as; a number's has room for decimals that the fact does not allow, so that they are told. */
  readonly sqlType: string;
  /** Of a column of whole counts: the decimals of the number that it counts, 2 for cents. */
  readonly countsDecimals?: number;
}

/** The three columns of a decision. */
export interface SqlOutput {
  readonly decision: string;
  readonly type: Type;
  readonly value: string;
  readonly status: string;
  readonly flags: string;
  readonly sqlType: string;
}

interface RefusedDecision extends Diagnostic {
  readonly decision: string;
}

export interface EmittedSql {
  /** One statement, without the semicolon at its end. */
  readonly text: string;
  /** Names of decisions, in the order asked. */
  readonly said: readonly string[];
  readonly refused: readonly RefusedDecision[];
  readonly inputs: readonly SqlInput[];
  readonly outputs: readonly SqlOutput[];
}

/**
 * Says decisions as one query over a table of facts: for each its value, its status (`determined`, `undetermined`,
 * `not-applicable`, `error`, or `too-large` where the numbers outgrow the query and the engine must be asked) and its flags.
 * What the dialect cannot say exactly is refused.
 */
export function emitSql(program: Program, asked: readonly string[], dialect: Dialect, options: SqlOptions): EmittedSql {
  const syntax = syntaxes[dialect];
  const here = newWriting(program, syntax, options);
  const decide = newDeciding(here);
  const refused: RefusedDecision[] = [];
  const said: Shown[] = [];
  for (const name of new Set(asked)) {
    const result = decide(name);
    if ('code' in result) refused.push({ ...result, decision: name });
    else said.push(result);
  }
  const keep = (options.keep ?? []).map(syntax.quotedName);
  // What asks a view has conditions of its own.
  const isBeside = syntax.fence !== '' && options.view !== undefined && keep.length > 0;
  const kept: readonly Result[] = isBeside ? [] : keep.map((name) => ({ term: here.sheet.given(name), name }));
  const resultsOf = (): readonly Result[] => [...kept, ...said.flatMap((one) => one.results)];
  let layers = here.sheet.layers(resultsOf());
  for (let width = widthOf(layers, resultsOf()); width > syntax.mostColumns && said.length > 0;) {
    const decision = said.pop()?.output.decision ?? '';
    const origin = program.decisions[decision]?.origin ?? nowhere;
    refused.push({ ...sqlMessages['too-wide']({ decision, width, most: syntax.mostColumns }, origin), decision });
    layers = here.sheet.layers(resultsOf());
    width = widthOf(layers, resultsOf());
  }
  const columns = new Set(layers.flatMap(({ own }) => own.map(({ from }) => from)));
  const read = [...here.given.keys()].sort().filter((fact) => columns.has(syntax.quotedName(fact)));
  const inputs = read.map((fact) => inputOf(fact, here));
  const outputs = said.map(({ output }) => output);
  const names = (name: string): string => name.split('.').map(syntax.quotedName).join('.');
  const printed = { table: names(options.table), layers, results: resultsOf(), fence: syntax.fence };
  const query = `${isBeside ? printBeside(keep, printed) : printQuery(printed)}${syntax.ending}`;
  const statement = options.view === undefined ? query : `CREATE VIEW ${names(options.view)} AS\n${query}`;
  const text =
    outputs.length === 0
      ? ''
      : `${headComment(program, inputs, outputs, { dialect, sourceOnly: here.sourceOnly })}\n${statement}`;
  return { text, said: outputs.map(({ decision }) => decision), refused, inputs, outputs };
}

function newWriting(program: Program, syntax: Syntax, { sourceOnly = false, columns }: SqlOptions): Writing {
  const caches = { bits: new Map(), decisions: new Map(), given: new Map(), facts: new Map() };
  const wholeColumns = columns === 'whole';
  return { program, syntax, sourceOnly, wholeColumns, sheet: newSheet(), beyond: [], ...caches };
}

const nowhere: Span = { file: '<question>', start: 0, end: 0 };

/** Nodes one inside another; each takes a few of the calls for which a stack has room. */
const deepest = 400;

/** Says a decision, or why it cannot be said. */
function newDeciding(here: Writing): (name: string) => Shown | Diagnostic {
  const { program, syntax } = here;
  const [depthOf, formOf] = [depths(program), newForms(program, syntax.longestName)];
  return (name) => {
    const decision = Object.hasOwn(program.decisions, name) ? program.decisions[name] : undefined;
    if (decision === undefined) {
      return sqlMessages['unknown-decision'](
        { decision: name, near: suggest(name, Object.keys(program.decisions)) },
        nowhere,
      );
    }
    const { origin } = decision;
    const depth = depthOf(name);
    if (depth > deepest) return sqlMessages['too-deep']({ decision: name, depth, most: deepest }, origin);
    const hindered = formOf(name) ?? tooLong(`${name}.status`, syntax.longestName, decision);
    if (hindered !== undefined) return hindered;
    const result = shown(decision, decisionCell(name, say, here), here);
    if (result === undefined) return sqlMessages.quotient({ decision: name }, origin);
    const layers = Math.max(...result.results.map(({ term }) => lastLayer(term)));
    const { mostLayers } = syntax;
    return layers > mostLayers
      ? sqlMessages['too-deep']({ decision: name, depth: layers, most: mostLayers }, origin)
      : result;
  };
}

function inputOf(name: string, { program, syntax, wholeColumns }: Writing): SqlInput {
  const fact = program.facts[name];
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const scale = scaleOf(fact, program);
  const [decimal, narrow] = [columnType(fact.type, scale, syntax), syntax.inputType(syntax.narrow)];
  if (!wholeColumns || decimal !== syntax.columnType(scale))
    return { fact: name, type: fact.type, sqlType: syntax.inputType(decimal) };
  return { fact: name, type: fact.type, sqlType: narrow, countsDecimals: scale };
}

function columnType({ is }: Type, scale: number, syntax: Syntax): string {
  switch (is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return syntax.columnType(scale);
    case 'boolean':
      return syntax.boolean;
    case 'date':
      return syntax.dateType;
    default:
      return syntax.text;
  }
}
