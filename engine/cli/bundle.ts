import { resolve } from 'node:path';
import type { Bundle } from '../bundle/contents.ts';
import { publicKey, type PublicKey } from '../bundle/signature.ts';
import { readKey } from '../host/bundle/key-file.ts';
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
export async function readBundle(call: Call, file: string, whole: boolean): Promise<BundleRead | Refusal> {
  const trust = await loadingOf(call);
  return isRefusal(trust) ? trust : loadBundle(resolve(call.io.cwd, file), { whole, ...trust });
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
    keys.push(publicKey(key));
  }
  return keys;
}
