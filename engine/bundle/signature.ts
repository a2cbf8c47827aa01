import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { bundleFormat, type Envelope } from './envelope.ts';
import { bundleMessages } from './messages.ts';

/** An Ed25519 key as a JSON Web Key (RFC 8037); `kid` is what a signature names it by. */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly kid: string;
  readonly x: string;
}
/** The same with its private half, which signs and never leaves the one who builds. */
export interface PrivateKey extends PublicKey {
  readonly d: string;
}

/** Of all that JWS knows only this. */
export const algorithm = 'Ed25519';

/** The header of every signature by a key; `typ` keeps a signature that was made for something else from being one of ours. */
export const headerOf = ({ kid }: PublicKey): { readonly alg: string; readonly kid: string; readonly typ: string } => ({
  alg: algorithm,
  kid,
  typ: 'bylaw-bundle+jws',
});
/** What is signed: the content by its hash, and how it is to be read. */
export const payloadOf = (sha256: string): string => `${String(bundleFormat)} ${sha256}`;

/** What a host may trust; the secret half has no business there. */
export function isPublicKey(given: unknown): given is PublicKey {
  const { crv, kid, x, d } = (given ?? {}) as Readonly<Record<string, unknown>>;
  return crv === 'Ed25519' && typeof kid === 'string' && typeof x === 'string' && d === undefined;
}

/** The half of a key that may be given to everybody. */
export const publicKey = ({ kty, crv, kid, x }: PublicKey): PublicKey => ({ kty, crv, kid, x });

/**
 * The key that signed the bundle, or why it is not taken. Nothing that the signature says is read: what it must begin with
 * follows from the key and the content, so there is no header that could ask for another algorithm or key.
 */
export async function checkSignature(
  { signature, sha256 }: Envelope,
  keys: readonly PublicKey[],
  file: string,
): Promise<{ readonly signedBy: string } | Diagnostic> {
  const at = { file, start: 0, end: 0 };
  if (signature === undefined) return bundleMessages.unsigned({}, at);
  const [header = ''] = signature.split('.');
  const key = keys.find((one) => base64url(JSON.stringify(headerOf(one))) === header);
  if (key === undefined) return bundleMessages['unknown-key']({ known: keys.map(({ kid }) => kid) }, at);
  const signed = `${header}.${base64url(payloadOf(sha256))}`;
  const made = signature.startsWith(`${signed}.`) ? bytesOf(signature.slice(signed.length + 1)) : undefined;
  const holds = made !== undefined && (await verified(key, made, signed));
  return holds ? { signedBy: key.kid } : bundleMessages['bad-signature']({ key: key.kid }, at);
}

async function verified({ kty, crv, x }: PublicKey, made: Uint8Array<ArrayBuffer>, signed: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, key, made, new TextEncoder().encode(signed));
}

function base64url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The 64 bytes of a signature; undefined for any other text. */
function bytesOf(written: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]{86}$/.test(written)) return undefined;
  return Uint8Array.from(atob(written.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}
