/**
 * `bylaw/explain`: how an outcome came about, and what a decision reads, beside `bylaw/runtime`; apart from it, so that who only
 * decides loads less.
 */
export { describeDecision, listDecisions, type Described, type Listed } from './embed/described.ts';
export { explainDecision } from './embed/explained.ts';
export type { Explained } from './evaluate/evaluate.ts';
export type { Explanation, Step } from './evaluate/explanation.ts';
export { renderExplanation } from './evaluate/render.ts';
