import { expect } from 'vitest';
import { openBundle } from '../../engine/bundle/open.ts';
import type { PublicKey } from '../../engine/bundle/signature.ts';
import { explainDecision } from '../../engine/embed/explained.ts';
import { rulesAt } from '../../engine/embed/rules.ts';
import { mutated, randomOf } from './mutations.ts';

interface Asked {
  readonly bundle: string;
  /** Whoever has configured this one takes none of the changed bundles. */
  readonly key: PublicKey;
  readonly facts: Readonly<Record<string, string>>;
  /** How many changed bundles, from which seed on. */
  readonly times: number;
  readonly seed: number;
}

interface Tally {
  readonly refused: number;
  readonly taken: number;
  /** Of those taken, outcomes that say that the engine or the bundle is at fault. */
  readonly failed: number;
}

/**
 * Changes the bundle again and again and asks what is left: a diagnostic or outcomes, no exception, and nothing of it
 * reaches objects that are not its own.
 */
export async function askedWhenMutated({ bundle, key, facts, times, seed }: Asked): Promise<Tally> {
  let [refused, taken, failed] = [0, 0, 0];
  const own = Reflect.ownKeys(Object.prototype);
  for (let at = seed; at < seed + times; at += 1) {
    const random = randomOf(at);
    const text = mutated(bundle, random);
    if (text === bundle) continue;
    expect(await openBundle(text, { keys: [key] }), `seed ${String(at)}`).toHaveProperty('diagnostics');
    const opened = await openBundle(text);
    expect(Reflect.ownKeys(Object.prototype), `seed ${String(at)}`).toEqual(own);
    if ('diagnostics' in opened) {
      refused += 1;
      expect(opened.diagnostics.filter(({ code }) => !code.startsWith('bundle/'))).toEqual([]);
      continue;
    }
    taken += 1;
    const rules = rulesAt(opened.bundle, { at: '2026-10-31' });
    const names = Object.keys(rules.program.decisions);
    for (let i = 0; i < 20; i += 1) {
      const name = names[Math.floor(random() * names.length)] ?? '';
      const outcome = rules.decide(name, facts);
      const explained = explainDecision(rules, name, facts).outcome;
      if (outcome.error?.code === 'bundle/failed' || explained.error?.code === 'bundle/failed') failed += 1;
      expect(['determined', 'undetermined', 'not-applicable', 'error'], `seed ${String(at)}`).toContain(outcome.status);
    }
    expect(Reflect.ownKeys(Object.prototype), `seed ${String(at)}`).toEqual(own);
  }
  return { refused, taken, failed };
}
