import type { Ir } from '../ir/ir.ts';
import type { Gap, Interpretation } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import type { InterpretationEntry } from '../kinds/head.ts';
import { remembered } from '../source/remembered.ts';
import type { ReadPolicy, Sources } from './read.ts';

/** Ordinary readings of the whole handbook: `handbook#id`. */
export function conventionsOf(sources: Sources): readonly Interpretation[] {
  return (sources.manifest?.value.conventions ?? []).map((convention) => ({
    id: `handbook#${convention.id.text}`,
    about: 'convention',
    clauses: (convention.clauses ?? []).map(({ text }) => text),
    question: convention.question,
    answer: convention.answer,
    status: statusOf(convention),
    origin: convention.id.span,
  }));
}

interface Recorded {
  readonly interpretations: readonly Interpretation[];
  readonly gaps: readonly Gap[];
}

export const interpretationsOf: (read: ReadPolicy) => Recorded = remembered(({ policy }: ReadPolicy): Recorded => {
  const name = policy.policy.text;
  return {
    interpretations: (policy.interpretations ?? []).map((entry) => ({
      id: `${name}#${entry.id.text}`,
      about: entry.about,
      clauses: [entry.clause.text],
      question: entry.question,
      answer: entry.answer,
      status: statusOf(entry),
      origin: entry.id.span,
    })),
    gaps: (policy.gaps ?? []).map(({ id, clause, says }) => ({
      id: `${name}#${id.text}`,
      ...(clause === undefined ? {} : { clause: clause.text }),
      says,
      origin: id.span,
    })),
  };
});

function statusOf({ decided }: Pick<InterpretationEntry, 'decided'>): Interpretation['status'] {
  return decided === undefined ? 'proposed' : { by: decided.by.text, date: decided.date.iso };
}

/** Ids of the interpretations that pieces of IR rest on. */
export function restedOn(irs: readonly Ir[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const ir of irs) {
    for (const node of nodes(ir)) {
      if (node.op === 'mark') for (const id of node.interpretations) found.add(id);
      else if (node.op === 'round') for (const id of node.marks) found.add(id);
      else if (node.op === 'reading') found.add(node.interpretation);
    }
  }
  return found;
}
