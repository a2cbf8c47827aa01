import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Ir, Table } from '../../ir/ir.ts';
import { nodes, rangeParts } from '../../ir/walk.ts';
import { areTyped, domainOf } from '../../proof/domain.ts';
import { gaps } from '../../proof/gaps.ts';
import { layOut, type Box } from '../../proof/grid.ts';
import { printPart } from '../../proof/print-part.ts';
import { overlaps } from '../../proof/rows.ts';
import { situations } from '../../proof/situations.ts';
import { printValue } from '../../value/print.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import type { SchedulePolicy } from './index.ts';
import { scheduleMessages as messages } from './messages.ts';

/** Every slot that can be meant has a cut-off, and only one; and some time is before it. */
export function checkSlots(
  { slots = [] }: SchedulePolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
  conditions: Conditions,
): readonly Diagnostic[] {
  const ir = lowered.get('in-time');
  const node = ir === undefined ? undefined : [...nodes(ir)].find((part) => part.op === 'table');
  const [column] = node?.columns ?? [];
  if (node === undefined || column === undefined || !areTyped(partsOf(node))) return [];
  const domain = domainOf(column.value, context);
  if ('notDecided' in domain) return [];
  const grid = layOut(
    [domain],
    node.rows.map(({ cells }) => cells),
  );
  if ('notDecided' in grid) return [];
  const holes = gaps(grid);
  const last = slots.at(-1)?.span ?? node.origin;
  const placeOf = (box: Box): { where: string; witness: string } => {
    const [part] = box;
    const witness = part?.witness === undefined ? '' : printValue(part.witness, context.words);
    return { where: part === undefined ? '' : printPart(part, context.words), witness };
  };
  const replay = (box: Box): { readonly witness?: Readonly<Record<string, string>> } => {
    const { witness } = placeOf(box);
    return column.value.op === 'fact' && witness !== '' ? { witness: { [column.value.name]: witness } } : {};
  };
  return [
    ...node.rows.flatMap(({ value }, row) => {
      const slot = slots[row];
      return slot?.from !== undefined && isNever(value, context, conditions)
        ? [messages['never-in-time']({}, slot.from.span)]
        : [];
    }),
    ...('notDecided' in holes ? [] : holes.map((box) => messages.hole(placeOf(box), last, replay(box)))),
    ...overlaps(grid).map(({ rows: [earlier, later], box }) => {
      const [first, second] = [slots[earlier]?.span ?? last, slots[later]?.span ?? last];
      const related = [{ span: first, message: { en: 'The other slot.', zh: '另一批次。' } }];
      return messages.overlap(placeOf(box), second, { related, ...replay(box) });
    }),
  ];
}

/** Believed only where every combination of facts says no. */
function isNever(inTime: Ir, context: CheckContext, { appliesWhen, requires }: Conditions): boolean {
  const ways = situations({ statements: [inTime], holds: appliesWhen, requires, inline: () => undefined }, context);
  return !('notDecided' in ways) && ways.every(({ truths: [truth], isAbsent }) => truth === 'false' || isAbsent);
}

const partsOf = ({ columns, rows }: Table): readonly Ir[] => [
  ...columns.map(({ value }) => value),
  ...rows.flatMap(({ cells, value }) => [...cells.flatMap(rangeParts), value]),
];
