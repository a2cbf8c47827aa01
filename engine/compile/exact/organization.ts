import type { Call } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';
import { noSuperior, unknownPost } from '../../value/failures.ts';
import { gap } from '../../value/reasons.ts';
import { determined, undetermined, type Result } from './result.ts';

/** The post that a post reports to. */
export function superiorOf(post: string, call: Call, program: Program): Result {
  const superior = postOf(post, call, program)?.superior;
  if (superior === undefined) return unknownPost(post, scopeOf(call), call.origin);
  if (superior === 'none') return noSuperior(post, call.origin);
  return 'gap' in superior ? undetermined([gap(program, superior.gap)]) : determined(superior.post);
}

/** Is one post the other's superior, directly or through others? Reporting lines have no cycle; a policy with one is blocked. */
export function isAbove(above: string, below: string, call: Call, program: Program): Result {
  const met = new Set<string>();
  for (let post = below; !met.has(post);) {
    met.add(post);
    const superior = postOf(post, call, program)?.superior;
    if (superior === undefined) return unknownPost(post, scopeOf(call), call.origin);
    if (superior === 'none') return determined(false);
    if ('gap' in superior) return undetermined([gap(program, superior.gap)]);
    if (superior.post === above) return determined(true);
    post = superior.post;
  }
  return determined(false);
}

export function departmentOf(post: string, call: Call, program: Program): Result {
  const department = postOf(post, call, program)?.department;
  return department === undefined ? unknownPost(post, scopeOf(call), call.origin) : determined(department);
}

type Post = NonNullable<Program['organizations'][string]>['posts'][string];

function postOf(post: string, call: Call, program: Program): Post | undefined {
  const posts = program.organizations[scopeOf(call)]?.posts;
  return posts !== undefined && Object.hasOwn(posts, post) ? posts[post] : undefined;
}

function scopeOf({ args }: Call): string {
  const type = args[0]?.type;
  return type?.is === 'post' ? type.scope : '';
}
