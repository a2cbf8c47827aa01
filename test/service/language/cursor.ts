import { updateFile, type Workspace } from '../../../engine/service/index.ts';
import { workspace } from '../handbook.ts';

/** A file of the test handbook, or a new one, whose text has a mark at the cursor. */
export interface Marked {
  readonly workspace: Workspace;
  readonly path: string;
  readonly offset: number;
}

const mark = '█';

/** A text with the mark `█`, as a file of the handbook of the tests. */
export function marked(text: string, path = 'pay/new.yaml'): Marked {
  const offset = text.indexOf(mark);
  if (offset === -1 || text.lastIndexOf(mark) !== offset) throw new Error(`One ${mark} marks the cursor: ${text}`);
  return { workspace: updateFile(workspace, path, text.replace(mark, '')), path, offset };
}

/** The mark behind the first occurrence of a text in a file of the handbook; `at` says how far inside. */
export function inFile(path: string, found: string, at = 1): Marked {
  const text = workspace.readings.get(path)?.file.text ?? '';
  const start = text.indexOf(found);
  if (start === -1) throw new Error(`${path} does not hold ${found}`);
  return { workspace, path, offset: start + at };
}
