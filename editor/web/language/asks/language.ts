import { completions, hover } from '../../../../engine/service/language/index.ts';

/** What the text asks about a place in it. */
export const languageAsks = { completions, hover } as const;
