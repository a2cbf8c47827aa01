import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import { factsNear } from '../../value/facts.ts';
import { readValue } from '../../value/read.ts';
import { inUnit } from './in-unit.ts';
import { mappingMessages } from './messages.ts';
import type { Mapping, MappedColumns, MappedTable } from './shape.ts';

/** What a column of a table is read as. */
export type ColumnUse =
  | { readonly use: 'fact'; readonly fact: string; readonly unit: string | undefined; readonly header: Word }
  | { readonly use: 'subject'; readonly subject: string; readonly header: Word }
  | { readonly use: 'keep' | 'ignore'; readonly header: Word };

/** A mapping whose names and units the handbook knows. */
export interface CheckedMapping {
  readonly columns: readonly ColumnUse[];
  readonly tables: readonly CheckedTable[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckedTable {
  readonly table: MappedTable;
  /** The list that the rows of a key become; undefined where their columns are facts. */
  readonly list: string | undefined;
  readonly columns: readonly ColumnUse[];
}

/** Holds a mapping against the facts of the handbook; the tables themselves are not looked at. */
export function checkMapping({ columns, tables = [], key, span }: Mapping, program: Program): CheckedMapping {
  const found: Diagnostic[] = [];
  const taken = new Map<string, string>();
  const take = (fact: string, from: Word): void => {
    const other = taken.get(fact);
    if (other !== undefined) found.push(mappingMessages['fact-twice']({ fact, other }, from.span));
    taken.set(fact, from.text);
  };
  const facts = factTargets(program);
  const main = usesOf(columns, facts, program, found);
  for (const one of main) if (one.use === 'fact') take(one.fact, one.header);
  const checked = tables.map((table): CheckedTable => {
    const list = table.as.text === 'columns' ? undefined : listOf(table.as, program, found);
    if (table.as.text === 'columns') {
      if (table['without-rows'] === 'empty') found.push(mappingMessages['without-rows']({}, table.as.span));
      const uses = usesOf(table.columns, facts, program, found);
      for (const one of uses) if (one.use === 'fact') take(one.fact, one.header);
      return { table, list: undefined, columns: uses };
    }
    if (list === undefined) return { table, list: undefined, columns: [] };
    take(list.name, table.as);
    return { table, list: list.name, columns: usesOf(table.columns, fieldTargets(list), program, found) };
  });
  if (tables.length > 0 && key === undefined) found.push(mappingMessages['no-key']({}, tables[0]?.span ?? span));
  return { columns: main, tables: checked, diagnostics: found };
}

/** What columns may stand for: facts, or the fields of a list's elements. */
interface Targets {
  readonly find: (name: string) => { readonly name: string; readonly type: Type } | undefined;
  readonly unknown: (word: Word) => Diagnostic;
}

function factTargets(program: Program): Targets {
  return {
    find: (name) => (Object.hasOwn(program.facts, name) ? program.facts[name] : undefined),
    unknown: ({ text: name, span }) => {
      const near = factsNear(name, program.facts);
      return mappingMessages['unknown-fact']({ name, near }, span, { fixes: writeInstead(near, span) });
    },
  };
}

interface ListFact {
  readonly name: string;
  readonly fields: Readonly<Record<string, Type>>;
}

function fieldTargets({ name: list, fields }: ListFact): Targets {
  return {
    find: (name) => {
      const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return type === undefined ? undefined : { name, type };
    },
    unknown: ({ text: name, span }) => {
      const near = suggest(name, Object.keys(fields));
      const known = Object.keys(fields);
      return mappingMessages['unknown-field']({ name, list, near, fields: known }, span, {
        fixes: writeInstead(near, span),
      });
    },
  };
}

function listOf({ text, span }: Word, program: Program, found: Diagnostic[]): ListFact | undefined {
  const type = Object.hasOwn(program.facts, text) ? program.facts[text]?.type : undefined;
  if (type?.is === 'list' && type.of.is === 'record') return { name: text, fields: type.of.fields };
  const lists = Object.values(program.facts).filter((fact) => fact.type.is === 'list' && fact.type.of.is === 'record');
  const near = suggest(
    text,
    lists.map(({ name }) => name),
  );
  found.push(mappingMessages['no-list']({ name: text, near }, span, { fixes: writeInstead(near, span) }));
  return undefined;
}

function usesOf(columns: MappedColumns, targets: Targets, program: Program, found: Diagnostic[]): readonly ColumnUse[] {
  return columns.flatMap(({ key: header, value: meant }): readonly ColumnUse[] => {
    if (meant.form === 'subject') {
      const { text: subject, span } = meant.value.subject;
      const known = new Set(Object.values(program.facts).flatMap((fact) => fact.subject ?? []));
      const near = suggest(subject, known);
      if (known.has(subject)) return [{ use: 'subject', subject, header }];
      found.push(
        mappingMessages['unknown-subject']({ name: subject, near }, span, { fixes: writeInstead(near, span) }),
      );
      return [];
    }
    const word = meant.form === 'fact' ? meant.value.fact : meant.value;
    const { text } = word;
    if (meant.form === 'plain' && (text === 'keep' || text === 'ignore')) return [{ use: text, header }];
    const target = targets.find(text);
    if (target === undefined) {
      found.push(targets.unknown(word));
      return [];
    }
    const unit = meant.form === 'fact' ? meant.value.unit : undefined;
    if (unit !== undefined) {
      const one = readValue(inUnit('1', unit.text), target.type, program);
      const hasUnits = ['percent', 'money', 'quantity', 'duration'].includes(target.type.is);
      if (one.is === 'invalid')
        found.push(mappingMessages.unit({ unit: unit.text, fact: text, why: one.message }, unit.span));
      else if (!hasUnits) found.push(mappingMessages.unit({ unit: unit.text, fact: text, why: unitless }, unit.span));
    }
    return [{ use: 'fact', fact: target.name, unit: unit?.text, header }];
  });
}

const unitless = { en: 'its values have no unit.', zh: '其取值没有单位。' };
