import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Word } from '../../shape/schema.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import { checkCombinations } from './combinations.ts';
import type { SanctionsPolicy } from './index.ts';
import { linesOf, namedIn, type Line } from './lines.ts';
import { sanctionsMessages as messages } from './messages.ts';
import { tableIn } from './rank.ts';

/** Every violation has a line under all circumstances, and the worse case costs no less. */
export function checkSanctions(
  policy: SanctionsPolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
  conditions: Conditions,
): readonly Diagnostic[] {
  const lines = linesOf(policy);
  const names = checkNames(policy);
  const doubled = lines.flatMap(twice);
  const node = [...lowered.values()].map(tableIn).find((table) => table !== undefined);
  const kinds = node?.columns[0]?.value.type;
  const has = new Set(policy.violations.map(({ key }) => key.text));
  const missing = kinds?.is === 'enumeration' ? context.members(kinds.name).filter((member) => !has.has(member)) : [];
  return [
    ...names,
    ...missing.map((violation) => messages['no-line']({ violation }, policy.violation.span)),
    ...doubled,
    // Names that mean nothing leave lines out; what follows from that is told already.
    ...([...names, ...doubled].some(({ blocks }) => blocks) || node === undefined
      ? []
      : checkCombinations(lines, { policy, node, lowered, context, conditions })),
  ];
}

function checkNames({
  circumstances,
  measures,
  violations,
  'when-none': none,
}: SanctionsPolicy): readonly Diagnostic[] {
  const [known, knownMeasures] = [circumstances, measures].map((all) => all.map(({ key }) => key.text)) as [
    string[],
    string[],
  ];
  const lines = violations.flatMap(({ value }) => value);
  const imposed = [...lines.map(({ value }) => value), ...(none === undefined ? [] : [none])];
  const named = new Set(lines.flatMap(({ key }) => namedIn(key)));
  const used = imposed.flatMap(({ others }) => others.map(({ key }) => key));
  return [
    ...lines.flatMap(({ key }) =>
      namedIn(key)
        .filter((name) => !known.includes(name))
        .map((name) => unknown('unknown-circumstance', { text: name, span: key.span }, known, name === key.text)),
    ),
    ...used
      .filter(({ text }) => !knownMeasures.includes(text))
      .map((key) => unknown('unknown-measure', key, knownMeasures, true)),
    ...lines
      .filter(({ value }) => value.others.length === 0)
      .map(({ key }) => messages['empty-line']({ line: key.text }, key.span)),
    ...circumstances
      .filter(({ key }) => !named.has(key.text))
      .map(({ key }) => messages['unused-circumstance']({ name: key.text }, key.span)),
    ...measures
      .filter(({ key }) => !used.some(({ text }) => text === key.text))
      .map(({ key }) => messages['unused-measure']({ name: key.text }, key.span)),
  ];
}

function unknown(
  code: 'unknown-circumstance' | 'unknown-measure',
  { text, span }: Word,
  known: readonly string[],
  isWhole: boolean,
): Diagnostic {
  const near = suggest(text, known);
  // Of several circumstances the place is that of all.
  return messages[code]({ name: text, known, near }, span, { fixes: isWhole ? writeInstead(near, span) : [] });
}

function twice(lines: readonly Line[]): readonly Diagnostic[] {
  return lines.flatMap((line, i) => {
    const first = lines.slice(0, i).find(({ needs }) => needs.join() === line.needs.join());
    if (first === undefined) return [];
    return [messages['duplicate-line']({ line: line.key.text, first: first.key.text }, line.key.span)];
  });
}
