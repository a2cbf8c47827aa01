import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Register } from '../kinds/documents/register.ts';
import type { Span } from '../source/span.ts';
import { parseYaml } from '../yaml/document.ts';
import { amountsIn, isSame, type Amount } from './amounts.ts';
import { carriedBy, type Citation } from './written.ts';

/** A figure of a clause, and the policy values that carry it. */
export interface FigureEntry {
  readonly id: string;
  readonly figure: string;
  readonly carried: readonly CarriedFigure[];
  /** Why no policy value carries it, where the register says so. */
  readonly reason?: Texts;
  /** What of it no policy that cites the clause carries; the whole figure where it names no value that can be compared. */
  readonly missing: readonly string[];
}

interface CarriedFigure {
  readonly value: string;
  readonly policy: string;
  readonly span: Span;
  /** The policy lists as many entries, rather than writing the number. */
  readonly counted: boolean;
}

/** The figures of a clause against the policies that cite it: the citing part first, then the rest of its policy. */
export function figuresOf(
  { figures = [] }: Register['clauses'][number],
  cited: readonly Citation[],
): readonly FigureEntry[] {
  return figures.map(({ key, value }): FigureEntry => {
    const id = key.text;
    if (value.form !== 'plain') {
      const { figure, 'no-value': reason } = value.value;
      return { id, figure, carried: [], reason, missing: [] };
    }
    const figure = value.value;
    const amounts = amountsIn(figure);
    const found = amounts.map((amount) => ({ amount, at: carrierOf(amount, cited) }));
    return {
      id,
      figure,
      carried: found.flatMap(({ at }) => (at === undefined ? [] : [at])),
      missing:
        amounts.length === 0 ? [figure] : found.flatMap(({ amount, at }) => (at === undefined ? [amount.text] : [])),
    };
  });
}

function carrierOf(wanted: Amount, cited: readonly Citation[]): CarriedFigure | undefined {
  return first(cited, (citation) => inPart(wanted, citation)) ?? first(cited, (citation) => inPolicy(wanted, citation));
}

function inPart(wanted: Amount, { part, path, read }: Citation): CarriedFigure | undefined {
  const same = carriedBy(part).filter(
    ({ amount, counted }) => isSame(amount, wanted) || (!counted && path.length > 0 && isUnitLeftOut(amount, wanted)),
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
  const { root } = parseYaml(read.file);
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
