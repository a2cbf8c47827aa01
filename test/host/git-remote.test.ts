import { expect, test } from 'vitest';
import { remotePage } from '../../engine/host/git-remote.ts';

const github = 'https://github.com/acme/handbook/compare/main...pay%2Fa?expand=1';
const gitlab = '/-/merge_requests/new?merge_request[source_branch]=pay%2Fa&merge_request[target_branch]=main';
const gitee = 'https://gitee.com/acme/handbook/pull/new/acme:pay%2Fa...acme:main';
const azure = 'https://dev.azure.com/acme/HR%20rules/_git/handbook/pullrequestcreate?sourceRef=pay%2Fa&targetRef=main';

const remotes: readonly (readonly [address: string, page: string | undefined, link?: string])[] = [
  ['https://github.com/acme/handbook.git', 'https://github.com/acme/handbook', github],
  ['https://github.com/acme/handbook/', 'https://github.com/acme/handbook', github],
  ['git@github.com:acme/handbook.git', 'https://github.com/acme/handbook', github],
  ['ssh://git@github.com:22/acme/handbook.git', 'https://github.com/acme/handbook', github],
  ['https://token:x-oauth-basic@github.com/acme/handbook.git', 'https://github.com/acme/handbook', github],
  [
    'https://gitlab.com/a/b/handbook.git',
    'https://gitlab.com/a/b/handbook',
    `https://gitlab.com/a/b/handbook${gitlab}`,
  ],
  [
    'git@gitlab.acme.cn:a/handbook.git',
    'https://gitlab.acme.cn/a/handbook',
    `https://gitlab.acme.cn/a/handbook${gitlab}`,
  ],
  [
    'https://git.gitlab.acme.cn:8443/a/h',
    'https://git.gitlab.acme.cn:8443/a/h',
    `https://git.gitlab.acme.cn:8443/a/h${gitlab}`,
  ],
  ['git@gitee.com:acme/handbook.git', 'https://gitee.com/acme/handbook', gitee],
  ['https://gitee.com/acme/handbook', 'https://gitee.com/acme/handbook', gitee],
  [
    'git@bitbucket.org:acme/handbook.git',
    'https://bitbucket.org/acme/handbook',
    'https://bitbucket.org/acme/handbook/pull-requests/new?source=pay%2Fa&dest=main&t=1',
  ],
  [
    'https://acme@dev.azure.com/acme/HR%20rules/_git/handbook',
    'https://dev.azure.com/acme/HR%20rules/_git/handbook',
    azure,
  ],
  ['git@ssh.dev.azure.com:v3/acme/HR%20rules/handbook', 'https://dev.azure.com/acme/HR%20rules/_git/handbook', azure],
  [
    'https://acme.visualstudio.com/HR/_git/h',
    'https://acme.visualstudio.com/HR/_git/h',
    'https://acme.visualstudio.com/HR/_git/h/pullrequestcreate?sourceRef=pay%2Fa&targetRef=main',
  ],
  ['https://git.example.org/acme/handbook.git', 'https://git.example.org/acme/handbook'],
  ['https://notgithub.example.org/acme/handbook.git', 'https://notgithub.example.org/acme/handbook'],
  ['https://evilgithub.com/acme/handbook.git', 'https://evilgithub.com/acme/handbook'],
  ['/srv/git/handbook.git', undefined],
  ['../handbook', undefined],
  ['file:///srv/git/handbook.git', undefined],
  ['C:\\git\\handbook', undefined],
  ['C:/git/handbook', undefined],
  ['', undefined],
  ['git@"><script>:x/y', undefined],
];

test.each(remotes.map(([address, page, link]) => ({ address, page, link })))('$address', ({ address, page, link }) => {
  const found = remotePage(address);
  expect(found?.page).toBe(page);
  expect(found?.pullRequest('pay/a', 'main')).toBe(link);
});
