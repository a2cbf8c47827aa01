import type { Texts } from '../diagnostic/diagnostic.ts';
import { interpretationsIn } from '../ledger/interpretations.ts';
import type { Handbook } from '../program/handbook.ts';

/** A handbook in a few numbers, as whoever opens it is greeted with. */
export interface Summary {
  readonly title: Texts | undefined;
  readonly policies: number;
  /** What people can ask of the newest versions. */
  readonly decisions: number;
  readonly errors: number;
  readonly warnings: number;
  /** Interpretations that wait for a decision, as the editor's inbox counts them. */
  readonly openInterpretations: number;
  /** Ordinary readings that nobody has decided; they mark no result, so they wait for nobody. */
  readonly openConventions: number;
}

/** Counts policies once, however many versions they have; one that cannot be read counts as well. */
export function summaryOf(handbook: Handbook): Summary {
  const newest = [...handbook.versions.values()].flatMap(([version]) => (version === undefined ? [] : [version]));
  const names = new Set([...handbook.versions.keys(), ...handbook.sources.broken.map(({ name }) => name)]);
  const count = (severity: string): number =>
    handbook.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const open = interpretationsIn(handbook).filter(({ interpretation }) => interpretation.status === 'proposed');
  const conventions = open.filter(({ interpretation }) => interpretation.about === 'convention');
  return {
    title: handbook.manifest?.title,
    policies: names.size,
    decisions: newest.flatMap(({ decisions }) => decisions.filter(({ hidden }) => !hidden)).length,
    errors: count('error'),
    warnings: count('warning'),
    openInterpretations: open.length - conventions.length,
    openConventions: conventions.length,
  };
}
