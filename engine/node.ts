/** `bylaw/node`: bundles from files, and a log of what was decided, for hosts that run on Node. */
export { loadBundle, type LoadOptions } from './host/bundle/load-bundle.ts';
export { openDecisionLog, type DecisionLog, type LogEntry, type LogOptions } from './host/decision-log/open-log.ts';
export { sealsBy } from './host/pseudonyms.ts';
