import { readHandbookFolder } from '../../engine/host/handbook-folder.ts';
import { openWorkspace, updateFile, type Workspace } from '../../engine/service/index.ts';

/** The head's commission, which the tests of the service read and change. */
export const head = 'pay/commission.head.yaml';

const { files } = await readHandbookFolder('policies');
export const workspace: Workspace = openWorkspace(files);

export function textOf(path: string): string {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`policies/ has no ${path}`);
  return file.text;
}

/** The handbook with one text of a file replaced; the text must be there. */
export function changed(path: string, from: string, to: string): Workspace {
  const text = textOf(path);
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  return updateFile(workspace, path, text.replace(from, to));
}
