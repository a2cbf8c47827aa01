/** The interpretations that wait for a decision, what rests on them, and deciding them. */
export { decide, type Deciding } from './deciding.ts';
export { inboxOf, type InboxEntry } from './inbox.ts';
export { standingOf, type Standing } from './standing.ts';
export { touchedBy, type Touched } from './touched.ts';
