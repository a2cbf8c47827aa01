import type { Organization } from '../../../ir/program.ts';
import { noSuperior, unknownPost } from '../../../value/failures.ts';
import { gap } from '../../../value/reasons.ts';
import { timed } from './arithmetic.ts';
import { textIn } from './dates.ts';
import { spanOf } from './place.ts';
import type { Question } from './question.ts';
import { determined, undetermined, type Result } from './result.ts';

export function superiorOf(q: Question, post: Result, scope: string, place: string): Result {
  return timed([post], (datum) => {
    const name = textIn(datum);
    const superior = postNamed(q, name, scope)?.superior;
    if (superior === undefined) return unknownPost(name, scope, spanOf(place));
    if (superior === 'none') return noSuperior(name, spanOf(place));
    return 'gap' in superior ? undetermined([gap(q.handbook, superior.gap)]) : determined(superior.post);
  });
}

/** Is the first post the second one's superior, directly or through others? */
export function isAbove(q: Question, above: Result, below: Result, scope: string, place: string): Result {
  return timed([above, below], (upper, lower) => {
    const met = new Set<string>();
    for (let post = textIn(lower); !met.has(post);) {
      met.add(post);
      const superior = postNamed(q, post, scope)?.superior;
      if (superior === undefined) return unknownPost(post, scope, spanOf(place));
      if (superior === 'none') return determined(false);
      if ('gap' in superior) return undetermined([gap(q.handbook, superior.gap)]);
      if (superior.post === upper) return determined(true);
      post = superior.post;
    }
    return determined(false);
  });
}

export function departmentOf(q: Question, post: Result, scope: string, place: string): Result {
  return timed([post], (datum) => {
    const department = postNamed(q, textIn(datum), scope)?.department;
    return department === undefined ? unknownPost(textIn(datum), scope, spanOf(place)) : determined(department);
  });
}

function postNamed({ handbook }: Question, name: string, scope: string): Organization['posts'][string] | undefined {
  const posts = handbook.organizations[scope]?.posts;
  return posts !== undefined && Object.hasOwn(posts, name) ? posts[name] : undefined;
}
