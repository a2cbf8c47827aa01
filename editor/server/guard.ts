import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { deny, type Denied } from './refusals.ts';

/** Whom the server talks to. */
export interface Door {
  readonly token: string;
  /** Asked with each request, since it is chosen when the server begins to listen. */
  readonly port: () => number;
  /** Names and numbers by which this machine may be called; nobody else's name, which could point here today. */
  readonly names: readonly string[];
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

/** A longer address than any of ours: a path of 400 signs, each of nine letters in an address. */
const longestAddress = 4_000;

const reading = ['GET', 'HEAD'];
const writing = ['PUT', 'POST', 'DELETE'];

/**
 * Lets in who came by an address of this machine (no name that somebody else points here), from this page or from none,
 * and knows the token. The token comes in the first address and is kept in a cookie of this port. Who changes something
 * must say to come from this page, and says it in JSON, which no form of another page can send.
 */
export function guard({ port, token, names }: Door): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const host = req.header('host') ?? '';
    // Browsers leave out the port that every page has unless it says otherwise.
    if (!names.some((name) => host === `${name}:${port()}` || (host === name && port() === 80)))
      return refuse(context, deny('stranger'));
    if (isForeign(context, host)) return refuse(context, deny('stranger'));
    const why = whyNot(context);
    if (why !== undefined) return refuse(context, why);
    const cookie = `bylaw-${port()}`;
    const given = req.query('token');
    if (given !== undefined && equal(given, token) && req.method === 'GET') {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect('/', 303);
    }
    if (given !== undefined || !equal(getCookie(context, cookie) ?? '', token)) return refuse(context, deny('token'));
    return next();
  };
}

/** What is wrong with the manner of a request, whoever sends it. */
function whyNot(context: Context): Denied | undefined {
  const { req } = context;
  if (req.url.length > longestAddress) return deny('long-address');
  if (reading.includes(req.method)) return hasBody(context) ? deny('no-content') : undefined;
  if (!writing.includes(req.method) || !req.path.startsWith('/api/')) return deny('method');
  if (req.header('origin') === undefined) return deny('stranger');
  if (req.method === 'DELETE') return hasBody(context) ? deny('no-content') : undefined;
  const type = (req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' ? undefined : deny('not-json');
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

/** To the page as data, to a person as text. */
export function refuse(context: Context, { status, refused }: Denied): Response {
  if (context.req.path.startsWith('/api/')) return context.json(refused, status);
  const { en, zh } = refused.message;
  return context.text(`${en}\n${zh}`, status);
}
