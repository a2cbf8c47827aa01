import { filesNotCommitted } from './git-changes.ts';
import { remotePage, type RemotePage } from './git-remote.ts';
import { repositoryOf, type Repository } from './git.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import { runGit } from './run-git.ts';

/** How the repository stands that a handbook lies in. */
export interface Standing {
  readonly repository: Repository;
  /** Undefined where none is checked out. */
  readonly branch?: string;
  /** Undefined before the first commit. */
  readonly commit?: string;
  /** `Name <address>` of who would commit; undefined where git has not been told. */
  readonly author?: string;
  readonly remote?: Remote;
  /** Files of the handbook that are not as in the commit, below its folder. */
  readonly uncommitted: readonly string[];
}

export interface Remote {
  readonly name: string;
  readonly page?: RemotePage;
  /** The branch that others work on, where the clone knows it. */
  readonly mainBranch?: string;
}

export async function standingOf(dir: string): Promise<Standing | Unreadable> {
  const repository = await repositoryOf(dir);
  if (isUnreadable(repository)) return repository;
  const { root, folder } = repository;
  const [branch, commit, author] = await Promise.all([
    firstLine(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    firstLine(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']),
    // Without this git would make up an address from the name of the machine.
    firstLine(root, ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT']),
  ]);
  const remote = await remoteOf(root, branch);
  const prefix = folder === '' ? 0 : folder.length + 1;
  const uncommitted = (await filesNotCommitted(repository)).map(({ path }) => path.slice(prefix));
  return {
    repository,
    ...(branch === undefined ? {} : { branch }),
    ...(commit === undefined ? {} : { commit }),
    ...(author === undefined ? {} : { author: author.replace(/ \d+ [+-]\d+$/, '') }),
    ...(remote === undefined ? {} : { remote }),
    uncommitted,
  };
}

/** What a command prints; undefined where it fails or prints nothing. */
async function firstLine(root: string, argv: readonly string[]): Promise<string | undefined> {
  const ran = await runGit(root, argv);
  const line = 'out' in ran ? (ran.out.split('\n')[0] ?? '') : '';
  return line === '' ? undefined : line;
}

/** The remote of the branch, else `origin`, else the only one. */
async function remoteOf(root: string, branch: string | undefined): Promise<Remote | undefined> {
  const ran = await runGit(root, ['remote']);
  const names = 'out' in ran ? ran.out.split('\n').filter((name) => /^[^-]/.test(name)) : [];
  const tracked = branch === undefined ? undefined : await firstLine(root, ['config', `branch.${branch}.remote`]);
  const only = names.length === 1 ? names[0] : undefined;
  const name = [tracked, 'origin', only].find((one) => one !== undefined && names.includes(one));
  if (name === undefined) return undefined;
  const [address, head] = await Promise.all([
    firstLine(root, ['remote', 'get-url', '--push', name]),
    firstLine(root, ['symbolic-ref', '--quiet', '--short', `refs/remotes/${name}/HEAD`]),
  ]);
  const page = address === undefined ? undefined : remotePage(address);
  const mainBranch = head?.slice(name.length + 1);
  return { name, ...(page === undefined ? {} : { page }), ...(mainBranch === undefined ? {} : { mainBranch }) };
}
