/** `bylaw/node`: bundles from files, for hosts that run on Node. */
export { loadBundle, type LoadOptions } from './host/bundle/load-bundle.ts';
