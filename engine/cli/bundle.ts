import { resolve } from 'node:path';
import type { Bundle } from '../bundle/contents.ts';
import type { PublicKey } from '../bundle/signature.ts';
import { isPrivate, readKey } from '../host/bundle/key-file.ts';
import { loadBundle, type LoadOptions } from '../host/bundle/load-bundle.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { wrongUse } from './refusals.ts';
import { isRefusal, type Call, type OptionRow, type Refusal } from './verb.ts';

export const keyOption: OptionRow = {
  flags: '--key <file>',
  says: {
    en: 'take only what this public key signed; of several keys, what one of them signed',
    zh: '只接受由此公钥签名的；给出多个公钥时，须由其中之一签名',
  },
  collects: 'keys',
};

/** How far a bundle is trusted. */
export const bundleOptions: readonly OptionRow[] = [
  keyOption,
  {
    flags: '--remember <file>',
    says: {
      en: 'take nothing older than this file remembers, and remember this one',
      zh: '不接受比此文件所记更旧的，并记下这一个',
    },
  },
];

/** For verbs that ask a folder or a bundle. */
export const fromBundle: readonly OptionRow[] = [
  {
    flags: '--bundle <file>',
    says: {
      en: 'ask a bundle instead of a folder (see “bylaw build”)',
      zh: '求取制度包而不是文件夹（见“bylaw build”）',
    },
  },
  ...bundleOptions,
];

type BundleRead = { readonly bundle: Bundle } | { readonly diagnostics: readonly Diagnostic[] };

/** The bundle of a file by the options of the call. */
export async function readBundle(
  call: Call,
  file: string,
  manner: Pick<LoadOptions, 'whole'> = {},
): Promise<BundleRead | Refusal> {
  const trust = await loadingOf(call);
  return isRefusal(trust) ? trust : loadBundle(resolve(call.io.cwd, file), { ...manner, ...trust });
}

/** What the options of the call ask of a bundle before it is taken. */
export async function loadingOf(call: Call): Promise<LoadOptions | Refusal> {
  const { remember } = call.options;
  const keys = await keysOf(call);
  if (isRefusal(keys)) return keys;
  return {
    // No key at all: nobody need have signed it. An empty list would take nothing.
    ...(keys.length === 0 ? {} : { keys }),
    ...(remember === undefined ? {} : { remember: resolve(call.io.cwd, remember) }),
  };
}

async function keysOf({ io, options }: Call): Promise<readonly PublicKey[] | Refusal> {
  const keys: PublicKey[] = [];
  for (const named of options.keys ?? []) {
    const key = await readKey(resolve(io.cwd, named));
    if (isUnreadable(key)) return wrongUse(key.unreadable.en, key.unreadable.zh);
    if (isPrivate(key)) return secretKey(named);
    keys.push(key);
  }
  return keys;
}

/** Where bundles are loaded the secret half has no business: whoever has it signs what he likes. */
function secretKey(named: string): Refusal {
  const [, name = 'NAME'] = /^(.+)\.key\.json$/.exec(named) ?? [];
  const open = `${name}.pub.json`;
  return wrongUse(
    `${named} is the secret key, which signs; here the public one belongs: --key ${open}. Keep the secret one where bundles are built.`,
    `${named} 是签名用的私钥；此处应给出公钥：--key ${open}。私钥只应留在生成制度包的地方。`,
  );
}
