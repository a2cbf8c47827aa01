import type { Ir } from '../ir/ir.ts';
import { children } from '../ir/walk.ts';
import { comparisonChanges, rangeChanges } from './bound-changes.ts';
import { withValue, type Change, type Context } from './change.ts';
import { conditionsIn, negations } from './condition-changes.ts';
import { another, isWritten } from './literals.ts';
import { aggregateChanges, callChanges, connectiveChanges } from './operator-changes.ts';
import { bandChanges, branchChanges, tableChanges } from './row-changes.ts';

/** All changes of an expression and its parts. What another reading would have said is left alone: it decides only what is flagged. */
export function changesIn(ir: Ir, context: Context): readonly Change[] {
  const bounds = new Set<Ir>();
  const found: Change[] = [];
  const visit = (node: Ir): void => {
    for (const bound of boundsOf(node)) bounds.add(bound);
    if (!bounds.has(node)) found.push(...own(node, context));
    for (const condition of conditionsIn(node)) found.push(...negations(condition, context));
    for (const child of node.op === 'reading' ? [node.taken] : children(node)) visit(child);
  };
  visit(ir);
  return found;
}

function own(ir: Ir, context: Context): readonly Change[] {
  switch (ir.op) {
    case 'literal':
      return isWritten(ir, context.text, context.words)
        ? withValue('value', ir, another(ir, context.text, context.words), context)
        : [];
    case 'compare':
      return comparisonChanges(ir, context);
    case 'within':
      return rangeChanges(ir.range, ir.value, [ir], context);
    case 'bands':
      return [
        ...ir.bands.flatMap(({ range }) => rangeChanges(range, ir.by, [ir], context)),
        ...bandChanges(ir, context),
      ];
    case 'table':
      return [
        ...ir.rows.flatMap(({ cells }) =>
          cells.flatMap((cell, i) => {
            const column = ir.columns[i];
            return column === undefined ? [] : rangeChanges(cell, column.value, [ir], context);
          }),
        ),
        ...tableChanges(ir, context),
      ];
    case 'left-to':
      return ir.proposed === undefined ? [] : rangeChanges(ir.allowed, ir.proposed, [ir], context);
    case 'logic':
      return connectiveChanges(ir, context);
    case 'call':
      return callChanges(ir, context);
    case 'aggregate':
      return aggregateChanges(ir, context);
    case 'choose':
      return branchChanges(ir, context);
    default:
      return [];
  }
}

/** Literals that bound something: they are moved by its smallest unit, not by their own last place. */
function boundsOf(ir: Ir): readonly Ir[] {
  switch (ir.op) {
    case 'compare':
      return ir.comparison === '=' || ir.comparison === '!='
        ? []
        : [ir.left, ir.right].filter(({ op }) => op === 'literal');
    case 'within':
      return ends([ir.range]);
    case 'bands':
      return ends(ir.bands.map(({ range }) => range));
    case 'table':
      return ends(ir.rows.flatMap(({ cells }) => cells));
    case 'left-to':
      return ends([ir.allowed]);
    default:
      return [];
  }
}

function ends(ranges: readonly Extract<Ir, { op: 'within' }>['range'][]): readonly Ir[] {
  return ranges.flatMap((range) => {
    if (range.range === 'interval')
      return [range.low, range.high].flatMap((bound) => (bound === undefined ? [] : [bound.at]));
    // A single item that goes leaves a row that never holds, which is the row taken out.
    return range.range === 'set' ? range.items : [];
  });
}
