import type { IncomingMessage } from 'node:http';
import { parseFactsJson, type ParsedFacts } from '../engine/facts.ts';
import type { Limits } from './limits.ts';
import { problem, type Problem } from './problems.ts';

type Bytes = { readonly bytes: Buffer } | Problem;

/** The body of a request, all of it or a problem: no longer than the limits say, and not later. */
export async function readBody(incoming: IncomingMessage, limits: Limits): Promise<ReturnType<typeof parsed>> {
  const refused = wrongMedia(incoming);
  if (refused !== undefined) return refused;
  const read = await readBytes(incoming, limits);
  if ('problem' in read) return read;
  try {
    return parsed(new TextDecoder('utf-8', { fatal: true }).decode(read.bytes));
  } catch {
    return problem('not-json', { en: 'The bytes of the body are no UTF-8.', zh: '请求内容不是 UTF-8 编码。' });
  }
}

function wrongMedia({ headers }: IncomingMessage): Problem | undefined {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const coding = headers['content-encoding'] ?? 'identity';
  if (type !== 'application/json') {
    const said = { en: type === '' ? 'no type' : `“${type}”`, zh: type === '' ? '未注明类型' : `“${type}”` };
    return problem(
      'wrong-media',
      { en: `The body is said to be ${said.en}.`, zh: `请求内容的类型：${said.zh}。` },
      { place: 'Content-Type' },
    );
  }
  if (coding === 'identity') return undefined;
  return problem(
    'wrong-media',
    { en: `The body is packed as “${coding}”.`, zh: `请求内容以“${coding}”压缩。` },
    { place: 'Content-Encoding' },
  );
}

function readBytes(incoming: IncomingMessage, { mostBytes, bodySeconds }: Limits): Promise<Bytes> {
  const tooLarge = problem('too-large', {
    en: `The body has more than ${mostBytes} bytes.`,
    zh: `请求内容超过 ${mostBytes} 字节。`,
  });
  if (Number(incoming.headers['content-length'] ?? '0') > mostBytes) return Promise.resolve(tooLarge);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const end = (result: Bytes): void => {
      clearTimeout(timer);
      incoming.off('data', take);
      resolve(result);
    };
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > mostBytes) end(tooLarge);
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => {
      const detail = {
        en: `After ${bodySeconds} seconds ${bytes} bytes had come, and not all of them.`,
        zh: `${bodySeconds} 秒内只收到 ${bytes} 字节，内容不完整。`,
      };
      end(problem('slow-body', detail));
    }, bodySeconds * 1_000);
    const cut = (): void =>
      end(problem('cut', { en: 'The connection ended within the body.', zh: '连接在内容传完前中断。' }));
    incoming.on('data', take).once('end', () => end({ bytes: Buffer.concat(chunks) }));
    incoming.once('error', cut).once('close', cut);
  });
}

const codes: Readonly<Record<string, 'too-deep' | 'too-large' | undefined>> = {
  'facts/too-deep': 'too-deep',
  'facts/too-large': 'too-large',
};

/** The body as plain data whose numbers are still text: what reads facts reads all of it, so that no number was ever a float. */
function parsed(text: string): Extract<ParsedFacts, { raw: unknown }> | Problem {
  const body = parseFactsJson(text);
  if ('raw' in body) return body;
  const { code, message, span } = body.diagnostic;
  // The engine says “the facts” of what is the whole body here.
  const en = message.en.replace(/^The facts (are|must)/, (_all, verb) => `The body ${verb === 'are' ? 'is' : 'must'}`);
  const place = `byte ${Buffer.byteLength(text.slice(0, span.start))}`;
  return problem(codes[code] ?? 'not-json', { en, zh: message.zh.replace(/^事实/, '请求内容') }, { code, place });
}
