import { readFileSync } from 'node:fs';

/** What of a `pull_request` event is needed here. */
export interface PullRequest {
  readonly number: number;
  /** The commit that the pull request goes to. */
  readonly base: string;
}

/** The pull request that started the run; undefined where something else did. */
export function pullRequestOf(path: string | undefined): PullRequest | undefined {
  if (path === undefined || path === '') return undefined;
  const event: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const request = field(event, 'pull_request');
  const [number, base] = [field(request, 'number'), field(field(request, 'base'), 'sha')];
  return typeof number === 'number' && typeof base === 'string' ? { number, base } : undefined;
}

/** A field of data that came from outside. */
export function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
