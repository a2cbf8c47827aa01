import { open, readFile } from 'node:fs/promises';
import type { PrivateKey, PublicKey } from '../../bundle/signature.ts';
import type { Unreadable } from '../../tables/unreadable.ts';
import { noFile } from '../host-messages.ts';
import { whyUnreadable } from '../read-text.ts';

/** A new Ed25519 key. Its name is its thumbprint (RFC 7638), so that no two keys share one. */
export async function newKey(): Promise<PrivateKey> {
  // Reading a key, which every start from a signed bundle does, needs no library.
  const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose');
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { x, d } = await exportJWK(privateKey);
  if (x === undefined || d === undefined) throw new Error('an Ed25519 key has two halves');
  return { kty: 'OKP', crv: 'Ed25519', kid: await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x }), x, d };
}

/** Writes a key into a new file; false when there is one already, which stays. `secret`: for its owner only. */
export async function writeKey(path: string, key: PublicKey, secret: boolean): Promise<boolean> {
  try {
    const file = await open(path, 'wx', secret ? 0o600 : 0o644);
    await file.writeFile(`${JSON.stringify(key, null, 2)}\n`).finally(() => file.close());
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The key of a file, with its private half where that stands there. */
export async function readKey(path: string): Promise<PublicKey | PrivateKey | Unreadable> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return whyUnreadable(error, path, noFile(path));
  }
  return keyOf(text) ?? noKey(path);
}

export const isPrivate = (key: PublicKey): key is PrivateKey => 'd' in key;

function keyOf(text: string): PublicKey | PrivateKey | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null) return undefined;
  const { kty, crv, kid, x, d } = said as Readonly<Record<string, unknown>>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof kid !== 'string' || !isHalf(x)) return undefined;
  const key: PublicKey = { kty, crv, kid, x };
  return d === undefined ? key : isHalf(d) ? { ...key, d } : undefined;
}

/** 32 bytes in base64url. */
const isHalf = (part: unknown): part is string => typeof part === 'string' && /^[\w-]{43}$/.test(part);

function noKey(path: string): Unreadable {
  return {
    unreadable: {
      en: `${path} is no key: expected is an Ed25519 key as a JSON Web Key, as “bylaw keys new” writes it.`,
      zh: `${path} 不是密钥：应为 JSON Web Key 形式的 Ed25519 密钥，由“bylaw keys new”写出。`,
    },
  };
}
