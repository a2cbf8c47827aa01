/** What editors ask about a text: pure functions of the workspace, in offsets, with plain answers. */
export { colourNames, type ColourName } from './colour-names.ts';
export { colours, type Colour } from './colours.ts';
export { completions, type Completion, type CompletionSort } from './completion.ts';
export { fixes, type OfferedFix } from './fixes.ts';
export { formatting } from './formatting.ts';
export { hover, type Hover } from './hover.ts';
export { inlays, type Inlay } from './inlays.ts';
export { fileParts, type FilePart } from './outline.ts';
export { definition, references } from './references.ts';
export { renamable, rename, type Renamable, type Renamed } from './rename.ts';
export { signature, type Signature } from './signature.ts';
