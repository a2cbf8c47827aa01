import { numberCell } from '../../blocks/number-cell.ts';
import type { ColumnForm } from '../../blocks/scan.ts';
import { wordCell } from '../../blocks/word-cell.ts';
import { compile } from '../../compile/compile.ts';
import { formOf } from '../../plain/slots.ts';
import type { Cell } from '../../compile/reader.ts';
import { percentUnits } from '../../tables/mapping/percent-doubt.ts';
import type { FactColumn } from '../../tables/columns.ts';
import type { BlockPlan } from './plan.ts';

/** How the cells of each column are read from bytes, and the facts that stand in slots. */
export function columnForms({ program, header, columns }: Pick<BlockPlan, 'program' | 'header' | 'columns'>): {
  readonly forms: readonly ColumnForm[];
  /** By slot, with the words of its codes where it has such. */
  readonly facts: readonly string[];
  readonly words: readonly (readonly string[] | undefined)[];
} {
  const facts = columns.map(({ fact }) => fact);
  const words = columns.map(({ fact }): string[] | undefined => {
    const type = program.facts[fact]?.type;
    return type !== undefined && formOf(type) === 'word' ? [] : undefined;
  });
  const forms = header.map((_name, index): ColumnForm => {
    const slot = columns.findIndex((column) => column.index === index);
    const column = columns[slot];
    return column === undefined ? { is: 'passed' } : formIn(column, slot, program, words[slot] ?? []);
  });
  return { forms, facts, words };
}

function formIn(
  { fact: name, unit }: FactColumn,
  slot: number,
  program: BlockPlan['program'],
  words: string[],
): ColumnForm {
  const fact = program.facts[name];
  if (fact === undefined) return { is: 'empty' };
  switch (formOf(fact.type)) {
    case 'number': {
      const form = numberCell(fact, unit, program);
      // Whoever doubts percentages looks at each bare number.
      const cell = form === undefined || !percentUnits.includes(unit ?? '') ? form : { ...form, bare: -1 };
      return cell === undefined ? { is: 'empty' } : { is: 'number', slot, cell };
    }
    case 'word':
    case 'truth': {
      // A bare number in a column with a unit is something else than its text.
      if (unit !== undefined) return { is: 'empty' };
      const reader = compile(program).reader([name]);
      const read = (text: string): Cell => {
        const row: Cell[] = [];
        reader.read([text], row);
        return row[0];
      };
      const codes = new Map<string, number>();
      const codeOf = (word: string): number => {
        const known = codes.get(word);
        if (known !== undefined) return known;
        if (words.length >= mostWords) return takesReader;
        codes.set(word, words.length);
        return words.push(word) - 1;
      };
      const code = (text: string): number => {
        const cell = read(text);
        return typeof cell === 'string' ? codeOf(cell) : typeof cell === 'number' ? cell : takesReader;
      };
      return { is: formOf(fact.type) === 'word' ? 'word' : 'truth', slot, read: wordCell(code) };
    }
    case 'none':
      return { is: 'empty' };
  }
}

const takesReader = -2;
/** Texts that are nearly all different would fill the memory: beyond these, new ones are read as text. */
const mostWords = 100_000;
