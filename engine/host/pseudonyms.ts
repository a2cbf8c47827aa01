import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { noFile } from './host-messages.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import { whyUnreadable } from './read-text.ts';

/** Fewer bytes than this are guessed by trying. */
const leastBytes = 16;
/** Hexadecimal digits of a pseudonym: 64 bits, so that among a million people two with the same one are a chance of 1 in 36 million. */
const digits = 16;

/**
 * Names for people that only who has the key can lead back: HMAC-SHA-256 of the identifier under the bytes of a file (a line
 * end behind them is an editor's and does not count). The same identifier gives the same pseudonym, in every table and run.
 */
export async function pseudonymsBy(path: string, name: string): Promise<((identifier: string) => string) | Unreadable> {
  const seal = await sealsBy(path, name);
  return isUnreadable(seal) ? seal : (identifier) => seal(identifier).slice(0, digits);
}

/** The same in full, 64 hexadecimal digits: what stands for masked facts in a decision log. `name` is what messages call the file. */
export async function sealsBy(path: string, name: string = path): Promise<((text: string) => string) | Unreadable> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return whyUnreadable(error, name, noFile(name));
  }
  const key = withoutLineEnd(bytes);
  if (key.length < leastBytes) return shortKey(name);
  return (text) => createHmac('sha256', key).update(text, 'utf8').digest('hex');
}

function withoutLineEnd(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1;
  return bytes.subarray(0, end);
}

/** Says nothing of what the key is. */
function shortKey(name: string): Unreadable {
  return {
    unreadable: {
      en: `The key in ${name} is too short to keep a name secret: it needs at least ${leastBytes} bytes, at random (openssl rand -hex 32).`,
      zh: `${name} 中的密钥太短，不足以保密：至少需要 ${leastBytes} 字节的随机数据（openssl rand -hex 32）。`,
    },
  };
}
