import { assemble, type Handbook } from '../program/handbook.ts';
import { readFile, type FileReading } from '../program/read.ts';
import { sourceFile } from '../source/source-file.ts';

/** A handbook as an editor holds it: all texts, each read once for as long as it stays the same. Plain data, never changed. */
export interface Workspace {
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

/** The workspace with one file's text replaced, or with one file more. */
export function updateFile(workspace: Workspace, path: string, text: string): Workspace {
  if (workspace.readings.get(path)?.file.text === text) return workspace;
  return workspaceOf(new Map(workspace.readings).set(path, readFile(sourceFile(path, text))));
}

function workspaceOf(readings: ReadonlyMap<string, FileReading>): Workspace {
  return { readings, handbook: assemble([...readings.values()]) };
}
