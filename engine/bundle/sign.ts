import { CompactSign, importJWK } from 'jose';
import { hashOf, withSignature } from './envelope.ts';
import { algorithm, headerOf, payloadOf, type PrivateKey } from './signature.ts';

/** A bundle that was just built with a signature on its first line: of the hash of its content, as a JWS in compact form. */
export async function signBundle(bundle: string, key: PrivateKey): Promise<string> {
  const { kty, crv, x, d } = key;
  const sha256 = await hashOf(bundle);
  const signature = await new CompactSign(new TextEncoder().encode(payloadOf(sha256)))
    .setProtectedHeader(headerOf(key))
    .sign(await importJWK({ kty, crv, x, d }, algorithm));
  return withSignature(bundle, { sha256, signature });
}
