import { decide, inboxOf, standingOf, touchedBy } from '../../../../engine/service/inbox/index.ts';

/** What the inbox asks. The last one takes long, and is asked of the worker in the background. */
export const inboxAsks = {
  list: inboxOf,
  standing: standingOf,
  decide,
  touched: touchedBy,
} as const;
