import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Ir, Table } from '../../ir/ir.ts';
import type { Value } from '../../ir/value.ts';
import { compareExact, parseExact } from '../../value/exact.ts';
import { printValue } from '../../value/print.ts';
import type { Combination, World } from './combinations.ts';
import type { Line } from './lines.ts';
import { sanctionsMessages as messages } from './messages.ts';
import { witnessLine } from '../witness-line.ts';

/**
 * Lines of a graver case that cost less than one of a milder case: in the most severe measure in which the two differ. Where that
 * is no written value, nothing is said.
 */
export function milderLines(
  lines: readonly Line[],
  combinations: readonly Combination[],
  world: World,
): readonly Diagnostic[] {
  return lines.flatMap((worse, i) => {
    const shown = combinations.find(
      ({ met, witness }) => met[0] === worse && met.length === 1 && witness !== undefined,
    );
    if (shown?.witness === undefined) return [];
    for (const better of lines.slice(i + 1)) {
      const differs = firstDifference(worse, better, world);
      if (differs === undefined) continue;
      const { words } = world.context;
      const args = {
        violation: worse.violation.text,
        worse: worse.key.text,
        better: better.key.text,
        measure: differs.measure,
        values: [printValue(differs.worse, words), printValue(differs.better, words)] as const,
        witness: witnessLine(shown.witness),
      };
      const related = [{ span: better.key.span, message: { en: 'This is the milder case.', zh: '此为较轻的情节。' } }];
      return [messages.milder(args, worse.key.span, { related, witness: shown.witness })];
    }
    return [];
  });
}

/** The most severe measure in which two lines differ, where the worse case costs less. */
function firstDifference(
  worse: Line,
  better: Line,
  { policy, lowered }: World,
): { readonly measure: string; readonly worse: Value; readonly better: Value } | undefined {
  for (const { key } of policy.measures.toReversed()) {
    const table = lowered.get(`${key.text}/each`) ?? lowered.get(key.text);
    const [one, other] = [worse, better].map((line) => writtenValue(line, table));
    if (one === undefined || other === undefined) return undefined;
    const order = compareSeverity(one, other);
    if (order !== 0) return order < 0 ? { measure: key.text, worse: one, better: other } : undefined;
  }
  return undefined;
}

/** What the line imposes when nothing but its own condition matters; undefined where it is computed or left open. */
function writtenValue({ imposed }: Line, ir: Ir | undefined): Value | undefined {
  const row = ir === undefined ? undefined : tableIn(ir)?.rows.find(({ origin }) => origin === imposed.span);
  return row === undefined ? undefined : literalOf(row.value);
}

/** The lines of a measure; money is rounded around them. */
export function tableIn(ir: Ir): Table | undefined {
  const inner = ir.op === 'round' ? ir.value : ir;
  return inner.op === 'table' ? inner : undefined;
}

function literalOf(ir: Ir): Value | undefined {
  switch (ir.op) {
    case 'literal':
      return ir.value;
    case 'mark':
      return literalOf(ir.value);
    case 'reading':
      return literalOf(ir.taken);
    case 'choose':
      return ir.arms[0] === undefined ? undefined : literalOf(ir.arms[0].value);
    default:
      return undefined;
  }
}

function compareSeverity(a: Value, b: Value): number {
  if (a.is === 'boolean' && b.is === 'boolean') return Number(a.truth) - Number(b.truth);
  return 'digits' in a && 'digits' in b ? compareExact(parseExact(a.digits), parseExact(b.digits)) : 0;
}
