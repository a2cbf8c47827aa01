import type { Call } from '../ir/ir.ts';
import type { Organization, Program } from '../ir/program.ts';
import { noSuperior, unknownPost } from '../value/failures.ts';
import { gap } from '../value/reasons.ts';
import { truth } from './datum.ts';
import { determined, undetermined, type Found } from './found.ts';

/** The post that the post reports to; undetermined where the source does not say it, an error at the top. */
export function superiorOf(post: string, call: Call, program: Program): Found {
  const line = lineOf(post, call, program);
  if (line === undefined) return unknownPost(post, scopeOf(call), call.origin);
  if (line.superior === 'none') return noSuperior(post, call.origin);
  if ('gap' in line.superior) return undetermined(gap(program, line.superior.gap));
  return determined({ is: 'post', scope: scopeOf(call), name: line.superior.post });
}

/** Does `below` report to `above`, directly or through others? */
export function isAbove(above: string, below: string, call: Call, program: Program): Found {
  const passed = new Set<string>();
  for (let post = below; ;) {
    const line = lineOf(post, call, program);
    if (line === undefined) return unknownPost(post, scopeOf(call), call.origin);
    const { superior } = line;
    // A circle of superiors is refused by the check; met all the same, nobody above was found.
    if (superior === 'none' || passed.has(post)) return determined(truth(false));
    if ('gap' in superior) return undetermined(gap(program, superior.gap));
    if (superior.post === above) return determined(truth(true));
    passed.add(post);
    post = superior.post;
  }
}

export function departmentOf(post: string, call: Call, program: Program): Found {
  const line = lineOf(post, call, program);
  if (line === undefined) return unknownPost(post, scopeOf(call), call.origin);
  return determined({ is: 'text', text: line.department });
}

function lineOf(post: string, call: Call, program: Program): Organization['posts'][string] | undefined {
  const posts = program.organizations[scopeOf(call)]?.posts ?? {};
  return Object.hasOwn(posts, post) ? posts[post] : undefined;
}

function scopeOf(call: Call): string {
  const type = call.args[0]?.type;
  return type?.is === 'post' ? type.scope : '';
}
