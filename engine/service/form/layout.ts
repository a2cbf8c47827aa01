/**
 * Which columns of wide grids stand in front, by the key of the list: what is left stands below each row. Grids that are not
 * named here have all their columns in front.
 */
export const front: Readonly<Record<string, readonly string[]>> = {
  bands: ['grade', 'in', 'rests-on', 'cites'],
  cases: ['id', 'title.zh', 'title.en', 'at', 'cites'],
  choose: ['when', 'value', 'otherwise', 'rests-on', 'cites'],
  clauses: ['id', 'title.zh', 'title.en', 'form', 'topic'],
  conventions: ['id', 'clauses', 'status', 'decided.by', 'decided.date'],
  criteria: ['id', 'title.zh', 'title.en', 'weight', 'rests-on', 'cites'],
  decisions: ['#key', 'title.zh', 'title.en', 'value', 'rests-on', 'cites'],
  departments: ['#key', 'title.zh', 'title.en', 'within', 'head-count', 'cites'],
  facts: ['#key', 'title.zh', 'title.en', 'type', 'unit', 'range', 'subject'],
  gates: ['id', 'title.zh', 'title.en', 'opens-when', 'cites'],
  interpretations: ['id', 'clause', 'about', 'status'],
  measures: ['#key', 'title.zh', 'title.en', 'type', 'unit', 'cites'],
  outputs: ['#key', 'title.zh', 'title.en', 'type', 'cites'],
  parameters: ['title.zh', 'value', 'owner', 'title.en', 'cites', '#key'],
  posts: ['#key', 'title.zh', 'title.en', 'department', 'reports-to', 'head-count', 'cites'],
  provisions: ['id', 'who', 'cites'],
  risks: ['id', 'title.zh', 'title.en', 'owner', 'controls', 'cites'],
  rules: ['id', 'title.zh', 'title.en', 'when', 'tell', 'deadline', 'cites'],
  slots: ['slot', 'from', 'before', 'rests-on', 'cites'],
  steps: ['id', 'title.zh', 'title.en', 'role', 'deadline', 'after', 'cites'],
  tiers: ['in', 'rate', 'amount', 'rests-on', 'cites', 'origin'],
};

/** The keys that every file begins with. */
export const head: readonly string[] = [
  'title',
  'effective',
  'published',
  'because',
  'owner',
  'cites',
  'scope',
  'policy',
  'handbook',
  'cases-of',
  'kind',
  'version',
];

/** Of those, what the machine calls the file: nobody changes it from day to day, so it stands last. */
export const names: readonly string[] = ['scope', 'policy', 'handbook', 'kind', 'version'];

/** What people change most stands first of the rules. */
export const first: readonly string[] = [
  'tiers',
  'rows',
  'criteria',
  'bands',
  'violations',
  'parameters',
  'decisions',
  'provisions',
  'steps',
  'slots',
];

/** What stands behind the rules themselves. */
export const tail: readonly string[] = [
  'applies-when',
  'requires',
  'each',
  'define',
  'round',
  'period',
  'split',
  'period-rule',
  'replaces',
  'gaps',
  'interpretations',
];
