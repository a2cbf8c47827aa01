import type { Ir } from '../ir/ir.ts';
import { meant } from '../ir/meant.ts';
import { nodes } from '../ir/walk.ts';
import type { Decision } from '../ir/program.ts';

/** Do two pieces of IR mean the same? Places, citations and labels are no meaning. */
export function sameMeaning(a: unknown, b: unknown): boolean {
  return meaningText(a) === meaningText(b);
}

/** The meaning of a piece as text: the same text is the same meaning. */
export function meaningText(of: unknown): string | undefined {
  return JSON.stringify(of, meaningOnly);
}

function meaningOnly(key: string, value: unknown): unknown {
  // How the handbook rounds is the manifest's meaning, told once, and not that of every policy.
  if (isIr(value) && value.op === 'round' && value.declaredBy === 'handbook') return { ...value, to: '', mode: '' };
  return meant(key, value);
}

/** Do two pieces of IR mean the same whatever they rest on? */
export function sameUnmarked(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, unmarkedOnly) === JSON.stringify(b, unmarkedOnly);
}

function unmarkedOnly(key: string, value: unknown): unknown {
  const meaning = meaningOnly(key, isIr(value) ? unmarked(value) : value);
  return isIr(meaning) && meaning.op === 'round' ? { ...meaning, marks: [] } : meaning;
}

function unmarked(ir: Ir): Ir {
  if (ir.op === 'mark') return unmarked(ir.value);
  return ir.op === 'reading' ? unmarked(ir.taken) : ir;
}

const isIr = (value: unknown): value is Ir => typeof value === 'object' && value !== null && 'op' in value;

/** The readings of pieces of IR of which what was not taken says something else on the other side, by their interpretations. */
export function otherwiseChanged(was: readonly Ir[], is: readonly Ir[]): readonly string[] {
  const [before, after] = [was, is].map(otherwiseOf);
  if (before === undefined || after === undefined) return [];
  return [...before].flatMap(([id, said]) => (after.has(id) && after.get(id) !== said ? [id] : []));
}

/** By interpretation: what all its readings say that was not taken. */
function otherwiseOf(irs: readonly Ir[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const ir of irs) {
    for (const node of nodes(ir)) {
      if (node.op !== 'reading') continue;
      const { interpretation, otherwise } = node;
      found.set(interpretation, `${found.get(interpretation) ?? ''} ${meaningText(otherwise) ?? ''}`);
    }
  }
  return found;
}

/** What tells whether two decisions are the same. */
export function meaningOf({ type, takes, appliesWhen, requires, body }: Decision): unknown {
  return {
    type,
    takes,
    appliesWhen,
    requires: requires.map(({ that }) => that),
    body: body.is === 'ir' ? body.ir : body.is,
  };
}

/** Takes off what only marks or rounds: what is left decides. */
export function bare(ir: Ir): Ir {
  return ir.op === 'mark' || ir.op === 'round' ? bare(ir.value) : ir;
}

/** Ids of the interpretations that a place rests on, and whether its figure is the company's own. */
export function marksOf(ir: Ir): readonly string[] {
  if (ir.op === 'round') return marksOf(ir.value);
  return ir.op === 'mark' ? [...ir.interpretations, ...(ir.own ? [own] : []), ...marksOf(ir.value)] : [];
}

/** Stands among the marks of a place for the company's own figure. */
export const own = 'own';
