import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import { checkOf } from './checks.ts';
import type { Asked, Environment, Handler, Inside } from './inside.ts';
import type { Operation, OperationName } from './operations.ts';
import { isProblem, problem, refuse, type Problem } from './problems.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { handbookRoutes } from './routes/handbook.ts';
import { operatingRoutes } from './routes/operating.ts';
import { callerOf, type Caller } from './tokens.ts';

export interface Door {
  /** Whose tokens are taken; undefined where anybody who reaches the service may ask. */
  readonly callers: readonly Caller[] | undefined;
  /** Pages of these origins may read answers; of no other, unless it is said. */
  readonly origins: readonly string[];
}

/** All that the service answers. */
export function application(inside: Inside, { callers, origins }: Door, log: Logger): Hono<Environment> {
  const app = new Hono<Environment>();
  const handlers: Readonly<Record<OperationName, Handler>> = {
    ...decisionRoutes(inside),
    ...handbookRoutes(inside),
    ...operatingRoutes(inside),
  };
  app.use(async (context, next) => {
    const began = performance.now();
    begin(context);
    await next();
    finish(context, inside, log, performance.now() - began);
  });
  if (origins.length > 0)
    app.use(cors({ origin: origins.includes('*') ? '*' : [...origins], allowMethods: ['GET', 'POST'], maxAge: 600 }));
  const { operations } = inside;
  for (const operation of operations) {
    const hasQuery = checkOf(operation.query);
    app.on(operation.method, operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      context.set('operation', operation.id);
      const refused = mayAsk(context, operation, callers) ?? once(context) ?? asProblem(hasQuery(context.req.query()));
      const answer = refused ?? (await handlers[operation.id](context));
      return isProblem(answer) ? refusal(context, answer) : answer;
    });
  }
  for (const [path, those] of Map.groupBy(operations, (one) => one.path))
    app.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => wrongMethod(context, those));
  app.notFound((context) => {
    const detail = { en: 'There is nothing at this address.', zh: '此地址没有内容。' };
    return refusal(context, problem('not-here', detail));
  });
  app.onError((error, context) => {
    context.set('failure', error);
    const detail = { en: 'This is a mistake of the service, not of the request.', zh: '这是服务的错误，与请求无关。' };
    return refusal(context, problem('bug', detail));
  });
  return app;
}

const refusal = (context: Asked, why: Problem): Response => refuse(context, why, context.get('request'));
const asProblem = (checked: unknown): Problem | undefined => (isProblem(checked) ? checked : undefined);

/** The number of a balancer in front is kept, so that its log and ours can be laid side by side. */
function numberOf({ req }: Asked): string {
  const given = req.header('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function mayAsk(context: Asked, { isOpen }: Operation, callers: readonly Caller[] | undefined): Problem | undefined {
  if (callers === undefined || isOpen === true) return undefined;
  const caller = callerOf(context.req.header('authorization'), callers);
  context.set('caller', caller?.name);
  if (caller !== undefined) return undefined;
  const detail = {
    en: 'The request has no token, or one that this service does not know.',
    zh: '请求没有令牌，或令牌不为本服务所知。',
  };
  return problem('token', detail, { place: 'Authorization' });
}

/** `?at=…&at=…` could mean either. */
function once({ req }: Asked): Problem | undefined {
  const twice = Object.entries(req.queries()).find(([, values]) => values.length > 1)?.[0];
  if (twice === undefined) return undefined;
  const name = twice.slice(0, 50);
  const detail = { en: `“${name}” stands twice in the address.`, zh: `地址中“${name}”出现两次。` };
  return problem('wrong-shape', detail, { place: name });
}

function wrongMethod(context: Asked, operations: readonly Operation[]): Response {
  const allowed = operations.map(({ method }) => method.toUpperCase()).join(', ');
  context.header('allow', allowed);
  const detail = { en: `This address takes ${allowed}.`, zh: `此地址只接受 ${allowed}。` };
  return refusal(context, problem('method', detail));
}

/** Headers of every answer. Said before there is one: each that is put into one afterwards copies it. */
function begin(context: Asked): void {
  const number = numberOf(context);
  context.set('request', number);
  context.header('x-request-id', number);
  context.header('x-content-type-options', 'nosniff');
  context.header('cache-control', 'no-store');
}

/** The line of an answer in the log (never a fact, never a token), its counts. */
function finish(context: Asked, { isStopping, metrics }: Inside, log: Logger, milliseconds: number): void {
  if (isStopping()) context.header('connection', 'close');
  const { status } = context.res;
  const operation = (context.get('operation') as string | undefined) ?? 'none';
  metrics.answered(operation, status, milliseconds / 1_000);
  const caller = context.get('caller');
  const failure = context.get('failure') as Error | undefined;
  const line = {
    request: context.get('request'),
    operation,
    status,
    ms: Math.round(milliseconds * 100) / 100,
    ...(caller === undefined ? {} : { caller }),
    ...(failure === undefined ? {} : { err: failure }),
  };
  log[failure === undefined ? 'info' : 'error'](line, 'answered');
}
