import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';
import { readContents, type Bundle } from './contents.ts';
import { openEnvelope } from './envelope.ts';
import { bundleMessages } from './messages.ts';
import { checkSignature, isPublicKey, type PublicKey } from './signature.ts';

export interface OpenOptions {
  /** What diagnostics call the bundle: a path or an address. */
  readonly name?: string;
  /** Once keys are given, only what one of them signed is taken; an empty list takes nothing. */
  readonly keys?: readonly PublicKey[];
  /**
   * Read and check all of it at once, also where a key vouches for it; `false` without keys: each section is checked when it is
   * read, and nobody looks for decisions that need each other, which would be asked for ever.
   */
  readonly whole?: boolean;
  /** What has been in use: another handbook, a lower revision, or another bundle of the same one is refused. */
  readonly lowest?: Lowest;
}
/** A handbook in use, and the highest revision of it that was. */
export interface Lowest {
  readonly handbook: string;
  readonly revision: number;
  /** What that revision said: another bundle of the same revision may be the older one of the two. */
  readonly sha256?: string;
}

type OpenedBundle = { readonly bundle: Bundle } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Opens a bundle, all of it or nothing. Without keys everything in it is read and checked at once (unless `whole` is false), since nobody vouches for it.
 * With them the signature is checked first; sections of policies are then read when they are needed, and one that is not as it
 * should be makes its decisions errors. Rejects with a TypeError for options that it does not know and for keys that are none:
 * passed over, they would let a bundle in that nobody vouches for.
 */
export async function openBundle(given: string | Uint8Array, options: OpenOptions = {}): Promise<OpenedBundle> {
  checkOptions(options);
  const { name = '<bundle>', keys, lowest, whole = keys === undefined } = options;
  // A copy: nobody may change the bytes once their hash has been checked.
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : new Uint8Array(given);
  const opened = await openEnvelope(bytes, name);
  if ('code' in opened) return { diagnostics: [opened] };
  const signed: { readonly signedBy?: string } | Diagnostic =
    keys === undefined ? {} : await checkSignature(opened, keys, name);
  if ('code' in signed) return { diagnostics: [signed] };
  const read = readContents({ bytes, opened, name });
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic] };
  const refused = lowest === undefined ? undefined : older(read.bundle, lowest, name);
  if (refused !== undefined) return { diagnostics: [refused] };
  const found = whole ? read.checkAll() : [];
  return found.length > 0 ? { diagnostics: found } : { bundle: { ...read.bundle, ...signed } };
}

/** What TypeScript forbids and JavaScript does not. */
function checkOptions(options: OpenOptions): void {
  for (const option of Object.keys(options))
    if (!/^(?:name|keys|whole|lowest)$/.test(option)) throw new TypeError(`no option “${option}”`);
  const keys: unknown = options.keys;
  if ('keys' in options && !(Array.isArray(keys) && keys.every(isPublicKey)))
    throw new TypeError('“keys” must be a list of public keys');
}

function older({ name, revision, sha256 }: Bundle, lowest: Lowest, file: string): Diagnostic | undefined {
  const at: Span = { file, start: 0, end: 0 };
  if (name !== lowest.handbook) return bundleMessages['other-handbook']({ name, expected: lowest.handbook }, at);
  if (revision < lowest.revision) return bundleMessages.older({ revision, lowest: lowest.revision }, at);
  const isOther = revision === lowest.revision && lowest.sha256 !== undefined && lowest.sha256 !== sha256;
  return isOther ? bundleMessages['same-revision']({ revision }, at) : undefined;
}
