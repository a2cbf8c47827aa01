import { createHash, timingSafeEqual } from 'node:crypto';
import type { Texts } from '../engine/runtime.ts';

/** Who may ask, by the hash of a token. */
export interface Caller {
  readonly name: string;
  readonly hash: Buffer;
}

/** Guessing a shorter one would be worth a try. */
const shortest = 24;

/** The callers of a file: on each line a name and a token; empty lines and those that begin with # say nothing. */
export function readTokens(text: string): readonly Caller[] | { readonly wrong: Texts } {
  const callers: Caller[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const said = line.trim();
    if (said === '' || said.startsWith('#')) continue;
    const [, name, token] = /^([\w.-]{1,64})\s+(\S+)$/.exec(said) ?? [];
    if (name === undefined || token === undefined || token.length < shortest) return { wrong: wrongLine(i + 1) };
    callers.push({ name, hash: hashed(token) });
  }
  return callers.length > 0
    ? callers
    : { wrong: { en: 'there is no token in it; nobody could ask anything', zh: '其中没有令牌，无人可以提问' } };
}

/** Never the line itself: it may hold a token. */
const wrongLine = (line: number): Texts => ({
  en: `line ${line} must be a name, a blank and a token of at least ${shortest} characters`,
  zh: `第 ${line} 行应为名称、空格与至少 ${shortest} 个字符的令牌`,
});

/** Whose token the header holds. Takes as long for a near miss as for a far one, and for the first caller as for the last. */
export function callerOf(header: string | undefined, callers: readonly Caller[]): Caller | undefined {
  const [, token = ''] = /^bearer +(\S+) *$/i.exec(header ?? '') ?? [];
  const hash = hashed(token);
  return callers.filter((one) => timingSafeEqual(one.hash, hash))[0];
}

const hashed = (token: string): Buffer => createHash('sha256').update(token).digest();
