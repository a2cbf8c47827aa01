import type { Ir } from '../../engine/ir/ir.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import { nodes } from '../../engine/ir/walk.ts';
import { regionsOf, type Region } from '../../engine/symbolic/difference.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { piecesOf, walkOf } from '../../engine/symbolic/pieces.ts';
import { factsOf } from './facts.ts';
import { differ } from './outcome.ts';
import { reader } from './pieces.ts';
import { script } from './script.ts';
import { and, no, not, or, twoOf, yes, type Term } from './smt.ts';
import { decided } from './translate.ts';

/** What the solver is to refute: the engine's claims, each denied. */
export interface Question {
  readonly text: string;
  readonly claims: readonly string[];
}

export const asked = 't.d';

/** Pieces cover all facts, exclude each other and say what the decision says; what was never heard never happens. */
export function piecesQuestion(program: Program): (Question & { readonly pieces: number }) | 'not decided' {
  const heard = new Map<object, Set<boolean | number | 'nothing'>>();
  const hear = (part: object, answer: boolean | number | 'nothing'): void => {
    heard.set(part, (heard.get(part) ?? new Set()).add(answer));
  };
  const pieces = piecesOf(asked, walkOf(program, { hear }));
  if ('notDecided' in pieces) return 'not decided';
  const lines = script();
  const facts = factsOf(program, askedKnown(program), lines);
  const unheard: Term[] = [];
  const outcome = decided(asked, true, {
    program,
    facts,
    script: lines,
    reach: yes,
    hear: (part, answer, when) => {
      if (heard.get(part)?.has(answer) !== true && when !== no) unheard.push(when);
    },
  });
  const { box, symbol } = reader(facts, lines);
  const boxes = pieces.map((piece) => box(piece.box));
  const wrong = pieces.map((piece, i) => and(boxes[i]!, differ(outcome, symbol(piece.value))));
  const claims = {
    covered: not(or(...boxes)),
    apart: twoOf(boxes),
    right: or(...wrong),
    'never heard': or(...unheard),
  };
  return { ...written(claims, [...facts.terms.values()], lines), pieces: pieces.length };
}

/**
 * Outside the regions two programs say the same, inside each says what the region says. A part that only the last rounding makes the
 * same is none: `roundedQuestion` asks about what comes out, which is harder for the solver.
 */
export function regionsQuestion(
  before: Program,
  after: Program,
): (Question & { readonly regions: readonly Region[] }) | 'not decided' {
  const regions = regionsOf(asked, { before, after, meanings: newMeanings() });
  return 'notDecided' in regions ? 'not decided' : { ...question(before, after, regions, false), regions };
}

/** The same, of what comes out after the last rounding. */
export const roundedQuestion = (before: Program, after: Program, regions: readonly Region[]): Question =>
  question(before, after, regions, true);

function question(before: Program, after: Program, regions: readonly Region[], isRounded: boolean): Question {
  const lines = script();
  const facts = factsOf(before, askedKnown(before).union(askedKnown(after)), lines);
  const place = { facts, script: lines, reach: yes, hear: () => undefined };
  const was = decided(asked, true, { ...place, program: before });
  const is = decided(asked, true, { ...place, program: after });
  const { box, symbol } = reader(facts, lines);
  const boxes = regions.map((region) => box(region.box));
  const roundsElse = rounding(before) === rounding(after) ? no : and(was.ok, is.ok);
  const [out, now] = [before, after].map((program) => decided(asked, !isRounded, { ...place, program }));
  const isOther = isRounded ? differ(out!, now!) : or(differ(was, is), roundsElse);
  const claims = {
    'outside nothing differs': and(not(or(...boxes)), isOther),
    'before is told': or(...regions.map((region, i) => and(boxes[i]!, differ(was, symbol(region.before))))),
    'after is told': or(...regions.map((region, i) => and(boxes[i]!, differ(is, symbol(region.after))))),
  };
  return written(claims, [...facts.terms.values()], lines);
}

/** Do the two programs answer differently anywhere in the region, after all rounding? */
export function anywhereIn({ box: region }: Region, before: Program, after: Program): string {
  const lines = script();
  const facts = factsOf(before, askedKnown(before).union(askedKnown(after)), lines);
  const place = { facts, script: lines, reach: yes, hear: () => undefined };
  const [was, is] = [before, after].map((program) => decided(asked, false, { ...place, program }));
  const { box } = reader(facts, lines);
  const claim = and(box(region), differ(was!, is!));
  return `${lines.text()}\n(assert ${claim})(check-sat)(get-value (${[...facts.terms.values()].join(' ')}))`;
}

function rounding({ decisions }: Program): string {
  const { body } = decisions[asked]!;
  return body.is === 'ir' && body.ir.op === 'round' ? `${body.ir.to} ${body.ir.mode}` : '';
}

function written(
  claims: Readonly<Record<string, Term>>,
  shown: readonly Term[],
  lines: ReturnType<typeof script>,
): Question {
  const names = Object.values(claims).map((claim) => lines.define('Bool', claim));
  return {
    text: `${lines.text()}\n(assert ${or(...names)})(check-sat)(get-value (${[...names, ...shown].join(' ')}))`,
    claims: Object.keys(claims),
  };
}

/** The facts of which somebody asks whether they are given, as far as the decision reads. */
function askedKnown(program: Program, name = asked): Set<string> {
  const found = partsOf(program.decisions[name]!).flatMap((part) =>
    [...nodes(part)].flatMap((ir): readonly string[] => {
      if (ir.op === 'decision') return [...askedKnown(program, ir.name)];
      return ir.op === 'known' && ir.of.op === 'fact' ? [ir.of.name] : [];
    }),
  );
  return new Set(found);
}

function partsOf({ body, appliesWhen, requires }: Decision): readonly Ir[] {
  return [...(body.is === 'ir' ? [body.ir] : []), ...appliesWhen, ...requires.map(({ that }) => that)];
}
