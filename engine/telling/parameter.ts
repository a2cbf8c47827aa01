import type { Step } from '../evaluate/explanation.ts';
import { literalTold } from './literal.ts';
import type { Told, Unit } from './told.ts';

/** A parameter that the company has set, without keys. */
export function parameter(name: string, unit: Unit): Told | undefined {
  const declared = unit.program.parameters[name];
  const told = declared?.value && literalTold(declared.value, unit.program);
  if (declared === undefined || told === undefined) return undefined;
  const { title, owner, origin: span } = declared;
  const { form, cell } = told;
  const step: Step = { step: 'parameter', name, keys: [], title, owner, value: cell.text, span };
  return { form, cell, work: unit.once(`${name}()`, () => step) };
}
