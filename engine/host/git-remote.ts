/** A repository's page and how a pull request is begun there, as far as the address of a remote tells. */
export interface RemotePage {
  readonly page: string;
  /** Where a person opens a pull request of `branch` into `base`; undefined where nobody knows the site's way. */
  readonly pullRequest: (branch: string, base: string) => string | undefined;
}

/**
 * The page of a remote: of `https://`, `ssh://` and `git@host:path` addresses; undefined for a folder. User names, passwords
 * and tokens in the address are left out.
 */
export function remotePage(address: string): RemotePage | undefined {
  const found = parts(address.trim());
  if (found === undefined) return undefined;
  const { host, path } = azure(found) ?? found;
  if (!/^[a-z\d.-]+(:\d+)?$/i.test(host) || path === '') return undefined;
  const page = `https://${host}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const site = sites.find(({ is }) => is(host, path));
  return { page, pullRequest: (branch, base) => site?.link(page, q(branch), q(base), path) };
}

const q = encodeURIComponent;

interface Parts {
  readonly host: string;
  readonly path: string;
}

function parts(address: string): Parts | undefined {
  const [, user, host, path] = /^(?:([^@/:]+)@)?([^/:]+):(?!\/\/)(.+)$/.exec(address) ?? [];
  // One letter before the colon is a drive of Windows.
  if (host !== undefined && path !== undefined && (user !== undefined || host.length > 1))
    return { host, path: plain(path) };
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, port, pathname } = new URL(address);
  if (protocol === 'http:' || protocol === 'https:') {
    return { host: port === '' ? hostname : `${hostname}:${port}`, path: plain(pathname) };
  }
  // The port of SSH is not that of the page.
  return protocol === 'ssh:' ? { host: hostname, path: plain(pathname) } : undefined;
}

/** The path as people write it, whatever of it the address escapes. */
function plain(path: string): string {
  const bare = path
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** Azure's SSH addresses have another host and another path than its pages. */
function azure({ host, path }: Parts): Parts | undefined {
  const [, organization, project, repository] = /^v3\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (!['ssh.dev.azure.com', 'vs-ssh.visualstudio.com'].includes(host) || repository === undefined) return undefined;
  return { host: 'dev.azure.com', path: `${organization}/${project}/_git/${repository}` };
}

interface Site {
  readonly is: (host: string, path: string) => boolean;
  /** Branch and base are fit for an address already. */
  readonly link: (page: string, branch: string, base: string, path: string) => string;
}

const called = (name: string) => {
  const at = new RegExp(`(^|[.])${name}[.]`);
  return (host: string): boolean => at.test(`${host}.`);
};

const sites: readonly Site[] = [
  {
    is: called('github'),
    link: (page, branch, base) => `${page}/compare/${base}...${branch}?expand=1`,
  },
  {
    is: called('gitlab'),
    link: (page, branch, base) =>
      `${page}/-/merge_requests/new?merge_request[source_branch]=${branch}&merge_request[target_branch]=${base}`,
  },
  {
    is: called('gitee'),
    link: (page, branch, base, path) => {
      const owner = q(path.split('/')[0] ?? '');
      return `${page}/pull/new/${owner}:${branch}...${owner}:${base}`;
    },
  },
  {
    is: (host) => host === 'bitbucket.org',
    link: (page, branch, base) => `${page}/pull-requests/new?source=${branch}&dest=${base}&t=1`,
  },
  {
    is: (host, path) => path.includes('/_git/') && (host === 'dev.azure.com' || host.endsWith('.visualstudio.com')),
    link: (page, branch, base) => `${page}/pullrequestcreate?sourceRef=${branch}&targetRef=${base}`,
  },
];
