import type { Sources, ReadPolicy } from '../program/read.ts';
import type { Word } from '../shape/schema.ts';
import type { YamlNode } from '../yaml/node.ts';

/** What worked examples that count (not taken from the evaluator) ask of policies that are there. */
export interface Asked {
  /** Decisions that are there and asked. */
  readonly decisions: ReadonlySet<string>;
  /** Clauses that such a case cites. */
  readonly clauses: ReadonlyMap<string, Word>;
}

/** Reads the cases against the outputs that policies declare; nothing is linked or evaluated. */
export function askedOf({ cases }: Sources, policies: readonly ReadPolicy[]): Asked {
  const known = new Set(policies.flatMap(decisionsOf));
  const decisions = new Set<string>();
  const clauses = new Map<string, Word>();
  for (const { value } of cases) {
    const [first] = value['cases-of'];
    for (const one of value.cases) {
      if (one.recorded ?? value.recorded ?? false) continue;
      const written = [
        ...(one.expect ?? []).map(({ key }) => key.text),
        ...(one['source-only'] ?? []).map(({ key }) => key.text),
        ...(one.columns ?? []).filter((_, i) => saysSomething(one.rows ?? [], i)).map(({ text }) => text),
        ...(one.matrix === undefined ? [] : [one.matrix.text]),
      ];
      const asked = written.map((name) => fullName(name, first?.text ?? '')).filter((name) => known.has(name));
      for (const name of asked) decisions.add(name);
      if (asked.length > 0) for (const clause of one.cites ?? []) clauses.set(clause.text, clause);
    }
  }
  return { decisions, clauses };
}

/** A column in which every answer is left open only tells on which days there is a version, and nothing of what a clause says. */
function saysSomething(rows: readonly YamlNode[], column: number): boolean {
  return rows.some((row) => {
    const cell = row.yaml === 'list' ? row.items[column] : undefined;
    return cell !== undefined && !(cell.yaml === 'scalar' && cell.text === 'undetermined');
  });
}

/** The full names of the decisions that a policy declares. */
export function decisionsOf({ policy, declaration }: ReadPolicy): readonly string[] {
  return declaration.outputs.flatMap(({ name, hidden }) => (hidden ? [] : [`${policy.policy.text}.${name.text}`]));
}

/** `.amount on post` is the decision `policy.amount`. */
function fullName(written: string, policy: string): string {
  const name = written.trim().replace(/\s+on\s.*$/, '');
  return name.startsWith('.') ? `${policy}${name}` : name;
}
