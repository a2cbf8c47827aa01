import { openWorkspace, updateFile, type Workspace } from '../../engine/service/index.ts';
import { changedTexts, policyTexts } from '../support/policies.ts';

/** The head's commission, which the tests of the service read and change. */
export const head = 'pay/commission.head.yaml';

export const workspace: Workspace = openWorkspace(Object.entries(policyTexts).map(([path, text]) => ({ path, text })));

export function textOf(path: string): string {
  const text = policyTexts[path];
  if (text === undefined) throw new Error(`policies/ has no ${path}`);
  return text;
}

/** The handbook with one text of a file replaced. */
export function changed(file: string, find: string, replace: string): Workspace {
  return updateFile(workspace, file, changedTexts({ file, find, replace })[file] ?? '');
}
