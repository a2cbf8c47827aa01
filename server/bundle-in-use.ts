import { rulesAt, type Bundle, type Diagnostic, type Moment, type Rules } from '../engine/runtime.ts';

/** A bundle with the rules of the days that were asked about last. */
export interface InUse {
  readonly bundle: Bundle;
  /** Undefined for a day or month that is none. */
  readonly rulesOf: (moment: Moment) => Rules | undefined;
}

/** Answers go on by the last good bundle whatever a reload brings. */
export interface BundleInUse {
  /** Taken once by each request, so that a request is answered by one bundle. */
  readonly now: () => InUse;
  /** Why the file as it is now is not taken; empty when it is the one in use. */
  readonly refused: () => readonly Diagnostic[];
  readonly reload: () => Promise<void>;
  /** Who hears what came of each reload. */
  readonly listen: (hear: Hear) => void;
}

type Loaded = { readonly bundle: Bundle } | { readonly diagnostics: readonly Diagnostic[] };
type Hear = (loaded: Loaded, changed: boolean) => void;

/** Loads the first bundle, or says why there is none. `load` is told the bundle in use. */
export async function useBundle(
  load: (current?: Bundle) => Promise<Loaded>,
): Promise<BundleInUse | { readonly diagnostics: readonly Diagnostic[] }> {
  const first = await load();
  if ('diagnostics' in first) return first;
  let inUse = used(first.bundle);
  let refused: readonly Diagnostic[] = [];
  let turn: Promise<void> = Promise.resolve();
  const listeners: Hear[] = [];
  const look = async (): Promise<void> => {
    const loaded = await load(inUse.bundle);
    refused = 'diagnostics' in loaded ? loaded.diagnostics : [];
    const isNew = 'bundle' in loaded && loaded.bundle.sha256 !== inUse.bundle.sha256;
    if (isNew) inUse = used(loaded.bundle);
    for (const hear of listeners) hear(loaded, isNew);
  };
  return {
    now: () => inUse,
    refused: () => refused,
    reload: () => {
      // One after the other, or an older file could win over a newer one.
      const looked = turn.then(look);
      // One that fails must not keep later ones from happening.
      turn = looked.catch(() => undefined);
      return looked;
    },
    listen: (hear) => void listeners.push(hear),
  };
}

/** Linking takes milliseconds and memory; callers ask about few days. */
const mostMoments = 64;

function used(bundle: Bundle): InUse {
  const kept = new Map<string, Rules>();
  const rulesOf = (moment: Moment): Rules | undefined => {
    const key = JSON.stringify(moment);
    const rules = kept.get(key) ?? linked(bundle, moment);
    if (rules === undefined) return undefined;
    // What was asked about last stands last.
    kept.delete(key);
    kept.set(key, rules);
    const [oldest] = kept.keys();
    if (kept.size > mostMoments && oldest !== undefined) kept.delete(oldest);
    return rules;
  };
  return { bundle, rulesOf };
}

function linked(bundle: Bundle, moment: Moment): Rules | undefined {
  try {
    return rulesAt(bundle, moment);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
