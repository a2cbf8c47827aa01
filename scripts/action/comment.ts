/** A step of the GitHub Action: posts the report on the pull request, or brings the one that stands there up to date. */
import { readFileSync } from 'node:fs';
import { field, pullRequestOf } from './event.ts';

const { env } = process;
/** Nobody sees it; by it the comment is found again. */
const marker = '<!-- bylaw-review -->';
/** GitHub takes 65,536 characters. */
const most = 65_000;

const request = pullRequestOf(env['GITHUB_EVENT_PATH']);
if (request === undefined) console.log('This is no pull request, so nothing is commented on.');
else await comment(request.number, bodyOf(readFileSync(env['BYLAW_REPORT'] ?? '', 'utf8')));

function bodyOf(report: string): string {
  const whole = `${marker}\n${report}`;
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, whole.lastIndexOf('\n', most));
  return `${cut}\n\n${env['BYLAW_LANG'] === 'zh' ? '报告过长，其余见本次运行的摘要。' : 'The report is too long for a comment; the rest stands in the summary of this run.'}\n`;
}

async function comment(pull: number, body: string): Promise<void> {
  const known = await ownComment(pull);
  const [method, path] =
    known === undefined ? ['POST', `issues/${pull}/comments`] : ['PATCH', `issues/comments/${known}`];
  const answer = await api(method, path, { body });
  if (answer.ok) console.log(`The report is ${known === undefined ? 'posted' : 'brought up to date'}.`);
  // The token of a pull request from a fork may only read; its report stands in the summary of the run.
  else
    console.log(`::warning::The report could not be posted (${answer.status}). The step needs pull-requests: write.`);
}

/** The comment that begins with the marker; somebody's quotation of it does not. */
async function ownComment(pull: number): Promise<number | undefined> {
  for (let page = 1; ; page += 1) {
    const answer = await api('GET', `issues/${pull}/comments?per_page=100&page=${page}`);
    if (!answer.ok) return undefined;
    const comments: unknown = await answer.json();
    if (!Array.isArray(comments) || comments.length === 0) return undefined;
    for (const one of comments as readonly unknown[]) {
      const [id, body] = [field(one, 'id'), field(one, 'body')];
      if (typeof id === 'number' && typeof body === 'string' && body.startsWith(marker)) return id;
    }
  }
}

async function api(method: string, path: string, body?: object): Promise<Response> {
  const url = `${env['GITHUB_API_URL'] ?? ''}/repos/${env['GITHUB_REPOSITORY'] ?? ''}/${path}`;
  return fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env['BYLAW_TOKEN'] ?? ''}`,
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
