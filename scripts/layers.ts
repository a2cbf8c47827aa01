/**
 * The import order of the engine's folders: each imports only from folders above it in this list. Folders on one line are
 * siblings and do not import each other. The dependency check and the architecture test read this; say it nowhere else.
 */
export const layers: readonly (readonly string[])[] = [
  ['source'],
  ['diagnostic'],
  ['ir'],
  ['value'],
  ['yaml'],
  ['expression'],
  ['shape'],
  ['proof'],
  ['kinds'],
  ['program'],
  ['tables'],
  ['format'],
  ['plain'],
  ['evaluate', 'compile', 'emit', 'bundle'],
  ['telling'],
  ['blocks', 'embed', 'slips', 'recalculate', 'symbolic'],
  ['findings', 'decision-log'],
  ['cases'],
  ['review', 'ledger', 'mutants'],
  ['service'],
  ['site'],
  ['host'],
  ['cli'],
];

/** What reads a Program knows nothing of how it was written: of the folders above, these are all it imports. */
export const backends = {
  folders: ['plain', 'evaluate', 'compile', 'emit'],
  mayImport: ['source', 'value', 'diagnostic', 'ir', 'program', 'plain'],
};

/** A host that loads a bundle carries none of these: nothing that these folders reach may import them. */
export const runtime = {
  folders: ['plain', 'evaluate', 'compile', 'bundle', 'telling', 'embed'],
  without: ['ajv', 'chevrotain', 'typebox', 'yaml'],
};

/** All that the editor and the servers see of the engine; its service speaks in plain data. The page also shows pages of the site, and knows the calendar. */
export const doors = [
  'engine/index.ts',
  'engine/runtime.ts',
  'engine/explain.ts',
  'engine/facts.ts',
  'engine/node.ts',
  'engine/service/',
  'engine/site/page-of.ts',
  'engine/site/charts/layered.ts',
  'engine/site/style.ts',
  'engine/host/',
  'engine/tables/unreadable.ts',
  'engine/value/calendar.ts',
];

/** Only here may code touch files, clock, network, console and process. The rest of the engine also runs in a browser. */
export const outside = ['engine/cli/', 'engine/host/', 'editor/server/', 'editor/lsp/', 'server/'];
