import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { valueAt, type LineType } from '../../proof/line.ts';
import type { Stretch } from '../../proof/round-position.ts';
import type { Box, Column } from '../../symbolic/box.ts';
import { constantOf } from '../../symbolic/form.ts';
import { ofAtom } from '../../symbolic/symbol.ts';
import { quotientWords, symbolWords } from './formula-words.ts';
import type { Exact } from '../../value/exact.ts';
import { clockColumn } from './clock-column.ts';
import type { End } from '../regions.ts';
import { regionWords } from '../words.ts';
import { titleOf, valueWords } from './titles.ts';

/** A part of all that facts can be, in words: `completion of 120% or more and the post is head`. Nothing where it is all. */
export function boxWords({ columns }: Box, program: Program): Texts | undefined {
  const parts = [...columns.values()].map((column) => columnWords(column, program));
  if (parts.length === 0) return undefined;
  return { en: parts.map(({ en }) => en).join(' and '), zh: parts.map(({ zh }) => zh).join('，且') };
}

function columnWords(column: Column, program: Program): Texts {
  switch (column.is) {
    case 'given': {
      const { en, zh } = titleOf(column.fact, program);
      return column.given ? { en: `${en} given`, zh: `已提供${zh}` } : { en: `${en} not given`, zh: `未提供${zh}` };
    }
    case 'names': {
      const what = symbolWords({ is: 'open', atom: column.atom }, program);
      return namesWords(what, column.among, column.except, program);
    }
    case 'line': {
      const order = orderWords(column, program);
      if (order !== undefined) return order;
      const type = lineTypeOf(column);
      const { what, stretch, valueOf } = clockColumn(column, program) ?? {
        what: quotientWords(column.of, type, program),
        stretch: column.stretch,
        valueOf: (at) => valueAt(type, at),
      };
      const where = regionWords(endsOf(stretch, valueOf), program);
      const blank = /^\d/.test(where.zh) ? ' ' : '';
      return { en: `${what.en} ${where.en}`, zh: `${what.zh}${blank}${where.zh}` };
    }
  }
}

/** A difference held against zero is a comparison of two things: `received not below ordered`. */
function orderWords({ of, stretch }: Extract<Column, { is: 'line' }>, program: Program): Texts | undefined {
  const terms = [...of.top.values()];
  const more = terms.find(({ coefficient }) => coefficient.top === coefficient.bottom);
  const less = terms.find(({ coefficient }) => coefficient.top === -coefficient.bottom);
  const [left, right] = [more?.atoms, less?.atoms];
  const [a, b] = [left?.[0], right?.[0]];
  const isPair = terms.length === 2 && left?.length === 1 && right?.length === 1 && constantOf(of.bottom) !== undefined;
  const word = orderOf(stretch);
  if (!isPair || a === undefined || b === undefined || word === undefined) return undefined;
  const [one, other] = [symbolWords(ofAtom(a), program), symbolWords(ofAtom(b), program)];
  return { en: `${one.en} ${word.en} ${other.en}`, zh: `${one.zh}${word.zh}${other.zh}` };
}

function orderOf({ low, high }: Stretch): Texts | undefined {
  if ((low !== undefined && low.at.top !== 0n) || (high !== undefined && high.at.top !== 0n)) return undefined;
  if (low !== undefined && high !== undefined) return { en: 'equal to', zh: '等于' };
  if (low !== undefined) return low.open ? { en: 'above', zh: '高于' } : { en: 'not below', zh: '不低于' };
  if (high === undefined) return undefined;
  return high.open ? { en: 'below', zh: '低于' } : { en: 'not above', zh: '不高于' };
}

function namesWords(
  what: Texts,
  among: readonly Value[] | undefined,
  except: readonly Value[],
  program: Program,
): Texts {
  const only = among?.length === 1 ? among[0] : undefined;
  if (only?.is === 'boolean') {
    return only.truth
      ? { en: `“${what.en}” being true`, zh: `“${what.zh}”为是` }
      : { en: `“${what.en}” being false`, zh: `“${what.zh}”为否` };
  }
  const texts = (among ?? except).map((value) => valueWords(value, program));
  const [en, zh] = [texts.map((text) => text.en).join(' or '), texts.map((text) => text.zh).join('或')];
  return among === undefined
    ? { en: `${what.en} being other than ${en}`, zh: `${what.zh}不为${zh}` }
    : { en: `${what.en} being ${en}`, zh: `${what.zh}为${zh}` };
}

/** What a number that is put together measures, as far as one of its parts says so. */
function lineTypeOf({ atom, of }: Extract<Column, { is: 'line' }>): LineType {
  if (atom?.domain?.is === 'line') return atom.domain.type;
  const [first] = [...of.top.values()].filter(({ atoms }) => atoms.length === 1).flatMap(({ atoms }) => atoms);
  const type = first?.domain?.is === 'line' ? first.domain.type : undefined;
  return type === undefined || type.is === 'time' || of.bottom.size > 1 ? { is: 'number' } : type;
}

function endsOf(
  { low, high }: Stretch,
  valueOf: (at: Exact) => Value,
): { readonly low: End | undefined; readonly high: End | undefined } {
  const end = (one: Stretch['low']): End | undefined =>
    one === undefined ? undefined : { value: valueOf(one.at), open: one.open };
  return { low: end(low), high: end(high) };
}
