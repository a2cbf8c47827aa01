import type { Decision } from '../../../ir/program.ts';
import { printType } from '../../../ir/type.ts';
import type { Slot } from '../../../plain/tree.ts';
import { comment } from '../comment.ts';
import { array, call, data, object, quoted, thunk, type Code } from '../layout.ts';
import { plainName } from '../names.ts';
import { supportParts } from '../support-parts.ts';
import type { Writing } from '../writing.ts';
import { plainFunction, type PlainFunction } from './function.ts';

/** What a module says of plain cases: functions of whole units, and the two ways to them. */
interface Doors {
  readonly functions: readonly string[];
  /** What reads facts from texts, as `const` of the module. */
  readonly readers: readonly (readonly [name: string, code: Code])[];
  /** For hosts that have whole units: of each decision its function, with the facts in the order of its arguments. */
  readonly units: Code;
  /** The same from texts on, and from rows of them. */
  readonly quick: Code;
  /** What reads numbers, by their facts. */
  readonly numbers: Code;
}

/** The decisions that are asked, each as one function of whole units, as far as its cases can be plain. */
export function doorsOf(said: readonly string[], facts: ReadonlySet<string>, writing: Writing): Doors {
  const { program } = writing;
  const readerOf = (fact: string): string => writing.name(`reader ${fact}`, `read_${plainName(fact)}`);
  const taken = [...supportParts.map(({ name }) => name), ...[...facts].map(readerOf)];
  const readers = new Map<string, Code>();
  const numbers = new Set<string>();
  const reader = (slot: Slot): string => {
    readers.set(slot.fact.name, readerCode(slot, writing));
    if (slot.form === 'number') numbers.add(slot.fact.name);
    return readerOf(slot.fact.name);
  };
  const found = said.flatMap((name): Door[] => {
    const decision = program.decisions[name];
    const called = writing.name(`units ${name}`, `${plainName(name)}_units`);
    const plain = decision && plainFunction(program, name, called, taken, reader);
    if (decision === undefined || plain === undefined || plain.slots.some(hasOddName)) return [];
    return [{ decision, called, plain }];
  });
  return {
    functions: found.map(functionCode),
    units: object(found.map((door) => [door.decision.name, unitsCode(door, writing)])),
    quick: object(found.map((door) => [door.decision.name, quickCode(door, reader)])),
    numbers: object([...numbers].toSorted().map((fact) => [fact, readerOf(fact)])),
    readers: [...readers].toSorted().map(([fact, code]) => [readerOf(fact), code]),
  };
}

interface Door {
  readonly decision: Decision;
  /** The function's name in the module. */
  readonly called: string;
  readonly plain: PlainFunction;
}

/** What every object of JavaScript has would look like a fact that is given. */
const hasOddName = ({ fact }: Slot): boolean => fact.name in Object.prototype;

function readerCode({ fact, form, scale }: Slot, writing: Writing): Code {
  const declared = `handbook.facts[${quoted(fact.name)}]`;
  if (form === 'number') return writing.use('unitsReader', declared, String(scale), 'handbook');
  return writing.use('wordReader', declared, 'handbook');
}

function functionCode({ decision: { name, title, cites }, plain }: Door): string {
  const says = [`${title.en} (${name})`, ...(cites.length === 0 ? [] : [cites.join(', ')]), 'in whole units'].join(
    ' · ',
  );
  return `/** ${comment(says)}. What is not plain is undefined. */\n${plain.text}`;
}

function unitsCode({ called, decision, plain }: Door, writing: Writing): Code {
  const { slots, value, flags } = plain;
  const facts = slots.map(({ fact, form, scale }) =>
    data({ name: fact.name, type: printType(fact.type), scale: form === 'number' ? scale : undefined }),
  );
  return object([
    ['of', called],
    ['facts', array(facts)],
    ['type', data(printType(decision.type))],
    ...(value.is === 'number' ? [['scale', data(value.scale)] as const] : []),
    ['flags', thunk(flags.length === 0 ? '[]' : writing.use('raisedFlags', data(flags), 'raised'))],
  ]);
}

function quickCode({ called, plain }: Door, reader: (slot: Slot) => string): Code {
  const given = plain.slots.map((slot): Code => {
    const raw = `given[${quoted(slot.fact.name)}]`;
    return slot.form === 'number' ? call(reader(slot), raw) : raw;
  });
  const cells = plain.slots.map((_slot, i) => `cells[places[${String(i)}]]`);
  return object([
    ['facts', data(plain.slots.map(({ fact }) => fact.name))],
    ['ask', thunk(call(called, ...given), 'given')],
    ['row', thunk(call(called, ...cells), 'cells', 'places')],
    ['scale', String(plain.value.is === 'number' ? plain.value.scale : 0)],
    ['flags', data(plain.flags)],
  ]);
}
