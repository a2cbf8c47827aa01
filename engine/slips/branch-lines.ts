import type { ChoiceStep, ListStep, RowStep, Step, TierStep, Worded } from '../evaluate/explanation.ts';
import type { Line } from './slip.ts';
import { inBrackets } from './words.ts';
import { clausesOf, sortOf, valueText, wordedText, type Telling } from './telling.ts';

type Inner = (steps: readonly Step[]) => readonly Line[];

/** Conditions in order, and the line that decided. */
export function choiceLines(step: ChoiceStep, telling: Telling, inner: Inner): readonly Line[] {
  const { say, language } = telling;
  const tested = step.tested.flatMap((arm): readonly Line[] => {
    const label = arm.label === undefined ? '' : `${arm.label[language]}${say.colon}`;
    const text = `${arm.number}. ${label}${wordedText(arm, telling)} → ${say.holds[arm.holds]}`;
    return [...inner(arm.steps), { sort: sortOf[arm.holds], text }];
  });
  if (step.taken === undefined) return tested;
  const text = `${say.arm(step.taken, step.of)}${valued(step, telling)}`;
  return [...tested, { sort: 'taken', text, clauses: clausesOf(step.cites, telling), below: inner(step.steps) }];
}

/** The tier reached, or each with its part. */
export function tierLines(step: TierStep, telling: Telling, inner: Inner): readonly Line[] {
  const { say, readable, language } = telling;
  const before = inner(step.before);
  if (step.by.value === undefined) return before;
  const value = valueText(step.by.value, telling);
  if (step.taken.length === 0) return [...before, { sort: 'open', text: say.noTier(value) }];
  const by = wordedText(step.by, telling);
  const taken = step.taken.map((tier): Line => {
    const place = `${say.tier(tier.number, step.of)}${inBrackets(readable.text(tier.range), language)}`;
    const since = step.mode === 'slab' ? say.since(by, value) : '';
    const part =
      tier.part === undefined || tier.value === undefined
        ? valued(tier, telling)
        : `${say.colon}${say.part(step.mode, valueText(tier.part, telling), valueText(tier.value, telling))}`;
    const clauses = clausesOf(tier.cites, telling);
    return { sort: 'taken', text: `${place}${since}${part}`, clauses, below: inner(tier.steps) };
  });
  if (step.mode === 'slab') return [...before, ...taken];
  const scale: Line = { sort: 'plain', text: say.scale(by, value) };
  return [...before, scale, ...taken, { sort: 'plain', text: `${say.total}${valued(step, telling)}` }];
}

/** The row that holds, with what it asks of each column. */
export function rowLines(step: RowStep, telling: Telling, inner: Inner): readonly Line[] {
  const { say, readable, language } = telling;
  // What is read as it stands has told its value already.
  const isTold = ({ filled, value }: Worded): boolean => filled === value && step.before.length > 0;
  const columns = step.columns.flatMap((column): readonly Line[] =>
    column.value === undefined || isTold(column)
      ? []
      : [{ sort: 'plain', text: `${wordedText(column, telling)} = ${valueText(column.value, telling)}` }],
  );
  const taken = step.taken.map((row): Line => {
    const cells = row.cells.map(({ column, cell }) => `${column}${say.colon}${readable.text(cell)}`).join('; ');
    const text = `${say.row(row.number, step.of)}${cells === '' ? '' : inBrackets(cells, language)}${valued(row, telling)}`;
    return { sort: 'taken', text, clauses: clausesOf(row.cites, telling), below: inner(row.steps) };
  });
  const none: readonly Line[] =
    step.taken.length === 0 && step.collect === undefined ? [{ sort: 'open', text: say.noRow }] : [];
  const total: readonly Line[] =
    step.collect === undefined ? [] : [{ sort: 'plain', text: `${say.total}${valued(step, telling)}` }];
  return [...inner(step.before), ...columns, ...none, ...taken, ...total];
}

/** What is counted or added over a list, and what comes of it. Its elements may be other people, so that a slip names none of them. */
export function listLines(step: ListStep, telling: Telling, inner: Inner): readonly Line[] {
  const { language, readable } = telling;
  const { value } = step;
  // An element itself would show somebody else's record.
  const result = value === undefined || value.startsWith('{') ? '' : ` = ${valueText(value, telling)}`;
  return [...inner(step.before), { sort: 'plain', text: `${readable.text(step.titled[language])}${result}` }];
}

function valued({ value }: { readonly value?: string }, telling: Telling): string {
  return value === undefined ? '' : `${telling.say.colon}${valueText(value, telling)}`;
}
