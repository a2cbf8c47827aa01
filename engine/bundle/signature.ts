import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
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

/** Of all that JWS knows only this: a header cannot ask for anything weaker. */
export const algorithm = 'Ed25519';
/** A signature made for something else is none here. */
export const kind = 'bylaw-bundle+jws';
/** What is signed: the content by its hash, and how it is to be read. */
export const signedText = (sha256: string): string => `${String(bundleFormat)} ${sha256}`;

/** The half of a key that may be given to everybody. */
export const publicKey = ({ kty, crv, kid, x }: PublicKey): PublicKey => ({ kty, crv, kid, x });

/** The key that signed the bundle, or why it is not taken. */
export async function checkSignature(
  { signature, sha256 }: Envelope,
  keys: readonly PublicKey[],
  file: string,
): Promise<{ readonly signedBy: string } | Diagnostic> {
  const at = { file, start: 0, end: 0 };
  if (signature === undefined) return bundleMessages.unsigned({}, at);
  const named = keyNamed(signature);
  const key = keys.find(({ kid }) => kid === named);
  if (key === undefined)
    return bundleMessages['unknown-key']({ key: named.slice(0, 80), known: keys.map(({ kid }) => kid) }, at);
  return (await isSigned(signature, sha256, key))
    ? { signedBy: key.kid }
    : bundleMessages['bad-signature']({ key: key.kid }, at);
}

function keyNamed(signature: string): string {
  try {
    return decodeProtectedHeader(signature).kid ?? '';
  } catch {
    return '';
  }
}

async function isSigned(signature: string, sha256: string, { kty, crv, x }: PublicKey): Promise<boolean> {
  const jwk: JWK = { kty, crv, x };
  try {
    const { payload, protectedHeader } = await compactVerify(signature, await importJWK(jwk, algorithm), {
      algorithms: [algorithm],
    });
    return protectedHeader.typ === kind && new TextDecoder().decode(payload) === signedText(sha256);
  } catch {
    // The library says by an error that a signature does not hold; whatever else it means, the bundle is not taken.
    return false;
  }
}
