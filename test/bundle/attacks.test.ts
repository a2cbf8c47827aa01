/** What somebody may do to a bundle on its way to a host that configures keys: each of it is refused. */
import { compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { openBundle } from '../../engine/bundle/open.ts';
import { signBundle } from '../../engine/bundle/sign.ts';
import { publicKey, type PrivateKey } from '../../engine/bundle/signature.ts';
import { loadBundle } from '../../engine/host/bundle/load-bundle.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { built, opened, refusals, rewritten } from './support.ts';

const newKey = async (kid: string): Promise<PrivateKey> => {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { x = '', d = '' } = await exportJWK(privateKey);
  return { kty: 'OKP', crv: 'Ed25519', kid, x, d };
};
const at = (revision: number): Promise<string> =>
  built(handbookOf({ ...policyTexts, 'handbook.yaml': manifestAt(revision) }));
const manifestAt = (revision: number): string =>
  (policyTexts['handbook.yaml'] ?? '').replace(/^revision: \d+$/m, `revision: ${String(revision)}`);

let key: PrivateKey;
let plain: string;
let signed: string;
beforeAll(async () => {
  key = await newKey('office');
  plain = await at(7);
  signed = await signBundle(plain, key);
});
const trust = (): { readonly keys: readonly [ReturnType<typeof publicKey>] } => ({ keys: [publicKey(key)] });

test('the bundle that the office signed is taken, and says who signed it', async () => {
  const bundle = await opened(signed, trust());
  expect(bundle).toMatchObject({ revision: 7, signedBy: 'office', name: 'e-commerce' });
  expect(await refusals(signed, { ...trust(), lowest: { handbook: 'e-commerce', revision: 7 } })).toEqual([]);
  // Who configures no keys may still read it.
  expect((await opened(signed)).signedBy).toBeUndefined();
});

const codes = async (...asked: Parameters<typeof refusals>): Promise<readonly string[]> =>
  (await refusals(...asked)).map((said) => said.split(':')[0] ?? '');

test('unsigned', async () => {
  expect(await codes(plain, trust())).toEqual(['bundle/unsigned']);
});

test('options that say nothing, and keys that are none, do not open it', async () => {
  const asked: readonly object[] = [
    { key: [publicKey(key)] },
    { keys: publicKey(key) },
    { keys: undefined },
    { keys: [{}] },
    { keys: [null] },
    { keys: ['office.pub.json'] },
    { keys: [key] },
    { remembers: 'lowest.json' },
  ];
  for (const options of asked) {
    await expect(openBundle(signed, options), JSON.stringify(options)).rejects.toThrow(TypeError);
    await expect(loadBundle(fileURLToPath(import.meta.url), options)).rejects.toThrow(TypeError);
  }
  await expect(openBundle(signed, { key: [] } as object)).rejects.toThrow('no option “key”');
});

test('stripped of its signature', async () => {
  const stripped = signed.replace(/"signature":"[^"]+"/, '"signature":null');
  expect(await codes(stripped, trust())).toEqual(['bundle/unsigned']);
  for (const empty of ['""', '"."', '".."', '"e30.e30."', 'false', '[]', '{}'])
    expect(await codes(signed.replace(/"signature":"[^"]+"/, `"signature":${empty}`), trust())).toHaveLength(1);
  // Without keys a list of none is still a list: nothing is taken.
  expect(await codes(signed, { keys: [] })).toEqual(['bundle/unknown-key']);
});

test('altered, with the old hash and with a new one', async () => {
  const raised = (text: string): string => text.replace('["percent","0.02"]', '["percent","0.2"]');
  expect(raised(signed)).not.toBe(signed);
  expect(await codes(raised(signed), trust())).toEqual(['bundle/altered']);
  const rehashed = rewritten(signed, raised);
  expect(await codes(rehashed, trust())).toEqual(['bundle/bad-signature']);
  // The same bytes are a whole bundle: only the signature stands against them.
  expect(await codes(rehashed)).toEqual([]);
});

test('extended', async () => {
  expect(await codes(`${signed}\n`, trust())).toEqual(['bundle/altered']);
  expect(await codes(signed.replace('\n]}\n', ',\n{}\n]}\n'), trust())).toEqual(['bundle/altered']);
  expect(
    await codes(
      rewritten(signed, (content) => content.replace('\n]}\n', ',\n{}\n]}\n')),
      trust(),
    ),
  ).toEqual(['bundle/bad-signature']);
});

test('signed with a key that nobody configured, under a name of its own or under that of the office', async () => {
  expect(await codes(await signBundle(plain, await newKey('stranger')), trust())).toEqual(['bundle/unknown-key']);
  expect(await codes(await signBundle(plain, await newKey('office')), trust())).toEqual(['bundle/bad-signature']);
});

test('older than what has been in use, or of another handbook', async () => {
  const older = await signBundle(await at(6), key);
  expect(await codes(older, { ...trust(), lowest: { handbook: 'e-commerce', revision: 7 } })).toEqual(['bundle/older']);
  expect(await codes(signed, { ...trust(), lowest: { handbook: 'other', revision: 1 } })).toEqual([
    'bundle/other-handbook',
  ]);
});

test('another content under the revision that has been in use', async () => {
  const { sha256 } = await opened(signed);
  const lowest = { handbook: 'e-commerce', revision: 7, sha256 };
  const other = built(handbookOf({ ...policyTexts, 'handbook.yaml': manifestAt(7).replace('Shanghai', 'Hong_Kong') }));
  expect(await codes(await signBundle(await other, key), { ...trust(), lowest })).toEqual(['bundle/same-revision']);
  expect(await codes(signed, { ...trust(), lowest })).toEqual([]);
});

test('a signature of another bundle, or one made for something else', async () => {
  const other = await signBundle(await at(8), key);
  const signature = /"signature":"([^"]+)"/.exec(other)?.[1] ?? '';
  expect(await codes(signed.replace(/"signature":"[^"]+"/, `"signature":"${signature}"`), trust())).toEqual([
    'bundle/bad-signature',
  ]);
});

test('an algorithm that the header asks for is not taken from it', async () => {
  const [, payload = '', made = ''] = /"signature":"([^"]+)"/.exec(signed)?.[1]?.split('.') ?? [];
  for (const alg of ['none', 'HS256', 'EdDSA']) {
    const header = Buffer.from(JSON.stringify({ alg, kid: 'office', typ: 'bylaw-bundle+jws' })).toString('base64url');
    for (const signature of [`${header}.${payload}.${made}`, `${header}.${payload}.`])
      expect(await codes(signed.replace(/"signature":"[^"]+"/, `"signature":"${signature}"`), trust())).toEqual([
        'bundle/unknown-key',
      ]);
  }
});

test('any library that knows JWS finds the same signature good, and of it nothing but the hash', async () => {
  const { signature, sha256 } = JSON.parse(`${signed.slice(0, signed.indexOf('\n'))}]}`) as Record<string, string>;
  const { payload, protectedHeader } = await compactVerify(
    signature ?? '',
    await importJWK({ ...publicKey(key) }, 'Ed25519'),
  );
  expect(new TextDecoder().decode(payload)).toBe(`1 ${sha256 ?? ''}`);
  expect(protectedHeader).toEqual({ alg: 'Ed25519', kid: 'office', typ: 'bylaw-bundle+jws' });
});
