import type { Context } from 'hono';
import { refuse } from '../guard.ts';
import { deny, isDenied, type Denied } from '../refusals.ts';

/** The answer of a handler as it goes out: data, or why there is none. Never kept by a browser. */
export function answer(context: Context, given: object | Denied): Response {
  context.header('cache-control', 'no-store');
  return isDenied(given) ? refuse(context, given) : context.json(given);
}

/** The content of a request, where it is of this sort. */
export async function bodyOf<T>(context: Context, is: (body: unknown) => body is T): Promise<T | Denied> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch (error) {
    // Too large a body ends while it is read; whoever limits it answers.
    if (!(error instanceof SyntaxError)) throw error;
    return deny('not-json');
  }
  return is(body) ? body : deny('wrong-shape');
}
