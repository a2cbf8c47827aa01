import type { Ir } from '../ir/ir.ts';
import type { Decision, Program } from '../ir/program.ts';
import type { NotDecided } from '../proof/domain.ts';
import { newMeanings, type Meanings } from '../symbolic/meaning-key.ts';
import { alikeIn, type Alike } from './alike.ts';
import { cliffsOf, type Cliff } from './cliffs.ts';
import { columnHoles, type ColumnHole } from './column-holes.ts';
import { constantOf, shownOf, type Shown } from './dead.ts';
import { openDivisions, type Division } from './divisions.ts';
import { keptLimit, type Limit, type Limited } from './limits.ts';
import { isMonotone, type Monotone } from './monotone.ts';
import type { Kept } from './outside.ts';
import type { Choice } from './parts.ts';
import { surveyOf, type Survey } from './survey.ts';
import { rangeKept } from './trusting.ts';

/** All that can be said of one decision for all facts at once. Places are those of the IR. */
export interface DecisionFindings {
  readonly name: string;
  /** Why nothing is known of the parts; the rest may be known all the same. */
  readonly notDecided?: NotDecided;
  readonly choices: readonly { readonly choice: Choice; readonly shown: Shown }[];
  readonly conditions: readonly { readonly condition: Ir; readonly shown: Shown }[];
  readonly divisions: readonly Division[];
  readonly cliffs: readonly Cliff[];
  readonly alike: readonly Alike[];
  readonly columnHoles: readonly ColumnHole[];
  /** Of a decision that promises a range. */
  readonly range?: Kept;
  readonly limits: readonly { readonly limit: Limit; readonly kept: Limited }[];
  readonly monotone: readonly { readonly promise: Promised; readonly kept: Monotone }[];
}
type Promised = NonNullable<Decision['monotone']>[number];

export interface ProofOptions {
  readonly meanings?: Meanings;
  /** How many parts of a decision are looked at before it ends undecided. */
  readonly parts?: number;
}

// Some tenths of a second; those that need more are few, and `not decided` says so.
const mostParts = 5000;

/** Proves what there is to prove of a decision of a linked program, exactly, for all facts that can be given. */
export function findingsOf(
  name: string,
  program: Program,
  { meanings = newMeanings(), parts = mostParts }: ProofOptions = {},
): DecisionFindings {
  const survey = surveyOf(name, program, { meanings, parts });
  const shown = shownIn(survey);
  // The company may set its parameters otherwise, so what holds by their values only is no mistake of the policy.
  const isConstant = [...shown.choices, ...shown.conditions].some(
    (one) => one.shown === 'never' || one.shown === 'always',
  );
  const free =
    isConstant && Object.keys(program.parameters).length > 0
      ? shownIn(surveyOf(name, program, { meanings, parts, openParameters: true }))
      : shown;
  const range = rangeKept(survey, program, { meanings, parts });
  return {
    name,
    ...(survey.unheard === undefined ? {} : { notDecided: survey.unheard }),
    choices: shown.choices.map((one, i) => ({ ...one, shown: agreed(one.shown, free.choices[i]?.shown) })),
    conditions: shown.conditions.map((one, i) => ({ ...one, shown: agreed(one.shown, free.conditions[i]?.shown) })),
    divisions: openDivisions(survey, program, meanings),
    cliffs: cliffsOf(survey, program, meanings),
    alike: alikeIn(name, program),
    columnHoles: columnHoles(name, program),
    ...(range === undefined ? {} : { range }),
    limits: (program.decisions[name]?.limits ?? []).map((limit) => ({
      limit,
      kept: keptLimit(name, limit, program, { meanings, parts }),
    })),
    monotone: (program.decisions[name]?.monotone ?? []).map((promise) => ({
      promise,
      kept: isMonotone(name, promise.fact, promise.direction, program, { meanings, parts }),
    })),
  };
}

function shownIn(survey: Survey): Pick<DecisionFindings, 'choices' | 'conditions'> {
  const isKnown = survey.unheard === undefined;
  return {
    choices: survey.written.choices.map((choice) => ({ choice, shown: isKnown ? shownOf(choice, survey) : 'used' })),
    conditions: survey.written.conditions.map((condition) => ({
      condition,
      shown: isKnown ? constantOf(condition, survey) : 'used',
    })),
  };
}

const agreed = (first: Shown, second: Shown = first): Shown => (first === second ? first : 'used');
