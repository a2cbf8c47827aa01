import type { Texts } from '../diagnostic/diagnostic.ts';
import type { ColumnUse } from './mapping/check-mapping.ts';
import type { Program } from '../ir/program.ts';
import { factsNear, readFacts } from '../value/facts.ts';
import type { Unreadable } from './unreadable.ts';

/** A column whose cells are read as a fact. */
export interface FactColumn {
  readonly fact: string;
  readonly header: string;
  readonly index: number;
  /** What bare numbers in it count. */
  readonly unit?: string | undefined;
}

interface Columns {
  readonly facts: readonly FactColumn[];
  /** About columns that are carried through though they look as if a fact was meant. */
  readonly doubts: readonly Texts[];
  /** Places of the columns that the result repeats. */
  readonly kept: readonly number[];
}

/** What a mapping says of columns, beside names of facts. */
interface MappedUses {
  readonly uses: ReadonlyMap<number, ColumnUse>;
  readonly others: 'keep' | 'ignore' | 'refuse';
  /** Columns that are named otherwise: the key, the day. */
  readonly known: readonly number[];
  /** There are joined tables, so that no column need be a fact. */
  readonly hasTables: boolean;
}

const unmapped: MappedUses = { uses: new Map(), others: 'keep', known: [], hasTables: false };

/** Which columns are facts: by the mapping, else by name or alias. */
export function columnsOf(
  header: readonly string[],
  name: string,
  program: Program,
  { uses, others, known, hasTables }: MappedUses = unmapped,
): Columns | Unreadable {
  const facts: FactColumn[] = [];
  const doubts: Texts[] = [];
  const kept: number[] = [];
  for (const [index, written] of header.entries()) {
    if (header.indexOf(written) < index && written !== '') return twice(name, written, written);
    const use = uses.get(index);
    // Whatever the value is: the reader says whose it would be.
    const [own] = use === undefined ? Object.keys(readFacts(program, { [written]: '?' }).values) : [];
    const fact = use?.use === 'fact' ? use.fact : own;
    const other = facts.find((column) => column.fact === fact);
    if (other !== undefined) return twice(name, other.header, written);
    const isOther = use === undefined && fact === undefined && !known.includes(index) && written !== '';
    if (isOther && others === 'refuse') return unknownColumn(name, written);
    if (use?.use !== 'ignore' && !(isOther && others === 'ignore')) kept.push(index);
    if (fact !== undefined)
      facts.push({ fact, header: written, index, ...(use?.use === 'fact' ? { unit: use.unit } : {}) });
    else if (use === undefined && !known.includes(index) && !Object.hasOwn(program.decisions, written))
      doubts.push(...doubtOf(written, factsNear(written, program.facts)));
  }
  if (facts.length > 0 || hasTables) return { facts, doubts, kept };
  return {
    unreadable: {
      en: `No column of ${name} is a fact: ${header.join(', ')}. The first line must name facts, separated by commas, tabs or semicolons; for other names write a mapping (--map FILE.yaml).`,
      zh: `${name} 没有任何一列是事实：${header.join('、')}。首行须为事实名称，以逗号、制表符或分号分隔；其他列名请用映射文件（--map FILE.yaml）。`,
    },
  };
}

function twice(name: string, one: string, other: string): Unreadable {
  return {
    unreadable: {
      en: `Two columns of ${name} mean the same: “${one}” and “${other}”. Keep one of them.`,
      zh: `${name} 有两列含义相同：“${one}”与“${other}”。请只保留一列。`,
    },
  };
}

function unknownColumn(name: string, written: string): Unreadable {
  return {
    unreadable: {
      en: `The column “${written}” of ${name} is neither in the mapping nor a fact, and the mapping refuses others. Add it as a fact, keep or ignore.`,
      zh: `${name} 的列“${written}”不在映射中，也不是事实，而映射拒绝其他列。请在映射中写明事实、keep 或 ignore。`,
    },
  };
}

function doubtOf(written: string, near: readonly string[]): readonly Texts[] {
  // A column called `group` is its table's own; whoever lacks `appraisal.group` hears so row by row.
  const [first] = near.filter((fact) => !fact.endsWith(`.${written}`));
  if (first === undefined) return [];
  return [
    {
      en: `The column “${written}” is no fact and is only carried along. Did you mean “${first}”?`,
      zh: `列“${written}”不是事实，仅照原样保留。是不是“${first}”？`,
    },
  ];
}
