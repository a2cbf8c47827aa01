import { mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { startService, type Service, type ServiceOptions } from '../../server/service.ts';
import { built } from '../bundle/support.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

const handbook = handbookOf(policyTexts);
const bundle = built(handbook);

export interface Running {
  readonly service: Service;
  readonly port: number;
  readonly file: string;
  /** Lines of the log so far. */
  readonly logged: () => readonly Readonly<Record<string, unknown>>[];
  /** Puts another text where the bundle was, as a whole. */
  readonly replace: (text: string) => void;
  readonly ask: (path: string, asking?: Ask) => Promise<Told>;
}
interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
/** An answer with its body as data. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly said: Readonly<Record<string, unknown>>;
}

/** The bundle of the tests' handbook, with another revision if one is named. */
export async function bundleText(revision?: number): Promise<string> {
  return revision === undefined ? bundle : built({ ...handbook, revision });
}

/** The service on a port of its own, with a bundle in a folder of its own; both are gone after the test. */
export async function running(options: Partial<ServiceOptions> = {}): Promise<Running> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bylaw-serve-')));
  const file = join(folder, 'handbook.bundle');
  writeFileSync(file, await bundle);
  const lines: string[] = [];
  const service = await startService({
    file,
    port: 0,
    host: '127.0.0.1',
    version: '0.0.0',
    log: pino({}, { write: (line) => void lines.push(line) }),
    ...options,
  });
  if ('diagnostics' in service) throw new Error(service.diagnostics.map(({ message }) => message.en).join('\n'));
  onTestFinished(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    service,
    port: Number(new URL(service.url).port),
    file,
    logged: () => lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    replace: (text) => {
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
    },
    ask: (path, asking = {}) => asked(service.url + path, asking),
  };
}

async function asked(
  url: string,
  { body, method = body === undefined ? 'GET' : 'POST', headers = {} }: Ask,
): Promise<Told> {
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, ...sent });
  return { status: answer.status, headers: answer.headers, said: (await answer.json()) as Told['said'] };
}

/** A question whose answer is 80,000 CNY. */
export const question = {
  decision: 'sales.net',
  at: '2026-10-31',
  facts: { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' },
};

/** Bytes over a socket, and all that comes back until it closes. */
export async function bytesTold(
  port: number,
  send: (socket: Socket) => Promise<void> | void,
): Promise<{ readonly status: number; readonly said: Readonly<Record<string, unknown>> }> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('data', (data: string) => (text += data));
  const closed = once(socket, 'close');
  await send(socket);
  await closed;
  const said = JSON.parse(/\{.*\}/s.exec(text)?.[0] ?? '{}') as Readonly<Record<string, unknown>>;
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), said };
}

/** The beginning of a request for a decision. */
export const head = (more: Readonly<Record<string, string | number>>, path = '/v1/decisions'): string =>
  [
    `POST ${path} HTTP/1.1`,
    ...Object.entries({ host: 'localhost', 'content-type': 'application/json', ...more }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '\r\n',
  ].join('\r\n');
