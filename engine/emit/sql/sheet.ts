import { indented, read, type Column, type Term } from './term.ts';

/** The columns that a query works out, each from those of the layers before its own. */
export interface Sheet {
  /** The term as a column of its own, so that it is worked out once; what needs none stays as it is. `about` is one line for people. */
  bind(term: Term, about?: string): Term;
  /** A column of the table itself. */
  given(quotedName: string): Term;
  /** What the query of these results is made of. */
  layers(results: readonly Result[]): readonly Layer[];
}

/** A column of the last layer, with the name that the outside sees. */
export interface Result {
  readonly term: Term;
  readonly name: string;
}

/** Columns that a later layer still reads, and those that are new here. */
interface Layer {
  readonly kept: readonly Made[];
  readonly own: readonly Made[];
}

interface Made extends Column {
  /** A column of the table by its name in quotes. */
  readonly from: Term | string;
  readonly about: string | undefined;
}

/** Letters of what reads no column and yet is no column: calendar arithmetic on fixed days would double with every step. */
const longestFixed = 100;

export function newSheet(): Sheet {
  const columns = new Map<string, Made>();
  const add = (key: string, layer: number, from: Term | string, about: string | undefined): Column => {
    const known = columns.get(key);
    if (known !== undefined) return known;
    const column: Made = { name: `${layer === 0 ? 'f' : 'c'}${String(columns.size + 1)}`, layer, from, about };
    columns.set(key, column);
    return column;
  };
  return {
    bind(term, about) {
      const isFixed = term.columns.size === 0 && (term.always !== undefined || term.text.length <= longestFixed);
      if (isFixed || isColumn(term)) return term;
      return read(add(term.text, 1 + lastLayer(term), term, about), term.open);
    },
    given: (name) => read(add(`given ${name}`, 0, name, undefined), true),
    layers: (results) => layersOf(results, [...columns.values()]),
  };
}

function isColumn({ text, columns }: Term): boolean {
  const [only] = columns;
  return columns.size === 1 && only?.name === text;
}

/** The last layer that the term reads. */
export function lastLayer({ columns }: Term): number {
  return Math.max(0, ...[...columns].map(({ layer }) => layer));
}

/** Only columns that the results read, directly or through others. */
function layersOf(results: readonly Result[], all: readonly Made[]): readonly Layer[] {
  const last = Math.max(0, ...results.map(({ term }) => lastLayer(term)));
  /** The last layer that reads the column. */
  const until = new Map<string, number>();
  const reads = (term: Term, layer: number): void => {
    for (const { name } of term.columns) until.set(name, Math.max(until.get(name) ?? 0, layer));
  };
  for (const { term } of results) reads(term, last + 1);
  // Later columns are made of earlier ones.
  for (const { name, from, layer } of all.toReversed()) {
    if (until.has(name) && typeof from !== 'string') reads(from, layer);
  }
  const columns = all.filter(({ name }) => until.has(name));
  return Array.from({ length: last + 1 }, (_, layer) => ({
    kept: columns.filter((column) => column.layer < layer && (until.get(column.name) ?? 0) > layer),
    own: columns.filter((column) => column.layer === layer),
  }));
}

/** Columns of the widest layer. */
export function widthOf(layers: readonly Layer[], results: readonly Result[]): number {
  return Math.max(results.length, ...layers.map(({ kept, own }) => kept.length + own.length));
}

interface Printed {
  readonly table: string;
  readonly layers: readonly Layer[];
  readonly results: readonly Result[];
  /** Ends each layer. */
  readonly fence: string;
}

/** One common table expression a layer. */
export function printQuery(printed: Printed): string {
  return query(printed, `FROM ${printed.table}`, '');
}

/**
 * Columns of the table stand beside what is decided row by row, so that a condition on them reaches the table: no condition
 * passes a fence.
 */
export function printBeside(kept: readonly string[], printed: Printed): string {
  const columns = [...kept.map((name) => `given.${name}`), 'decided.*'].join(',\n');
  const decided = indented(query(printed, '', 'given.'));
  return `SELECT\n${indented(columns)}\nFROM ${printed.table} AS given\nCROSS JOIN LATERAL (\n${decided}\n) AS decided`;
}

function query({ layers, results, fence }: Printed, source: string, owner: string): string {
  const printed = layers.map(({ kept, own }, i) => {
    const lines = [
      ...(kept.length === 0 ? [] : [kept.map(({ name }) => name).join(', ')]),
      ...own.map((column) => columnText(column, owner)),
    ];
    const from = i === 0 ? source : `FROM layer${String(i - 1)}`;
    const end = [from, fence].filter((part) => part !== '').join(' ');
    // Results that read no column need the rows all the same.
    const selected = (lines.length === 0 ? ['1 AS f0'] : lines).join(',\n');
    return `layer${String(i)} AS (\n${indented(`SELECT\n${indented(selected)}\n${end}`)}\n)`;
  });
  const shown = results.map(({ term, name }) => `${term.text} AS ${name}`).join(',\n');
  return `WITH\n${printed.join(',\n')}\nSELECT\n${indented(shown)}\nFROM layer${String(layers.length - 1)}`;
}

function columnText({ from, name, about }: Made, owner: string): string {
  const text = `${typeof from === 'string' ? owner + from : from.text} AS ${name}`;
  return about === undefined ? text : `-- ${about}\n${text}`;
}
