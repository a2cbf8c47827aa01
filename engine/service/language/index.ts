/** What editors ask about a place of a text: pure functions of the workspace, in offsets, with plain answers. */
export { completions, type Completion, type CompletionSort } from './completion.ts';
export { hover, type Hover } from './hover.ts';
