import type { Diagnostic, Fix, Texts } from '../diagnostic/diagnostic.ts';
import type { Program } from '../ir/program.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import type { Alike } from './alike.ts';
import type { DecisionFindings } from './decision.ts';
import { mergedItems, withoutItem } from './fixes.ts';
import { proofMessages as messages } from './messages.ts';

type FileOf = (name: string) => SourceFile | undefined;
interface Looked {
  readonly program: Program;
  readonly found: DecisionFindings;
}

// Kinds in which the author writes the lines; others put lists and branches together by themselves.
const written = new Set(['tiers', 'table', 'formula']);

/** Neighbours that say the same in all outputs of their policy. */
export function alikeTold(all: readonly Looked[], fileOf: FileOf): readonly Diagnostic[] {
  const told = all.flatMap(({ found, program }) => {
    const { policy } = program.decisions[found.name] ?? {};
    if (policy === undefined || !written.has(program.policies[policy]?.kind ?? '')) return [];
    return found.alike.filter((one) => one.is !== 'row' || isInAll(one, found, all, program, policy));
  });
  return told.map((one) => alike(one, fileOf));
}

/** Rows belong to all outputs of a table: each of them must say the same in both. */
function isInAll(row: Alike, { name }: DecisionFindings, all: readonly Looked[], of: Program, policy: string): boolean {
  return all
    .filter(
      ({ found, program }) => program === of && found.name !== name && program.decisions[found.name]?.policy === policy,
    )
    .filter(({ found }) => found.choices.some(({ choice }) => choice.is === 'row' && isAt(choice.span, row)))
    .every(({ found }) => found.alike.some((other) => other.is === 'row' && isAt(other.spans[0], row)));
}

const isAt = ({ file, start }: Alike['spans'][0], { spans: [first] }: Alike): boolean =>
  file === first.file && start === first.start;

function alike(one: Alike, fileOf: FileOf): Diagnostic {
  const { is, numbers, spans, joined } = one;
  const related = [{ span: spans[1], message: { en: 'The other one.', zh: '另一处。' } }];
  return messages.alike({ parts: partsText(is, numbers), joined }, spans[0], {
    related,
    fixes: mergedInto(one, fileOf),
  });
}

/** One line instead of the two, where each stands on a line of its own. */
function mergedInto({ is, spans: [earlier, later], joined, cell }: Alike, fileOf: FileOf): readonly Fix[] {
  const textAt = ({ file, start, end }: Span): string => fileOf(file)?.text.slice(start, end) ?? '';
  const title = (text: string): Texts => ({ en: `Write one with ${text}`, zh: `合为 ${text}` });
  switch (is) {
    case 'tier':
      return joined === undefined ? [] : withoutItem(later, fileOf, title(joined), [{ span: earlier, text: joined }]);
    case 'row':
      return joined === undefined || cell === undefined
        ? []
        : mergedItems(cell, () => joined, later, fileOf, title(joined));
    case 'arm': {
      const either = [earlier, later].map((place) => bracketed(textAt(place))).join(' or ');
      // A condition that is only part of what stands there is left alone.
      return mergedItems(
        earlier,
        (written) => (written === textAt(earlier) ? either : undefined),
        later,
        fileOf,
        title(either),
      );
    }
  }
}

const bracketed = (condition: string): string =>
  /\b(?:and|or|not|if|in|any|all)\b/u.test(condition) ? `(${condition})` : condition;

function partsText(is: Alike['is'], [earlier, later]: Alike['numbers']): Texts {
  const numbers = `${String(earlier)} + ${String(later)}`;
  switch (is) {
    case 'arm':
      return { en: `branches ${numbers}`, zh: `分支 ${numbers} ` };
    case 'row':
      return { en: `rows ${numbers}`, zh: `行 ${numbers} ` };
    case 'tier':
      return { en: `tiers ${numbers}`, zh: `档 ${numbers} ` };
  }
}
