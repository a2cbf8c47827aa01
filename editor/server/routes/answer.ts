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
  // Too large a body ends while it is read; whoever limits it answers.
  const bytes = await context.req.arrayBuffer();
  let body: unknown;
  try {
    // What is no UTF-8 would be read as other signs, and saved as those.
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return deny(error instanceof SyntaxError ? 'not-json' : 'not-utf8');
  }
  return is(body) ? body : deny('wrong-shape');
}
