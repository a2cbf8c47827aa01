import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findHandbook } from '../../engine/host/find-handbook.ts';
import { readHandbookFolder } from '../../engine/host/handbook-folder.ts';
import { isUnreadable } from '../../engine/tables/unreadable.ts';
import { openWorkspace, removeFile, updateFiles, type Texts, type Workspace } from '../../engine/service/index.ts';

/** A handbook of the client's folders: its files as they lie on disk, under the texts that are open. */
export interface OpenHandbook {
  /** The client's folder that it was found for, as an address. */
  readonly folder: string;
  readonly dir: string;
  workspace: Workspace;
  /** Texts that are not in the workspace yet, so that fast typing is read once. */
  readonly waiting: Map<string, string>;
}

/** A file and the handbook that it belongs to. */
export interface Located {
  readonly handbook: OpenHandbook;
  readonly path: string;
}

/** The handbook of a folder of the client; one that holds none is told and stays empty, so that open texts are still helped. */
export async function openHandbook(folder: string, tell: (why: Texts) => void): Promise<OpenHandbook> {
  const found = findHandbook(folder);
  const dir = isUnreadable(found) ? folder : found;
  if (isUnreadable(found)) tell(found.unreadable);
  const files = isUnreadable(found) ? [] : await filesIn(dir, tell);
  return { folder: pathToFileURL(folder).href, dir, workspace: openWorkspace(files), waiting: new Map() };
}

type Files = Parameters<typeof openWorkspace>[0];

async function filesIn(dir: string, tell: (why: Texts) => void): Promise<Files> {
  try {
    return (await readHandbookFolder(dir)).files;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ en: `The folder ${dir} cannot be read: ${why}`, zh: `无法读取文件夹 ${dir}：${why}` });
    return [];
  }
}

/** Reads the folder again: what changed on disk counts, except where the text is open. */
export async function readAgain(
  handbook: OpenHandbook,
  open: ReadonlyMap<string, string>,
  tell: (why: Texts) => void,
): Promise<void> {
  const files = await filesIn(handbook.dir, tell);
  const texts = new Map([...files.map(({ path, text }) => [path, text] as const), ...open]);
  handbook.waiting.clear();
  const gone = [...handbook.workspace.readings.keys()].filter((path) => !texts.has(path));
  const kept = gone.reduce(removeFile, handbook.workspace);
  handbook.workspace = updateFiles(kept, filesOf(texts));
}

const filesOf = (texts: ReadonlyMap<string, string>): Files => [...texts].map(([path, text]) => ({ path, text }));

/** The handbook's workspace with all that was typed. */
export function upToDate(handbook: OpenHandbook): Workspace {
  handbook.workspace = updateFiles(handbook.workspace, filesOf(handbook.waiting));
  handbook.waiting.clear();
  return handbook.workspace;
}

/** Which handbook a document is of: the innermost folder that holds it. */
export function locate(uri: string, handbooks: readonly OpenHandbook[]): Located | undefined {
  const file = pathOf(uri);
  if (file === undefined || !file.endsWith('.yaml')) return undefined;
  const around = handbooks
    .filter(({ dir }) => file.startsWith(dir + sep))
    .toSorted((a, b) => b.dir.length - a.dir.length);
  const [handbook] = around;
  if (handbook === undefined) return undefined;
  return {
    handbook,
    path: file
      .slice(handbook.dir.length + 1)
      .split(sep)
      .join('/'),
  };
}

export const uriOf = ({ dir }: OpenHandbook, path: string): string => pathToFileURL(`${dir}${sep}${path}`).href;

/** The path that an address names; undefined when it names no file of this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
