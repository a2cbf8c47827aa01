import type { FunctionName } from '../../ir/functions.ts';
import type { Call } from '../../ir/ir.ts';
import { quoted, type Code } from './layout.ts';
import { placeOf, type Within } from './writing.ts';

type Support = readonly [name: string, needs?: 'place' | 'scope'];

/** The function of the support part for each of the language's; some name the place in what they say. */
const functions: Readonly<Record<FunctionName, Support>> = {
  add: ['plus', 'place'],
  subtract: ['minus', 'place'],
  multiply: ['times', 'place'],
  divide: ['dividedBy', 'place'],
  negate: ['negative'],
  min: ['smallest'],
  max: ['greatest'],
  abs: ['withoutSign'],
  floor: ['downTo', 'place'],
  ceil: ['upTo', 'place'],
  'days-between': ['daysBetween'],
  'full-months': ['fullMonths'],
  'full-years': ['fullYears'],
  'month-end': ['monthEnd'],
  'month-start': ['monthStart'],
  weekday: ['weekday'],
  'last-weekday': ['lastWeekday'],
  days: ['daysThrough', 'place'],
  'year-of': ['yearOf'],
  'month-of': ['monthOf'],
  'day-of': ['dayOfMonth'],
  'date-of': ['dateOf'],
  'time-of': ['timeOf'],
  length: ['lengthOf'],
  'starts-with': ['startsWith'],
  contains: ['contains'],
  size: ['sizeOf'],
  join: ['joined', 'place'],
  'superior-of': ['superiorOf', 'scope'],
  'is-above': ['isAbove', 'scope'],
  'department-of': ['departmentOf', 'scope'],
};

/** An operator or function of the language. */
export function callCode(node: Call, args: readonly Code[], { writing }: Within): Code {
  const moving = movingCode(node, args);
  if (moving !== undefined) return writing.use('moved', ...moving);
  const [name, needs] = functions[node.fn];
  const place = placeOf(node.origin);
  if (needs === undefined) return writing.use(name, ...args);
  if (needs === 'place') return writing.use(name, ...args, place);
  const type = node.args[0]?.type;
  return writing.use(name, 'q', ...args, quoted(type?.is === 'post' ? type.scope : ''), place);
}

/** Dates move by durations: `date + days`, `days + date`, `date - days`. */
function movingCode({ fn, args: nodes, origin }: Call, args: readonly Code[]): readonly Code[] | undefined {
  if (fn !== 'add' && fn !== 'subtract') return undefined;
  const at = nodes.findIndex(({ type }) => type.is === 'date' || type.is === 'date-time');
  const by = nodes[1 - at]?.type;
  if (at < 0 || by?.is !== 'duration') return undefined;
  return [...args, quoted(by.family), fn === 'add' ? '1' : '-1', placeOf(origin)];
}
