import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Ir, Table } from '../../ir/ir.ts';
import { partsOf } from '../../ir/parts.ts';
import type { Decision, Program } from '../../ir/program.ts';
import { typeWords } from '../../ir/type-words.ts';
import type { Type } from '../../ir/type.ts';
import { nodes } from '../../ir/walk.ts';
import { fixedTiers } from './holes.ts';
import { sqlMessages } from './messages.ts';

/** Why decisions have no form in SQL: their own parts, or those of what they read. */
export function newForms(program: Program, longestName: number | undefined): (name: string) => Diagnostic | undefined {
  const known = new Map<string, Diagnostic | undefined>();
  const ofDecision = (name: string): Diagnostic | undefined => {
    if (known.has(name)) return known.get(name);
    const decision = program.decisions[name];
    if (decision === undefined) throw new Error(`no decision ${name}`);
    const found = ofParts(decision);
    known.set(name, found);
    return found;
  };
  const ofParts = (decision: Decision): Diagnostic | undefined => {
    const [taken] = decision.takes;
    if (taken !== undefined)
      return sqlMessages['takes-argument']({ decision: decision.name, argument: taken.name }, decision.origin);
    for (const part of partsOf(decision)) {
      const found = ofTree(part, decision.name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const ofTree = (ir: Ir, decision: string): Diagnostic | undefined => {
    const lists = new Set<Ir>();
    for (const node of nodes(ir)) {
      if (node.op === 'within' && node.range.range === 'list') {
        const { list } = node.range;
        if (isFixedList(list, program)) lists.add(list);
      }
      if (lists.has(node)) continue;
      const found = ofNode(node, decision, program);
      if (found !== undefined) return found;
      const inner =
        node.op === 'decision' ? ofDecision(node.name) : node.op === 'fact' ? ofFact(node.name, decision) : undefined;
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  const facts = new Map<string, Diagnostic | undefined>();
  const ofFact = (name: string, decision: string): Diagnostic | undefined => {
    if (facts.has(name)) return facts.get(name);
    const fact = program.facts[name];
    const long = fact === undefined ? undefined : tooLong(name, longestName, { ...fact, name: decision });
    const found = long ?? (fact?.orFrom === undefined ? undefined : ofTree(fact.orFrom, decision));
    facts.set(name, found);
    return found;
  };
  return ofDecision;
}

/** A name that the dialect would cut. */
export function tooLong(
  column: string,
  most: number | undefined,
  { name, origin }: Pick<Decision, 'name' | 'origin'>,
): Diagnostic | undefined {
  const bytes = new TextEncoder().encode(column).length;
  return most === undefined || bytes <= most
    ? undefined
    : sqlMessages['long-name']({ decision: name, name: column, bytes, most }, origin);
}

/** A list of words or numbers that is written out or set, or that nobody set. */
function isFixedList(list: Ir, { parameters }: Program): boolean {
  if (list.type.is !== 'list' || hasNoForm(list.type.of)) return false;
  return (
    (list.op === 'literal' && list.value.is === 'list') ||
    (list.op === 'parameter' && list.keys.length === 0 && parameters[list.name] !== undefined)
  );
}

const hasNoForm = ({ is }: Type): boolean => is === 'list' || is === 'record';

function ofNode(node: Ir, decision: string, program: Program): Diagnostic | undefined {
  if (node.op === 'literal' && node.value.is === 'no-duration')
    return sqlMessages['no-duration']({ decision }, node.origin);
  if (hasNoForm(node.type) || hasList(node))
    return sqlMessages.lists({ decision, type: typeWords(node.type) }, node.origin);
  switch (node.op) {
    case 'decision':
      return node.args.length > 0
        ? sqlMessages['takes-argument']({ decision, argument: node.name }, node.origin)
        : undefined;
    case 'parameter': {
      const parameter = program.parameters[node.name];
      const values = [parameter?.value, ...(parameter?.entries ?? []).map(({ value }) => value)];
      if (values.some((value) => value?.is === 'no-duration'))
        return sqlMessages['no-duration']({ decision }, node.origin);
      const key = node.keys.find(({ type }) => !isWord(type));
      return key !== undefined && (parameter?.entries?.length ?? 0) > 0
        ? sqlMessages.key({ decision, parameter: node.name }, node.origin)
        : undefined;
    }
    case 'bands':
      return node.mode !== 'slab' && fixedTiers(node) === undefined
        ? sqlMessages['computed-ends']({ decision }, node.origin)
        : undefined;
    case 'table':
      return isListTable(node) ? sqlMessages.lists({ decision, type: typeWords(node.type) }, node.origin) : undefined;
    case 'fact': {
      const fact = program.facts[node.name];
      return fact?.type.is === 'text' && fact.range !== undefined
        ? sqlMessages['text-range']({ decision, fact: fact.name }, node.origin)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** What binds or reads parts of lists; of an open type only what never has a value is left. */
function hasList({ op, type }: Ir): boolean {
  if (op === 'local' || op === 'field' || op === 'aggregate' || op === 'fold' || op === 'list' || op === 'record')
    return true;
  return type.is === 'unknown' && (op === 'literal' || op === 'fact' || op === 'parameter');
}

function isListTable({ hit, collect, rows }: Table): boolean {
  if (hit !== 'collect') return false;
  const isNumeric = rows.every(({ value }) =>
    ['number', 'percent', 'money', 'quantity', 'duration'].includes(value.type.is),
  );
  return collect === undefined || collect === 'list' || (collect !== 'count' && !isNumeric);
}

const isWord = ({ is }: Type): boolean => is === 'text' || is === 'enumeration' || is === 'post';
