import { emitModule } from '../../../engine/emit/module/module.ts';
import type { Outcome } from '../../../engine/ir/outcome.ts';
import { printType, type Type } from '../../../engine/ir/type.ts';
import type { Program } from '../../../engine/ir/program.ts';
import type { Value } from '../../../engine/ir/value.ts';
import { exact, exactDigits, parseExact } from '../../../engine/value/exact.ts';
import { printValue } from '../../../engine/value/print.ts';
import type { Evaluator } from '../../random/differential.ts';
import { insideOf, type Door } from './emitted.ts';

/** How often the door for whole units was asked, and how often it answered. */
export interface Use {
  asked: number;
  answered: number;
}

/** An emitted module asked by whole units where they are plain, and else by its exact part. */
export const byUnits =
  (use: Use, change: (text: string) => string = (text) => text): Evaluator =>
  (program) => {
    const { text } = emitModule(program, Object.keys(program.decisions), { from: '0001-01-01' });
    const { answerRead, contents, handbook, units } = insideOf(change(text));
    const at: Program = { ...handbook, at: program.at };
    return (decision, facts, { on, sourceOnly = false }) => {
      const door = Object.hasOwn(units, decision) ? units[decision] : undefined;
      if (door !== undefined && on === undefined && !sourceOnly) {
        use.asked += 1;
        const outcome = outcomeOf(door, decision, facts.values, program);
        if (outcome !== undefined) {
          use.answered += 1;
          return outcome;
        }
      }
      return answerRead(contents, at, decision, facts.values, on, sourceOnly);
    };
  };

/** The outcome that whole units come to; undefined where the door leaves it to the exact part. */
export function outcomeOf(
  door: Door,
  name: string,
  facts: Readonly<Record<string, Value>>,
  program: Program,
): Outcome | undefined {
  const value = door.of(...door.facts.map((fact) => argument(facts[fact.name], fact.scale, program)));
  const decision = program.decisions[name];
  if (value === undefined || decision === undefined) return undefined;
  const { type, policy, version, cites } = decision;
  return {
    decision: name,
    type: printType(type),
    policy,
    version,
    cites,
    status: 'determined',
    value: typeof value === 'number' ? numberText(value, door.scale, type, program) : wordText(String(value), type),
    flags: door.flags().toSorted(),
    reasons: [],
  };
}

const wordText = (word: string, { is }: Type): string =>
  is === 'time' || is === 'date-time' ? word.replace(/(:\d\d):00$/, '$1') : word;

function numberText(units: number, scale: number | undefined, type: Type, program: Program): string {
  if (!Number.isSafeInteger(units) || Object.is(units, -0) || scale === undefined) return `no units: ${String(units)}`;
  const digits = exactDigits(exact(BigInt(units), 10n ** BigInt(scale)));
  return printValue({ ...type, digits } as Value, program);
}

/** A fact as a host with whole units has it; what has none, or cannot be used, is something that is no unit. */
function argument(value: Value | undefined, scale: number | undefined, program: Program): unknown {
  if (value === undefined) return undefined;
  switch (value.is) {
    case 'boolean':
      return value.truth;
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration': {
      const { top, bottom } = parseExact(value.digits);
      const units = exact(top * 10n ** BigInt(scale ?? 0), bottom);
      return units.bottom === 1n ? Number(units.top) : Number(units.top) / Number(units.bottom);
    }
    case 'invalid':
      return { not: 'usable' };
    default: {
      const text = printValue(value, program);
      // No text is read as a value that is not in its plain form.
      return text.normalize('NFKC') === text ? text : { not: 'usable' };
    }
  }
}
