import type { Call } from '../../ir/ir.ts';
import type { Organization } from '../../ir/program.ts';
import { error, fine, open, wordIn, type Cell, type Worth } from './cell.ts';
import { chained, no, nothing, pick, sql, yes, type Branch, type Term } from './term.ts';
import type { Writing } from './writing.ts';

/** What an organization says of its posts, one branch a post. */
export function postCall(
  ir: Call,
  args: readonly Cell[],
  here: Writing,
): { readonly worth: Worth; readonly failed: Term } {
  const type = ir.args[0]?.type;
  const posts = here.program.organizations[type?.is === 'post' ? type.scope : '']?.posts ?? {};
  const { syntax, sheet } = here;
  const asked = sheet.bind(wordIn(args.at(-1) ?? open));
  const is = (post: string): Term => sql`${asked} = ${syntax.quotedText(post)}`;
  const names = Object.keys(posts);
  const among = (some: readonly string[]): Term =>
    some.length === 0 ? no : sql`${asked} IN (${some.map((name) => syntax.quotedText(name).text).join(', ')})`;
  const stranger: Branch[] = [
    { when: sql`${asked} IS NULL`, then: fine },
    { when: among(names), then: fine },
  ];
  const words = (of: (post: Organization['posts'][string]) => string | undefined): Term =>
    pick(
      names.flatMap((name) => {
        const post = posts[name];
        const word = post === undefined ? undefined : of(post);
        return word === undefined ? [] : [{ when: is(name), then: syntax.quotedText(word) }];
      }),
      nothing,
    );
  switch (ir.fn) {
    case 'department-of':
      return { worth: { is: 'word', term: words(({ department }) => department) }, failed: pick(stranger, error) };
    case 'superior-of': {
      const top = names.filter((name) => posts[name]?.superior === 'none');
      const term = words(({ superior }) =>
        typeof superior === 'object' && 'post' in superior ? superior.post : undefined,
      );
      return { worth: { is: 'word', term }, failed: pick([{ when: among(top), then: error }, ...stranger], error) };
    }
    default: {
      const above = sheet.bind(wordIn(args[0] ?? open));
      // A line that leads to a post which the organization does not have ends in an error, unless the post was met before.
      const broken = names.flatMap((name): Branch[] => {
        const line = lineOf(name, posts);
        if (line.ends !== 'unknown') return [];
        const list = line.above.map((post) => syntax.quotedText(post).text).join(', ');
        return [{ when: sql`${is(name)} AND ${above} NOT IN (${list})`, then: error }];
      });
      const branches = names.map((name) => ({
        when: is(name),
        then: aboveTerm(lineOf(name, posts), above, syntax.quotedText),
      }));
      return {
        worth: { is: 'truth', term: pick(branches, nothing) },
        failed: pick([{ when: sql`${above} IS NULL`, then: fine }, ...broken, ...stranger], error),
      };
    }
  }
}

interface Line {
  readonly above: readonly string[];
  /** The line ends where the source says no more, or at a post that the organization does not have. */
  readonly ends: 'top' | 'gap' | 'unknown';
}

function lineOf(post: string, posts: Organization['posts']): Line {
  const above: string[] = [];
  const passed = new Set<string>();
  for (let at = post; ;) {
    const superior = Object.hasOwn(posts, at) ? posts[at]?.superior : undefined;
    if (superior === undefined) return { above, ends: 'unknown' };
    if (superior === 'none' || passed.has(at)) return { above, ends: 'top' };
    if ('gap' in superior) return { above, ends: 'gap' };
    above.push(superior.post);
    passed.add(at);
    at = superior.post;
  }
}

function aboveTerm({ above, ends }: Line, asked: Term, quoted: Writing['syntax']['quotedText']): Term {
  const beyond = ends === 'top' ? no : nothing;
  if (above.length === 0) return pick([{ when: sql`${asked} IS NULL`, then: nothing }], beyond);
  const list = chained(',', above.map(quoted)).text;
  return pick(
    [
      { when: sql`${asked} IN (${list})`, then: yes },
      { when: sql`${asked} IS NOT NULL`, then: beyond },
    ],
    nothing,
  );
}
