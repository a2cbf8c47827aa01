import type { Context } from 'hono';
import type { Texts } from '../engine/runtime.ts';
import { languageOf } from './language.ts';

/** Why a request is not answered as asked; becomes problem details (RFC 9457) in the caller's language. */
export interface Problem {
  readonly problem: ProblemName;
  /** What is wrong with this request. */
  readonly detail: Texts;
  /** A diagnostic's code where the engine found it; else the service's own. */
  readonly code?: string;
  /** A JSON Pointer into the body, `byte 17`, or the name of a header or of a part of the address. */
  readonly place?: string;
}

const rows = {
  'not-json': [
    400,
    'The body is not JSON',
    '请求内容不是 JSON',
    'Send one JSON object in UTF-8, without keys that stand twice.',
    '请发送一个 UTF-8 编码的 JSON 对象，键不得重复。',
  ],
  cut: [400, 'The request ended too early', '请求提前中断', 'Send it again.', '请重新发送。'],
  token: [
    401,
    'No valid token',
    '令牌无效',
    'Send the header “Authorization: Bearer TOKEN” with a token of this service.',
    '请发送“Authorization: Bearer 令牌”标头，并使用本服务的令牌。',
  ],
  'unknown-decision': [
    404,
    'No such decision',
    '没有此决定',
    '“GET /v1/handbook?at=DATE” lists all decisions.',
    '“GET /v1/handbook?at=日期”可列出全部决定。',
  ],
  'not-here': [
    404,
    'Nothing stands here',
    '此处没有内容',
    '“GET /openapi.json” lists what can be asked.',
    '“GET /openapi.json”列出了可用的地址。',
  ],
  method: [
    405,
    'This method is not for this address',
    '此地址不支持这种方法',
    'Use a method of the header “Allow”.',
    '请使用“Allow”标头所列的方法。',
  ],
  'slow-body': [
    408,
    'The body came too slowly',
    '请求内容传送过慢',
    'Send it in one go, or in smaller parts.',
    '请一次发完，或拆成较小的请求。',
  ],
  'too-large': [413, 'The body is too large', '请求内容过大', 'Split it into several requests.', '请拆成多个请求。'],
  'too-many': [413, 'Too many questions at once', '一次提问过多', 'Split the batch into several.', '请把批次拆开。'],
  'wrong-media': [
    415,
    'Only plain JSON is taken',
    '只接受未压缩的 JSON',
    'Send “Content-Type: application/json” and no “Content-Encoding”.',
    '请发送“Content-Type: application/json”，不要使用“Content-Encoding”。',
  ],
  'wrong-shape': [
    422,
    'The question has another shape',
    '问题的结构不符',
    'Compare it with “GET /openapi.json”.',
    '请与“GET /openapi.json”对照。',
  ],
  'too-deep': [
    422,
    'The body is nested too deeply',
    '请求内容嵌套过深',
    'Facts stand beside one another under their names; only lists and records stand inside a fact.',
    '各事实以名称并列，只有列表和记录可以位于事实之内。',
  ],
  'no-day': [
    422,
    'No such day or month',
    '没有这一天或这个月',
    'Write a day of the calendar such as 2026-10-31, or a month such as 2026-10.',
    '请写日历上的一天，例如 2026-10-31；或月份，例如 2026-10。',
  ],
  bug: [
    500,
    'The service has failed at this',
    '服务处理时出错',
    'Report it with the request’s number; the log says more.',
    '请附上请求编号报告，日志中有详情。',
  ],
  'not-recorded': [
    503,
    'The answer could not be recorded',
    '答复无法记录',
    'Try again later; what keeps the record must be mended first.',
    '请稍后再试；须先修复记录。',
  ],
  'too-long': [
    503,
    'Working it out takes too long',
    '求值耗时过长',
    'Ask for fewer decisions at once.',
    '请减少一次提问的数量。',
  ],
} as const satisfies Record<string, readonly [status: number, en: string, zh: string, fixEn: string, fixZh: string]>;

export type ProblemName = keyof typeof rows;

export const statusOf = (name: ProblemName): number => rows[name][0];
export const titleOf = (name: ProblemName): string => rows[name][1];
export const typeOf = (name: ProblemName): string => `urn:bylaw:problem:${name}`;

export function problem(name: ProblemName, detail: Texts, more: Pick<Problem, 'code' | 'place'> = {}): Problem {
  return { problem: name, detail, ...more };
}

export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'problem' in answer && 'detail' in answer;
}

/** What is left of a body is not waited for. */
const endsConnection: readonly ProblemName[] = ['too-large', 'slow-body', 'cut', 'wrong-media', 'token'];

/** Answers with problem details; `id` is the request's number. */
export function refuse(context: Context, { problem: name, detail, code, place }: Problem, id: string): Response {
  const language = languageOf(context.req.header('accept-language'));
  const [status, en, zh, fixEn, fixZh] = rows[name];
  const body = {
    type: typeOf(name),
    title: { en, zh }[language],
    status,
    detail: detail[language],
    code: code ?? `service/${name}`,
    ...(place === undefined ? {} : { place }),
    fix: { en: fixEn, zh: fixZh }[language],
    instance: `urn:bylaw:request:${id}`,
  };
  context.header('content-language', language);
  context.header('vary', 'Accept-Language', { append: true });
  if (endsConnection.includes(name)) context.header('connection', 'close');
  if (name === 'token') context.header('www-authenticate', 'Bearer');
  if (name === 'not-recorded' || name === 'too-long') context.header('retry-after', '5');
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}
