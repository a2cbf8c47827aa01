import type { Program } from '../ir/program.ts';
import type { NotDecided } from '../proof/domain.ts';
import type { Box, Path } from '../symbolic/box.ts';
import { listen } from '../symbolic/listen.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import { piecesOf, walkOf } from '../symbolic/pieces.ts';
import type { Symbol } from '../symbolic/symbol.ts';
import type { Walk } from '../symbolic/walk.ts';
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
  /** Why not even the answers of its parts are all known. */
  readonly unheard?: NotDecided;
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

/**
 * Walks through a decision once and writes down what its own parts answer. Where all that it comes to are too many pieces, its parts
 * are listened to one by one.
 */
export function surveyOf(name: string, program: Program, options: SurveyOptions): Survey {
  const written = writtenIn(name, program);
  const whole = answersIn(written);
  const pieces = piecesOf(name, walkOf(program, { ...options, hear: whole.hear }));
  if (!('notDecided' in pieces)) return { name, written, answers: whole.answers, pieces };
  const apart = answersIn(written);
  const isHeard = listen(name, walkOf(program, { ...options, hear: apart.hear }));
  return { name, written, answers: apart.answers, pieces, ...(isHeard ? {} : { unheard: pieces }) };
}

function answersIn({ choices, conditions, divisions }: Written): {
  readonly answers: ReadonlyMap<object, Heard>;
  readonly hear: NonNullable<Walk['hear']>;
} {
  const parts = [...choices.map(({ part }) => part), ...conditions, ...divisions];
  const answers = new Map<object, Heard>(parts.map((part) => [part, { true: [], false: [], nothing: [] }]));
  const hear: NonNullable<Walk['hear']> = (part, answer, box) => {
    const places = answers.get(part)?.[`${answer}`];
    if (places !== undefined && places.length < mostPlaces) places.push(box);
  };
  return { answers, hear };
}

type Heard = Readonly<Record<keyof Answers, Box[]>>;
