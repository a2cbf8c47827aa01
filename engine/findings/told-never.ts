import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import type { Shown } from './dead.ts';
import type { DecisionFindings } from './decision.ts';
import { withoutItem } from './fixes.ts';
import { proofMessages as messages } from './messages.ts';
import type { Choice } from './parts.ts';

type FileOf = (name: string) => SourceFile | undefined;

/**
 * Rows, tiers, branches and conditions that have one answer in every decision and on every day on which they stand. A row that
 * several outputs share is dead when it is for all of them.
 */
export function neverTold(all: readonly DecisionFindings[], fileOf: FileOf): readonly Diagnostic[] {
  const choices = agreed(all.flatMap((one) => one.choices.map(({ choice, shown }) => [choice, choice.span, shown])));
  const dead = [...choices].flatMap(([choice, shown]) => (shown === 'never' ? [choice] : []));
  const conditions = agreed(
    all.flatMap((one) => one.conditions.map(({ condition, shown }) => [condition, condition.origin, shown])),
  );
  const constant = [...conditions].flatMap(([{ origin }, shown]) =>
    shown === 'never' || shown === 'always' ? [{ origin, answer: shown === 'always' }] : [],
  );
  const isDead = (span: Span): boolean => dead.some((choice) => isWithin(span, choice.span));
  const isInnermost = (span: Span): boolean =>
    !constant.some(({ origin }) => !isEqual(origin, span) && isWithin(origin, span));
  return [
    ...dead.map((choice) => deadTold(choice, fileOf)),
    ...constant
      .filter(({ origin }) => !isDead(origin) && isInnermost(origin) && !endsChoice(origin, dead))
      .map(({ origin, answer }) => messages.always({ answer }, origin)),
  ];
}

function deadTold(choice: Choice, fileOf: FileOf): Diagnostic {
  const { is, number, span } = choice;
  if (is === 'otherwise') return messages['needless-otherwise']({}, span);
  const title = { en: 'Remove it', zh: '删除' };
  return messages.never({ part: partText(is, number) }, span, { fixes: withoutItem(span, fileOf, title) });
}

function partText(is: Exclude<Choice['is'], 'otherwise'>, number: number): Texts {
  switch (is) {
    case 'arm':
      return { en: `branch ${String(number)}`, zh: `第${String(number)}个分支` };
    case 'row':
      return { en: `row ${String(number)}`, zh: `第${String(number)}行` };
    case 'tier':
      return { en: `tier ${String(number)}`, zh: `第${String(number)}档` };
  }
}

/** The last condition of all is always true where the form demands something behind it that is never reached. */
function endsChoice(span: Span, dead: readonly Choice[]): boolean {
  return dead.some(({ behind }) => behind !== undefined && isWithin(span, behind));
}

/** What stands at one place, with the one answer that it has wherever it is asked. */
function agreed<T>(all: readonly (readonly [T, Span, Shown])[]): ReadonlyMap<T, Shown> {
  const places = Map.groupBy(all, ([, { file, start, end }]) => `${file} ${String(start)} ${String(end)}`);
  return new Map(
    [...places.values()].flatMap((group) => {
      const asked = new Set(group.flatMap(([, , shown]) => (shown === 'unasked' ? [] : [shown])));
      const [first] = group[0] ?? [];
      const [only] = asked;
      return first === undefined || only === undefined || asked.size > 1 ? [] : [[first, only] as const];
    }),
  );
}

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
const isEqual = (a: Span, b: Span): boolean => isWithin(a, b) && isWithin(b, a);
