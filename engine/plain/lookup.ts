import { apart, isEmpty } from './span.ts';
import type { Branching, Never, Plain, PlainNumber, PlainTruth, Span } from './tree.ts';

/** What picks one of its branches by the span that a number lies in; no number lies in two. */
export interface Lookup<Of> {
  readonly by: PlainNumber;
  readonly spans: readonly Span[];
  readonly widest: number;
  readonly branches: readonly (Of | Never)[];
  /** Where the number lies in none. */
  readonly otherwise: Of | Never;
}

/** A scale, or a table of one column of numbers whose rows do not overlap. */
export function lookupOf<Of extends Plain>(does: Branching<Of> | { readonly op: string }): Lookup<Of> | undefined {
  const found = does as Branching<Of>;
  if (found.op === 'bands') {
    return filled({ ...found, otherwise: { is: 'never' } });
  }
  if (found.op !== 'first' && found.op !== 'unique') return undefined;
  const tests = found.when.map(betweenOf);
  const [first] = tests;
  if (first === undefined || !tests.every((test) => test !== undefined)) return undefined;
  const same = (of: PlainNumber): boolean => of === first.of || (key(of) !== undefined && key(of) === key(first.of));
  const spans = tests.flatMap((test) => (test === undefined ? [] : [test.span]));
  if (!tests.every((test) => test !== undefined && same(test.of)) || !apart(spans)) return undefined;
  const widest = Math.min(...tests.map((test) => test?.widest ?? 0));
  const branches = found.branches.slice(0, -1);
  return filled({ by: first.of, spans, widest, branches, otherwise: found.branches.at(-1) ?? { is: 'never' } });
}

/** Without the spans that hold nothing, which would stand between a number and its span. */
function filled<Of>({ by, spans, widest, branches, otherwise }: Lookup<Of>): Lookup<Of> {
  const holds = (_any: unknown, i: number): boolean => spans[i] !== undefined && !isEmpty(spans[i]);
  return { by, spans: spans.filter(holds), widest, branches: branches.filter(holds), otherwise };
}

function betweenOf({ does }: PlainTruth): Extract<PlainTruth['does'], { op: 'between' }> | undefined {
  return does.op === 'between' ? does : undefined;
}

/** Names a number that stands at several places, at one scale. */
function key({ does, scale }: PlainNumber): string | undefined {
  switch (does.op) {
    case 'shared':
      return `${does.at} ${scale}`;
    case 'fact':
      return `fact ${does.slot}`;
    case 'scaled': {
      const of = key(does.of);
      return of === undefined ? undefined : `${of} × ${does.factor}`;
    }
    default:
      return undefined;
  }
}
