import type { Options } from 'minisearch';

/** One thing that the search finds. */
export interface Entry {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  /** What it is, in the language of the page. */
  readonly sort: string;
  readonly href: string;
  /** The beginning of its text, to be shown. */
  readonly shown: string;
}

/** What the index and the page agree on; plain data, since the page gets it as JSON. */
export const indexOptions = {
  fields: ['title', 'text'],
  storeFields: ['title', 'sort', 'href', 'shown'],
} as const satisfies { readonly [Key in 'fields' | 'storeFields']: Options<Entry>[Key] | readonly string[] };

/** All words must be there, the last letters of each may be missing, titles count more. */
export const queryOptions = { combineWith: 'AND', prefix: true, boost: { title: 4 } } as const;
