import type { Comparison, Ir, Range } from '../../ir/ir.ts';
import type { Value } from '../../ir/value.ts';
import { rangeParts } from '../../ir/walk.ts';
import { boundCell, determined, equal, mainTerm, strictly, wordIn, type Cell } from './cell.ts';
import type { Say } from './expression.ts';
import { literal } from './literal.ts';
import { compared, type Sign } from './ratio.ts';
import { chained, no, nothing, pick, sql, yes, type Term } from './term.ts';
import { and, isKnown, not, or } from './truth.ts';
import type { Writing } from './writing.ts';

export function compareCells(comparison: Comparison, left: Cell, right: Cell, here: Writing): Cell {
  return strictly([left, right], { is: 'truth', term: comparedTerm(left, comparison, right, here) }, here);
}

/** NULL where one of the two is not known. */
function comparedTerm(left: Cell, comparison: Comparison, right: Cell, here: Writing): Term {
  const [x, y] = [left.worth, right.worth];
  if (x.is === 'nothing' || y.is === 'nothing') return nothing;
  if (comparison === '=') return equal(left, right, here);
  if (comparison === '!=') return not(equal(left, right, here));
  if (x.is === 'number' && y.is === 'number') return compared(x.number, comparison, y.number, here);
  const ordered = (cell: Cell): Term =>
    cell.worth.is === 'word' ? here.syntax.orderedText(wordIn(cell)) : mainTerm(cell.worth);
  return sql`${ordered(left)} ${comparison} ${ordered(right)}`;
}

export function within(range: Range, value: () => Cell, say: Say, here: Writing): Cell {
  if (range.range === 'any') return determined({ is: 'truth', term: yes });
  if (range.range === 'list') return inList(range.list, value(), say, here);
  return isIn(
    boundCell(value(), here),
    range,
    rangeParts(range).map((part) => say(part, here)),
    here,
  );
}

/** The same for what is said already; the value is bound. */
export function isIn(
  value: Cell,
  range: Extract<Range, { range: 'interval' | 'set' }>,
  ends: readonly Cell[],
  here: Writing,
): Cell {
  const term = range.range === 'set' ? among(value, ends, range.none, here) : between(value, range, ends, here);
  const openEnds = ends.map(({ worth }) => mainTerm(worth)).filter(({ open }) => open);
  // AND and OR may decide beside an end that is not known; a range does not.
  const strict = openEnds.length === 0 ? term : pick([{ when: and(...openEnds.map(isKnown)), then: term }], nothing);
  return strictly([value, ...ends], { is: 'truth', term: strict }, here);
}

function between(
  value: Cell,
  { low, high }: Extract<Range, { range: 'interval' }>,
  ends: readonly Cell[],
  here: Writing,
): Term {
  const side = (end: Cell | undefined, sign: Sign & Comparison): Term =>
    end === undefined ? yes : comparedTerm(value, sign, end, here);
  if (low === undefined && high === undefined) return isKnownOr(mainTerm(value.worth));
  return and(
    side(low === undefined ? undefined : ends[0], low?.open === true ? '>' : '>='),
    side(high === undefined ? undefined : ends.at(-1), high?.open === true ? '<' : '<='),
  );
}

/** True, or NULL where the value is. */
function isKnownOr(term: Term): Term {
  return pick([{ when: isKnown(term), then: yes }], nothing);
}

function among(value: Cell, items: readonly Cell[], none: boolean, here: Writing): Term {
  const main = mainTerm(value.worth);
  if (items.length === 0) return pick([{ when: isKnown(main), then: none ? yes : no }], nothing);
  const isFixed =
    value.worth.is === 'word' && items.every(({ worth }) => worth.is === 'word' && worth.term.columns.size === 0);
  if (!isFixed || items.length === 1) {
    const found = or(...items.map((item) => equal(value, item, here)));
    return none ? not(found) : found;
  }
  const list = chained(',', items.map(wordIn)).text.replaceAll(' , ', ', ');
  return none ? sql`${main} NOT IN (${list})` : sql`${main} IN (${list})`;
}

/** Is the value in a list that stands in the handbook? */
function inList(list: Ir, value: Cell, say: Say, here: Writing): Cell {
  const bound = boundCell(value, here);
  const items = fixedItems(list, here);
  if (items === undefined) return strictly([bound], { is: 'nothing' }, here);
  return isIn(
    bound,
    { range: 'set', items: [], none: false },
    items.map((item) => literal(item, here)),
    here,
  );
}

/** The values of a list that is written out or set; undefined when nobody set it. */
function fixedItems(list: Ir, { program }: Writing): readonly Value[] | undefined {
  const value =
    list.op === 'literal' ? list.value : list.op === 'parameter' ? program.parameters[list.name]?.value : undefined;
  return value?.is === 'list' ? value.items : undefined;
}
