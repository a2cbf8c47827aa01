/**
 * `bylaw/language`: what editors ask about the texts of a handbook, as pure functions over plain data: diagnostics, completion,
 * hover, definition, rename, formatting. `openWorkspace` takes the texts; each change gives the next workspace.
 */
export * from './service/language/index.ts';
export { openWorkspace, removeFile, updateFile, updateFiles, type FileText, type Workspace } from './service/index.ts';
