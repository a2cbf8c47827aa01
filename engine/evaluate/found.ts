import type { Reason } from '../ir/outcome.ts';
import type { Failure } from '../value/result.ts';
import type { Datum } from './datum.ts';

/** What a node gives. */
export type Found =
  | { readonly status: 'determined'; readonly value: Datum; readonly flags: Flags }
  | { readonly status: 'undetermined'; readonly reasons: readonly Reason[]; readonly flags: Flags }
  | { readonly status: 'not-applicable'; readonly flags: Flags }
  | Failure;
export type Flags = readonly string[];

const none: Flags = [];

export function determined(value: Datum, flags: Flags = none): Found {
  return { status: 'determined', value, flags };
}

export function undetermined(...reasons: readonly Reason[]): Found {
  return { status: 'undetermined', reasons, flags: none };
}

/** The strict rule: the leftmost error, else all reasons, else what the values give; always with the flags of all. */
export function strict(parts: readonly Found[], then: (values: readonly Datum[]) => Found): Found {
  const values: Datum[] = [];
  const reasons: Reason[] = [];
  for (const part of parts) {
    if (part.status === 'error') return part;
    if (part.status === 'undetermined') for (const reason of part.reasons) reasons.push(reason);
    else if (part.status === 'determined') values.push(part.value);
  }
  const flags = flagsOf(parts);
  return reasons.length > 0 ? { status: 'undetermined', reasons, flags } : withFlags(flags, then(values));
}

export function withFlags(flags: Flags, found: Found): Found {
  if (found.status === 'error' || flags.length === 0) return found;
  return { ...found, flags: union(flags, found.flags) };
}

/** The flags of all; of many, each once, since a list's elements mostly carry the same. */
export function flagsOf(parts: readonly Found[]): Flags {
  let flags = none;
  for (const part of parts) if (part.status !== 'error' && part.flags.length > 0) flags = union(flags, part.flags);
  return flags;
}

function union(a: Flags, b: Flags): Flags {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const more = b.filter((flag) => !a.includes(flag));
  return more.length === 0 ? a : [...a, ...more];
}

export function isTrue(found: Found): boolean {
  return found.status === 'determined' && found.value.is === 'boolean' && found.value.truth;
}

export function isFalse(found: Found): boolean {
  return found.status === 'determined' && found.value.is === 'boolean' && !found.value.truth;
}
