import type { Completion } from './completion.ts';
import type { Place } from './complete-keys.ts';

/** What a value may be at the cursor. */
export function valueCompletions({ at, path, cursor }: Place): readonly Completion[] {
  if (at.role !== 'value') return [];
  const span = { file: path, start: at.scalar.textStart, end: cursor.offset };
  const word = (label: string, rank: number): Completion => ({ label, sort: 'value', insert: label, span, rank });
  return at.allowed.flatMap((schema) => {
    switch (schema['x-bylaw']) {
      case 'choice':
        return schema.enum.map(word);
      case 'truth':
        return ['true', 'false'].map(word);
      default:
        return [];
    }
  });
}
