import type { VersionState } from '../../../engine/service/index.ts';
import type { PageWord } from '../words.ts';

/** How a version stands on the date, in a word. */
export const stateWords = {
  'in-force': 'now',
  future: 'future',
  past: 'past',
  superseded: 'past',
} as const satisfies Record<VersionState, PageWord>;
