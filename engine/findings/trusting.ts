import type { Range } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { piecesOf, walkOf, type WalkOptions } from '../symbolic/pieces.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import { keptRange, type Kept } from './outside.ts';
import { surveyOf, type Survey } from './survey.ts';

interface Options {
  readonly meanings: Meanings;
  readonly parts: number;
}

/** Holds a decision to its range; where all that it reads is too much at once, by what that promises and keeps. */
export function rangeKept(survey: Survey, program: Program, options: Options): Kept | undefined {
  const kept = keptOrTrusting(survey, program, options);
  const range = kept?.is === 'proven' ? program.decisions[survey.name]?.range : undefined;
  known.set(program, (known.get(program) ?? new Map<string, Range | undefined>()).set(survey.name, range));
  return kept;
}

function keptOrTrusting(survey: Survey, program: Program, options: Options): Kept | undefined {
  const kept = keptRange(survey, program, options.meanings);
  if (kept?.is !== 'not-decided' || kept.because !== 'parts') return kept;
  const pieces = piecesOf(survey.name, walkOf(program, trusting(program, options)));
  const again = keptRange({ ...survey, pieces }, program, options.meanings);
  return again?.is === 'proven' ? again : kept;
}

/**
 * A walk that looks into no other decision: each counts as any value that it may have by the range that it promises, if that is
 * proved. What is proved so is proved; what is not may hold all the same.
 */
export function trusting(program: Program, options: Options): WalkOptions {
  return {
    ...options,
    shut: (name) => program.decisions[name]?.hidden === false,
    promised: (name) => provedRange(name, program, options),
  };
}

const known = new WeakMap<Program, Map<string, Range | undefined>>();

function provedRange(name: string, program: Program, options: Options): Range | undefined {
  const before = known.get(program);
  if (before?.has(name) === true || program.decisions[name]?.range === undefined) return before?.get(name);
  rangeKept(surveyOf(name, program, options), program, options);
  return known.get(program)?.get(name);
}
