import type { Texts } from '../../diagnostic/diagnostic.ts';
import { worded, wordedRange } from './words.ts';
import type { Bands, Choose, Ir, Table } from '../../ir/ir.ts';
import type { Span } from '../../source/span.ts';
import type { PrintWords } from '../../value/print.ts';
import { sample } from './sample.ts';

/** A place that is evaluated only when it decides: a row, a tier, a branch. */
export interface Site {
  readonly sort: 'row' | 'branch';
  readonly span: Span;
  /** The value's own text, where it stands apart: a tier with another rate is another tier. */
  readonly value?: Span;
  readonly cites: readonly string[];
  /** The value of the row, tier or branch. */
  readonly reached: Ir;
  readonly input: Texts;
}

/** The places that one node decides between, not those within its parts. `decision` is the name of the one that holds it. */
export function sites(ir: Ir, words: PrintWords, decision: string): readonly Site[] {
  const policy = decision.slice(0, decision.lastIndexOf('.'));
  switch (ir.op) {
    case 'choose':
      return branches(ir, (part) => worded(part, words, policy));
    case 'bands':
      return tiers(ir, words, policy);
    case 'table':
      return rows(ir, words, policy);
    default:
      return [];
  }
}

const alike = (text: string): Texts => ({ en: text, zh: text });
const noneOf = (texts: readonly string[]): Texts => ({
  en: `none of: ${texts.join('; ')}`,
  zh: `均不成立：${texts.join('；')}`,
});

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end && a.file === b.file;

function branches(ir: Choose, word: (ir: Ir) => string): readonly Site[] {
  const arms = ir.arms.map(({ when, value, cites }): Site & { readonly when: Span } => {
    const input = alike(word(when));
    return { sort: 'branch', span: value.origin, cites, reached: value, input, when: when.origin };
  });
  const none = noneOf(ir.arms.map(({ when }) => word(when)));
  const last: Site = { sort: 'branch', span: ir.otherwise.origin, cites: [], reached: ir.otherwise, input: none };
  // What a kind puts together for its own sake has no text of its own.
  const own = arms.filter(({ span, when }) => !isSame(span, ir.origin) && !isSame(span, when));
  return isSame(last.span, ir.origin) ? own : [...own, last];
}

function tiers({ by, bands }: Bands, words: PrintWords, policy: string): readonly Site[] {
  const subject = worded(by, words, policy);
  return bands.map(({ range, value, cites, origin }) => ({
    sort: 'row',
    span: origin,
    value: value.origin,
    cites,
    reached: value,
    input: alike(sample(subject, range, words)),
  }));
}

function rows({ columns, rows: written, otherwise }: Table, words: PrintWords, policy: string): readonly Site[] {
  const sites = written.map(({ cells, value, cites, origin }): Site => {
    const inputs = cells.flatMap((cell, i) => {
      const column = columns[i]?.value;
      return cell.range === 'any' || column === undefined
        ? []
        : [sample(worded(column, words, policy), cell, words)];
    }); // prettier-ignore
    return { sort: 'row', span: origin, cites, reached: value, input: alike(inputs.join(', ')) };
  });
  if (otherwise === undefined) return sites;
  const texts = written.map(({ cells }) => cells.map((cell) => wordedRange(cell, words, policy)).join(' · '));
  return [
    ...sites,
    { sort: 'row', span: otherwise.origin, cites: [], reached: otherwise, input: noneOf(texts) },
  ]; // prettier-ignore
}

const conditions: ReadonlySet<Ir['op']> = new Set(['compare', 'within', 'logic', 'not', 'known', 'aggregate', 'fact', 'field', 'call', 'decision', 'fold']); // prettier-ignore

/** The condition that a boolean decision is; undefined where branches or rows say what it is. */
export function conditionOf(ir: Ir): Ir | undefined {
  switch (ir.op) {
    case 'mark':
    case 'round':
      return conditionOf(ir.value);
    case 'reading':
      return conditionOf(ir.taken);
    default:
      return ir.type.is === 'boolean' && conditions.has(ir.op) ? ir : undefined;
  }
}
