import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import { printType } from '../ir/type.ts';
import { printValue } from './print.ts';
import { normalizeFlags, normalizeReasons } from './reasons.ts';
import type { Result } from './result.ts';

/** What every outcome of a decision says. A decision that does not exist has no policy and version 0. */
export function headOf(
  program: Program,
  name: string,
): Pick<Outcome, 'decision' | 'type' | 'policy' | 'version' | 'cites'> {
  const decision = Object.hasOwn(program.decisions, name) ? program.decisions[name] : undefined;
  return {
    decision: name,
    type: decision === undefined ? 'unknown' : printType(decision.type),
    policy: decision?.policy ?? '',
    version: decision?.version ?? 0,
    cites: decision?.cites ?? [],
  };
}

/** The outcome that hosts see, the same for every evaluator; flags name what a value rests on, so only values have them. */
export function toOutcome(program: Program, name: string, result: Result): Outcome {
  const head = headOf(program, name);
  switch (result.status) {
    case 'determined': {
      const flags = normalizeFlags(result.flags);
      return { ...head, status: 'determined', value: printValue(result.value, program), flags, reasons: [] };
    }
    case 'undetermined': {
      return { ...head, status: 'undetermined', flags: [], reasons: normalizeReasons(result.reasons) };
    }
    case 'not-applicable':
      return { ...head, status: 'not-applicable', flags: [], reasons: [] };
    case 'error': {
      const { code, message, fact, span } = result;
      const error = { code, message, ...(fact === undefined ? {} : { fact }), ...(span === undefined ? {} : { span }) };
      return { ...head, status: 'error', flags: [], reasons: [], error };
    }
  }
}
