import type { Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';

/** Do two pieces of IR mean the same? Places, citations and labels are no meaning. */
export function sameMeaning(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, meaningOnly) === JSON.stringify(b, meaningOnly);
}

const noMeaning = new Set(['origin', 'cites', 'label', 'title', 'span']);

function meaningOnly(key: string, value: unknown): unknown {
  return noMeaning.has(key) ? undefined : value;
}

/** Does a decision mean the same in both versions: what it computes, when it applies, what it requires? */
export function sameDecision(a: Decision, b: Decision): boolean {
  const meaning = ({ type, takes, appliesWhen, requires, body }: Decision): unknown => ({
    type,
    takes,
    appliesWhen,
    requires: requires.map(({ that }) => that),
    body: body.is === 'ir' ? body.ir : body.is,
  });
  return sameMeaning(meaning(a), meaning(b));
}

/** Takes off what only marks or rounds: what is left decides. */
export function bare(ir: Ir): Ir {
  return ir.op === 'mark' || ir.op === 'round' ? bare(ir.value) : ir;
}

/** Ids of the interpretations that a place rests on, and whether its figure is the company's own. */
export function marksOf(ir: Ir): readonly string[] {
  if (ir.op === 'round') return marksOf(ir.value);
  return ir.op === 'mark' ? [...ir.interpretations, ...(ir.own ? ['own'] : []), ...marksOf(ir.value)] : [];
}
