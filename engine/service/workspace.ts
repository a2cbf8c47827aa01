import { assemble, type Handbook } from '../program/handbook.ts';
import { readFile, type FileReading } from '../program/read.ts';
import { sourceFile } from '../source/source-file.ts';

/** A handbook as an editor holds it: all texts, each read once for as long as it stays the same. Plain data, never changed. */
export interface Workspace {
  /** By path, in the order of the paths. */
  readonly readings: ReadonlyMap<string, FileReading>;
  readonly handbook: Handbook;
}

export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** Reads all files; mistakes in them are diagnostics of the handbook. */
export function openWorkspace(files: readonly FileText[]): Workspace {
  return workspaceOf(new Map(files.map(({ path, text }) => [path, readFile(sourceFile(path, text))])));
}

/** The workspace with one file's text replaced, or with one file more. Works out only what the change touches. */
export function updateFile(workspace: Workspace, path: string, text: string): Workspace {
  return updateFiles(workspace, [{ path, text }]);
}

/** The same for several files at once. */
export function updateFiles(workspace: Workspace, files: readonly FileText[]): Workspace {
  const changed = files.filter(({ path, text }) => workspace.readings.get(path)?.file.text !== text);
  if (changed.length === 0) return workspace;
  const readings = new Map(workspace.readings);
  for (const { path, text } of changed) readings.set(path, readFile(sourceFile(path, text), readings.get(path)?.file));
  return workspaceOf(readings, workspace.handbook);
}

/**
 * The workspace with another text for one of its files, beside the handbook as it was before: for what looks at the text itself
 * and bears that what the handbook knows of it is a few letters behind, such as completion.
 */
export function withText(workspace: Workspace, path: string, text: string): Workspace {
  const before = workspace.readings.get(path);
  if (before === undefined) throw new Error(`${path} is no file of the workspace`);
  return {
    ...workspace,
    readings: new Map([...workspace.readings, [path, { ...before, file: sourceFile(path, text) }]]),
  };
}

/** The workspace without a file. */
export function removeFile(workspace: Workspace, path: string): Workspace {
  const readings = new Map(workspace.readings);
  return readings.delete(path) ? workspaceOf(readings, workspace.handbook) : workspace;
}

function workspaceOf(unordered: ReadonlyMap<string, FileReading>, before?: Handbook): Workspace {
  const readings = new Map([...unordered].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { readings, handbook: assemble([...readings.values()], before) };
}
