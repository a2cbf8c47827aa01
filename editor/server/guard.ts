import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Whom the server talks to. */
export interface Door {
  readonly token: string;
  /** Asked with each request, since it is chosen when the server begins to listen. */
  readonly port: () => number;
}

/** Measured with Monaco: it writes styles into elements, and needs nothing else beyond what is its own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sends every answer, refusals too, with the headers that keep the page by itself. */
export const headers: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('content-security-policy', policy);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('cross-origin-resource-policy', 'same-origin');
  context.header('cross-origin-opener-policy', 'same-origin');
};

/** A longer address than any of ours; bodies are not taken at all. */
const longestAddress = 2_000;

/**
 * Lets in who came by an address of this machine (no name that somebody else points here), from this page or from none,
 * and knows the token. The token comes in the first address and is kept in a cookie of this port.
 */
export function guard({ port, token }: Door): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const host = req.header('host') ?? '';
    if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`) return refuse(context, 403);
    if (isForeign(context, host)) return refuse(context, 403);
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(context, 405);
    if (hasBody(context)) return refuse(context, 413);
    if (req.url.length > longestAddress) return refuse(context, 414);
    const cookie = `bylaw-${port()}`;
    const given = req.query('token');
    if (given !== undefined && equal(given, token)) {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect('/', 303);
    }
    if (given !== undefined || !equal(getCookie(context, cookie) ?? '', token)) return refuse(context, 401);
    return next();
  };
}

/** Pages of other origins may link here, but neither read nor embed anything; other ports of this machine are others, too. */
function isForeign({ req }: Context, host: string): boolean {
  const origin = req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) return true;
  const site = req.header('sec-fetch-site') ?? 'none';
  const isOwn = site === 'same-origin' || site === 'none';
  return !isOwn && req.header('sec-fetch-mode') !== 'navigate';
}

function hasBody({ req }: Context): boolean {
  return (req.header('content-length') ?? '0') !== '0' || req.header('transfer-encoding') !== undefined;
}

/** Takes as long for a near miss as for a far one. */
function equal(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const reasons = {
  401: ['Open the address with its token, as the terminal shows it.', '请打开终端中显示的带令牌的地址。'],
  403: ['This server answers its own page only.', '本服务只回应自己的页面。'],
  405: ['Nothing can be changed here.', '此处不能修改任何内容。'],
  413: ['Requests carry no content here.', '此处的请求不带内容。'],
  414: ['The address is too long.', '地址过长。'],
} as const;

function refuse(context: Context, status: keyof typeof reasons): Response {
  return context.text(reasons[status].join('\n'), status);
}
