import { outputOf, type Place } from './place.ts';
import { undetermined, withFlags, type Result, type Why } from './result.ts';

/**
 * What active interpretations make of a result: flags, and in source-only mode nothing determined where the source itself
 * does not say it.
 */
export function marked(ids: readonly string[], own: boolean, place: Place, value: () => Result): Result {
  const { program, sourceOnly } = place.question;
  const flags: string[] = [];
  const reasons: Why[] = [];
  for (const id of ids) {
    const about = program.interpretations[id]!.about;
    if (about !== 'convention') flags.push(id);
    if (about === 'fills' || about === 'chooses') reasons.push({ code: 'interpretation', gap: id });
  }
  if (own) reasons.push({ code: 'own-figure', gap: outputOf(place) });
  return sourceOnly && reasons.length > 0 ? undetermined(...reasons) : withFlags(flags, value());
}
