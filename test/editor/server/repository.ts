import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { folderWith, git, madeFolder, open, type Answered, type Opened } from './desk.ts';

export const version = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A folder with a handbook in `policies/`. */
export const files = {
  'policies/handbook.yaml': 'handbook: h\n',
  'policies/pay/a.yaml': 'a: 1\nb: 2\n',
  'policies/pay/c.yaml': 'c: 1\n',
};
export const change = { path: 'pay/a.yaml', text: 'a: 3\nb: 2\n', basedOn: version('a: 1\nb: 2\n') };
export const message = '最高比率由2.5%改为2.6%\n\nFrom 2027-01-01.';

let first: string;

/** Before and after all tests of a file that has repositories: whoever runs them has settings of their own. */
export function withRepositories(): void {
  beforeAll(() => {
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
    first = madeFolder(files);
    git(first, 'init', '-q', '-b', 'main');
    const settings = '[user]\nname = 李伟\nemail = li@example.org\n[commit]\ngpgsign = false\n';
    appendFileSync(join(first, '.git/config'), settings);
    git(first, 'add', '.');
    git(first, 'commit', '-q', '-m', 'first');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(first, { recursive: true });
  });
}

/** A repository of its own with the handbook, all of it committed on `main`. */
export function repository(): string {
  const root = folderWith({});
  cpSync(first, root, { recursive: true });
  return root;
}

export const openIn = (root: string): Promise<Opened> => open(join(root, 'policies'));

/** What a proposal is answered; of the one change above unless `more` says otherwise. */
export const asked = async (root: string, more: object = {}): Promise<Answered> =>
  (await openIn(root)).ask('POST', '/api/propose', { files: [change], message, ...more });
