import {
  colours,
  completions,
  definition,
  fileParts,
  fixes,
  formatting,
  hover,
  inlays,
  references,
  renamable,
  rename,
  signature,
} from '../../../../engine/service/language/index.ts';

/** What the text asks about a place in it. */
export const languageAsks = {
  colours,
  completions,
  definition,
  fileParts,
  fixes,
  formatting,
  hover,
  inlays,
  references,
  renamable,
  rename,
  signature,
} as const;
