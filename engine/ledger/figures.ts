import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Register } from '../kinds/documents/register.ts';
import type { Span } from '../source/span.ts';
import type { YamlNode } from '../yaml/node.ts';
import { amountsIn, isRate, isSame, type Amount } from './amounts.ts';
import { carriedBy } from './carried.ts';
import { placeOf } from './quoted.ts';
import { rootOf, type Citation } from './written.ts';

/** A figure of a clause, and the policy values that carry it. */
export interface FigureEntry {
  readonly id: string;
  readonly figure: string;
  readonly carried: readonly CarriedFigure[];
  /** Why no policy value carries it, where the register says so. */
  readonly reason?: Texts;
  /** What of it no policy that cites the clause carries; the whole figure where it names no value that can be compared. */
  readonly missing: readonly string[];
  /** The register quotes what stands for it. */
  readonly quoted: boolean;
}

interface CarriedFigure {
  readonly value: string;
  readonly policy: string;
  readonly span: Span;
  /** The policy lists as many entries, rather than writing the number. */
  readonly counted: boolean;
}

/**
 * The figures of a clause against the policies that cite it: the citing part first, then the rest of its policy, then the
 * versions `before` it that still hold.
 */
export function figuresOf(
  { figures = [] }: Register['clauses'][number],
  cited: readonly Citation[],
  before: readonly Citation[] = [],
): readonly FigureEntry[] {
  return figures.map(({ key, value }): FigureEntry => {
    const id = key.text;
    switch (value.form) {
      case 'no-value':
        return {
          id,
          figure: value.value.figure,
          carried: [],
          reason: value.value['no-value'],
          missing: [],
          quoted: false,
        };
      case 'written':
        return { id, quoted: true, ...quoted(value.value.figure, value.value.written, [cited, before]) };
      case 'plain':
        return { id, quoted: false, ...compared(value.value, [cited, before]) };
    }
  });
}

type Found = Pick<FigureEntry, 'figure' | 'carried' | 'missing'>;

/** Citations of the newest versions, then of those before them. */
type InTurn = readonly (readonly Citation[])[];

/** A figure whose values are compared with those of the policies. */
function compared(figure: string, inTurn: InTurn): Found {
  const amounts = amountsIn(figure);
  const found = amounts.map((amount) => ({
    amount,
    at: first(inTurn, (cited) => carrierOf(amount, isRate(figure), cited)),
  }));
  return {
    figure,
    carried: found.flatMap(({ at }) => (at === undefined ? [] : [at])),
    missing:
      amounts.length === 0 ? [figure] : found.flatMap(({ amount, at }) => (at === undefined ? [amount.text] : [])),
  };
}

/**
 * A figure that is no number in the policy (`the same day`, `3 conditions`): the register quotes what stands for it. Several
 * quotations are as many as the figure counts.
 */
function quoted(figure: string, written: readonly string[], inTurn: InTurn): Found {
  const found = written.map((text) => ({ text, at: first(inTurn, (cited) => quotedAt(text, cited)) }));
  const [counted, ...more] = amountsIn(figure);
  const miscounted =
    written.length > 1 && counted?.of === 'count' && more.length === 0 && counted.number !== String(written.length);
  return {
    figure,
    carried: found.flatMap(({ at }) => (at === undefined ? [] : [at])),
    missing: [
      ...(miscounted ? [counted.text] : []),
      ...found.flatMap(({ text, at }) => (at === undefined ? [text] : [])),
    ],
  };
}

function quotedAt(text: string, cited: readonly Citation[]): CarriedFigure | undefined {
  const found = (part: YamlNode | undefined, { read }: Citation): CarriedFigure | undefined => {
    const span = part && placeOf(text, part);
    return span && { value: text, policy: read.policy.policy.text, span, counted: false };
  };
  return first(cited, (one) => found(one.part, one)) ?? first(cited, (one) => found(rootOf(one.read), one));
}

function carrierOf(wanted: Amount, rate: boolean, cited: readonly Citation[]): CarriedFigure | undefined {
  return (
    first(cited, (citation) => inPart(wanted, rate, citation)) ?? first(cited, (citation) => inPolicy(wanted, citation))
  );
}

function inPart(wanted: Amount, rate: boolean, { part, path, read }: Citation): CarriedFigure | undefined {
  const same = carriedBy(part).filter(({ amount, counted }) =>
    counted
      ? !rate && isSame(amount, wanted)
      : isSame(amount, wanted) || (path.length > 0 && isUnitLeftOut(amount, wanted)),
  );
  // A number that is written says more than a list that happens to be as long.
  const best = same.find(({ counted }) => !counted) ?? same[0];
  return best && { value: wanted.text, policy: read.policy.policy.text, span: best.span, counted: best.counted };
}

/** A row that cites the clause may count days or months without naming them: `trigger: 2` under a column of days. */
function isUnitLeftOut(written: Amount, wanted: Amount): boolean {
  if (!['minutes', 'days', 'months'].includes(wanted.of)) return false;
  const [digits] = /^[\d.]+/.exec(wanted.text) ?? [];
  return written.text === digits;
}

/** Elsewhere in the policy only what is written counts. */
function inPolicy(wanted: Amount, { read }: Citation): CarriedFigure | undefined {
  const root = rootOf(read);
  const same = root && carriedBy(root).find(({ amount, counted }) => !counted && isSame(amount, wanted));
  return same && { value: wanted.text, policy: read.policy.policy.text, span: same.span, counted: false };
}

function first<T, Found>(items: readonly T[], find: (item: T) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
