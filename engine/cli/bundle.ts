import { resolve } from 'node:path';
import type { Bundle } from '../bundle/contents.ts';
import { publicKey } from '../bundle/signature.ts';
import { readKey } from '../host/bundle/key-file.ts';
import { loadBundle, type LoadOptions } from '../host/bundle/load-bundle.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { wrongUse } from './refusals.ts';
import { isRefusal, type Call, type OptionRow, type Refusal } from './verb.ts';

export const bundleOptions: readonly OptionRow[] = [
  {
    flags: '--key <file>',
    says: { en: 'take only what this public key signed', zh: '只接受由此公钥签名的' },
  },
  {
    flags: '--remember <file>',
    says: {
      en: 'take nothing older than this file remembers, and remember this one',
      zh: '不接受比此文件所记更旧的，并记下这一个',
    },
  },
];

type BundleRead = { readonly bundle: Bundle } | { readonly diagnostics: readonly Diagnostic[] };

/** The bundle of a file by the options of the call. */
export async function readBundle(call: Call, file: string, whole: boolean): Promise<BundleRead | Refusal> {
  const trust = await loadingOf(call);
  return isRefusal(trust) ? trust : loadBundle(resolve(call.io.cwd, file), { whole, ...trust });
}

/** What the options of the call ask of a bundle before it is taken. */
export async function loadingOf({ io, options }: Call): Promise<LoadOptions | Refusal> {
  const { key: named, remember } = options;
  const key = named === undefined ? undefined : await readKey(resolve(io.cwd, named));
  if (isUnreadable(key)) return wrongUse(key.unreadable.en, key.unreadable.zh);
  return {
    ...(key === undefined ? {} : { keys: [publicKey(key)] }),
    ...(remember === undefined ? {} : { remember: resolve(io.cwd, remember) }),
  };
}
