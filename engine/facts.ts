/** `bylaw/facts`: facts that come as JSON text, whose numbers stay exact, for `bylaw/runtime`. */
export { parseFactsJson, type ParsedFacts } from './value/facts-json.ts';
