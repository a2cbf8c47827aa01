import { CompactSign, importJWK } from 'jose';
import { hashOf, withSignature } from './envelope.ts';
import { algorithm, kind, signedText, type PrivateKey } from './signature.ts';

/** A bundle that was just built with a signature on its first line: of the hash of its content, as a JWS in compact form. */
export async function signBundle(bundle: string, { kty, crv, x, d, kid }: PrivateKey): Promise<string> {
  const sha256 = await hashOf(bundle);
  const signature = await new CompactSign(new TextEncoder().encode(signedText(sha256)))
    .setProtectedHeader({ alg: algorithm, kid, typ: kind })
    .sign(await importJWK({ kty, crv, x, d }, algorithm));
  return withSignature(bundle, { sha256, signature });
}
