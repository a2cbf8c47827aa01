import type { Program } from '../ir/program.ts';
import type { NotDecided } from '../proof/domain.ts';
import type { Box, Path } from '../symbolic/box.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import { piecesOf, walkOf } from '../symbolic/pieces.ts';
import type { Symbol } from '../symbolic/symbol.ts';
import { writtenIn, type Written } from './parts.ts';

/** Which answers a part gave anywhere, and some of the places where it did. */
interface Answers {
  readonly true: readonly Box[];
  readonly false: readonly Box[];
  readonly nothing: readonly Box[];
}

/** A decision looked at for all facts at once: what each of its parts answered, and all that it comes to. */
export interface Survey {
  readonly name: string;
  readonly written: Written;
  readonly answers: ReadonlyMap<object, Answers>;
  readonly pieces: readonly Path<Symbol>[] | NotDecided;
}

interface SurveyOptions {
  readonly meanings: Meanings;
  /** How many parts are looked at before it ends undecided. */
  readonly parts: number;
  /** Parameters count as whatever the company may set. */
  readonly openParameters?: true;
}

// For a witness one place is enough; the first ones may be such that no facts can be shown.
const mostPlaces = 8;

/** Walks through a decision once and writes down what its own parts answer. */
export function surveyOf(name: string, program: Program, options: SurveyOptions): Survey {
  const written = writtenIn(name, program);
  const { choices, conditions, divisions } = written;
  const parts = [...choices.map(({ part }) => part), ...conditions, ...divisions];
  const answers = new Map<object, Heard>(parts.map((part) => [part, { true: [], false: [], nothing: [] }]));
  const hear = (part: object, answer: boolean | 'nothing', box: Box): void => {
    const places = answers.get(part)?.[`${answer}`];
    if (places !== undefined && places.length < mostPlaces) places.push(box);
  };
  return { name, written, answers, pieces: piecesOf(name, walkOf(program, { ...options, hear })) };
}

type Heard = Readonly<Record<keyof Answers, Box[]>>;
