import process from 'node:process';
import { resolve } from 'node:path';
import type { Limits } from '../../server/limits.ts';
import type { Caller } from '../../server/tokens.ts';
import type { Diagnostic, Language } from '../diagnostic/diagnostic.ts';
import { readText } from '../host/read-text.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { bundleOptions, loadingOf } from './bundle.ts';
import { logOptions, refusedLog } from './eval-log.ts';
import { missingOption, noSuchPort, notListening, unreadableHandbook, wrongUse } from './refusals.ts';
import { maskFits, recorderOf } from './serve-log.ts';
import { isRefusal, ofTheHandbook, type Call, type Refusal, type Verb } from './verb.ts';
import { version } from '../host/version.ts';

export const serve: Verb = {
  about: {
    en: 'Answer decisions over HTTP by a bundle: POST /v1/decisions, /v1/decisions:batch, /v1/explain; /openapi.json describes all of it. A new bundle in the file is taken while it runs (SIGHUP looks at once); one that is not good is refused, and the last good one answers on. Ends with SIGTERM or Ctrl+C, after all answers under way. With --log each decision is on the disk before it is answered, or is not answered. What happens is printed as JSON Lines.',
    zh: '依据制度包通过 HTTP 提供决定：POST /v1/decisions、/v1/decisions:batch、/v1/explain，完整说明见 /openapi.json。运行期间文件更换后自动启用新的制度包（SIGHUP 立即检查）；无效的会被拒绝，继续使用最后一个有效的。收到 SIGTERM 或按 Ctrl+C 后，答复完正在处理的请求再结束。加 --log 时，每个决定先写入磁盘再作答，写不成便不作答。运行情况以 JSON Lines 输出。',
  },
  options: [
    { flags: '--bundle <file>', says: { en: 'the bundle to answer by', zh: '据以答复的制度包' } },
    ...bundleOptions,
    ...logOptions,
    { flags: '--port <number>', says: { en: 'the port to listen on (else 8080)', zh: '监听端口（默认 8080）' } },
    {
      flags: '--host <address>',
      says: {
        en: 'the address to listen on (else 127.0.0.1); one that others reach needs --tokens or --remote',
        zh: '监听地址（默认 127.0.0.1）；他人可访问的地址须加 --tokens 或 --remote',
      },
    },
    {
      flags: '--remote',
      says: { en: 'with --host: anybody who reaches it may ask', zh: '与 --host 同用：任何能访问的人都可提问' },
    },
    {
      flags: '--tokens <file>',
      says: {
        en: 'take only requests with a token of this file: a name, a blank, the token on each line',
        zh: '只接受带有此文件中令牌的请求：每行依次为名称、空格、令牌',
      },
    },
    {
      flags: '--cors <origins...>',
      says: { en: 'let pages of these origins read answers', zh: '允许这些来源的网页读取答复' },
    },
    {
      flags: '--most-bytes <number>',
      says: { en: 'of a body (else 1000000)', zh: '请求内容的最大字节数（默认 1000000）' },
    },
    {
      flags: '--most-questions <number>',
      says: { en: 'of a batch (else 1000)', zh: '一批最多的问题数（默认 1000）' },
    },
    {
      flags: '--most-seconds <number>',
      says: {
        en: 'until a body has come, and again for working it out (else 10)',
        zh: '接收内容、求值各自的最长秒数（默认 10）',
      },
    },
  ],
  ignores: ofTheHandbook,
  examples: [
    'bylaw serve --bundle handbook.bundle',
    'bylaw serve --bundle handbook.bundle --key office.pub.json --remember lowest.json --host 0.0.0.0 --tokens tokens.txt',
    'bylaw serve --bundle handbook.bundle --log decisions.jsonl --mask person.engagement',
  ],
  run: serveDecisions,
};

async function serveDecisions(call: Call): Promise<number | Refusal> {
  const { io, options } = call;
  if (options.bundle === undefined)
    return missingOption('--bundle', { en: 'name the bundle to answer by', zh: '请写明据以答复的制度包' });
  const refused = refusedLog(call);
  if (refused !== undefined) return refused;
  const port = /^\d{1,5}$/.test(options.port ?? '8080') ? Number(options.port ?? '8080') : Infinity;
  if (port > 65_535) return noSuchPort(options.port ?? '');
  const limits = limitsOf(call);
  if (isRefusal(limits)) return limits;
  const callers = await callersOf(call);
  if (isRefusal(callers)) return callers;
  const { host = '127.0.0.1' } = options;
  const { isLoopback } = await import('../../editor/server/names.ts');
  if (!isLoopback(host) && callers === undefined && options.remote !== true) return notAlone(host);
  const trust = await loadingOf(call);
  if (isRefusal(trust)) return trust;
  const [{ startService }, { pino }] = await Promise.all([import('../../server/service.ts'), import('pino')]);
  const log = pino({ timestamp: pino.stdTimeFunctions.isoTime, base: {} }, { write: (line) => io.out.write(line) });
  const { cors: origins = [] } = options;
  const stray = origins.find((one) => one !== '*' && originOf(one) !== one);
  if (stray !== undefined) return noOrigin(stray);
  const file = resolve(io.cwd, options.bundle);
  const recorder = await recorderOf(call, log);
  if (isRefusal(recorder)) return recorder;
  const stopped = io.stopped();
  let service: Awaited<ReturnType<typeof startService>> | undefined;
  // Heard from the beginning: a process that does not listen to it is ended by it.
  const reload = (): void => {
    if (service !== undefined && 'reload' in service) void service.reload();
  };
  process.on('SIGHUP', reload);
  try {
    service = await startService({
      file,
      trust,
      port,
      host,
      limits,
      log,
      version: version(),
      origins,
      unsuited: (bundle) => maskFits(call, file, bundle),
      ...(callers === undefined ? {} : { callers }),
      ...(recorder === undefined ? {} : { recorder }),
    });
    if ('diagnostics' in service) return notTaken(file, service.diagnostics);
    await stopped;
    await service.close();
    return 0;
  } catch (error) {
    return notListening(error, host, port);
  } finally {
    process.off('SIGHUP', reload);
    await recorder?.close();
  }
}

function notTaken(file: string, diagnostics: readonly Diagnostic[]): Refusal {
  const said = (language: Language): string =>
    diagnostics.map(({ code, message }) => `${file}: ${code}: ${message[language]}`).join('\n');
  return unreadableHandbook({ en: said('en'), zh: said('zh') });
}

/** As browsers send it: nothing behind the host and its port. */
function originOf(written: string): string | undefined {
  return URL.canParse(written) ? new URL(written).origin : undefined;
}

const noOrigin = (written: string): Refusal =>
  wrongUse(
    `“${written}” is no origin; --cors takes one such as https://shop.example, or *.`,
    `“${written}”不是网页来源；--cors 须为 https://shop.example 的形式，或 *。`,
  );

function limitsOf({ options: { mostBytes, mostQuestions, mostSeconds } }: Call): Partial<Limits> | Refusal {
  const asked = [
    ['--most-bytes', mostBytes, 10_000_000],
    ['--most-questions', mostQuestions, 1_000_000],
    ['--most-seconds', mostSeconds, 3_600],
  ] as const;
  for (const [flag, written, most] of asked)
    if (written !== undefined && !(/^[1-9]\d{0,7}$/.test(written) && Number(written) <= most))
      return noCount(flag, written, most);
  return {
    ...(mostBytes === undefined ? {} : { mostBytes: Number(mostBytes) }),
    ...(mostQuestions === undefined ? {} : { mostQuestions: Number(mostQuestions) }),
    ...(mostSeconds === undefined ? {} : { bodySeconds: Number(mostSeconds), workSeconds: Number(mostSeconds) }),
  };
}

async function callersOf({ io, options: { tokens } }: Call): Promise<readonly Caller[] | undefined | Refusal> {
  if (tokens === undefined) return undefined;
  const text = await readText(resolve(io.cwd, tokens));
  if (isUnreadable(text)) return wrongUse(text.unreadable.en, text.unreadable.zh);
  const { readTokens } = await import('../../server/tokens.ts');
  const read = readTokens(text);
  return 'wrong' in read ? wrongUse(`${tokens}: ${read.wrong.en}.`, `${tokens}：${read.wrong.zh}。`) : read;
}

function noCount(flag: string, written: string, most: number): Refusal {
  return wrongUse(
    `“${written}” is nothing that ${flag} takes: a whole number from 1 to ${most}.`,
    `${flag} 不接受“${written}”，须为 1 至 ${most} 的整数。`,
  );
}

const notAlone = (host: string): Refusal =>
  wrongUse(
    `On ${host} others could ask over the network. Add --tokens FILE, or --remote if anybody may; leave --host out to keep it on this machine.`,
    `使用 ${host} 时，他人可经网络提问。请加 --tokens 文件；如允许任何人提问，请加 --remote；只在本机使用请去掉 --host。`,
  );
