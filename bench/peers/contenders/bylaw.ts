import { readFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { openBundle, rulesAt, type Rules } from '../../../engine/runtime.ts';
import { asking, type Ask } from '../../asking.ts';
import { integersExplained } from '../../contenders/by-hand-explained.ts';
import { columns, compiled, compiledFromText, explained } from '../../contenders/bylaw.ts';
import { emitted, emittedOfText, type EmittedModule } from '../../contenders/emitted.ts';
import { at } from '../../names.ts';
import type { Peer } from '../peer.ts';

/** The rules of the bundle that BENCH_BUNDLE names, as a host loads them. */
async function loaded(): Promise<Rules> {
  const opened = await openBundle(readFileSync(process.env['BENCH_BUNDLE'] ?? ''));
  if ('diagnostics' in opened) throw new Error(opened.diagnostics[0]?.message.en);
  return rulesAt(opened.bundle, { at });
}

const asked = (name: string, load: () => Promise<Ask>): Peer => ({
  name,
  rows: 20_000,
  build: async () => asking(await load()),
});

const embedded = asked('Bylaw, embedded: texts in, outcomes out', async () => {
  const rules = await loaded();
  return (decision, facts) => rules.decide(decision, facts);
});

/** The module that BENCH_MODULE names. */
const loadedModule = async (): Promise<EmittedModule> =>
  (await import(pathToFileURL(process.env['BENCH_MODULE'] ?? '').href)) as EmittedModule;

const outcomes = asked('Bylaw, emitted module: texts in, outcomes out', async () => {
  const { evaluate } = await loadedModule();
  return (decision, facts) => evaluate(decision, facts, { at });
});

export const peers: readonly Peer[] = [
  ...[
    { of: compiled, name: 'Bylaw, compiled closures' },
    { of: compiledFromText, name: 'Bylaw, compiled closures, text in' },
    { of: columns, name: 'Bylaw, columns' },
    { of: explained, name: 'Bylaw, with explanation' },
    // Here since what never changes in the explanations is taken from the rules.
    { of: integersExplained, name: 'hand-written, the very same explanation' },
  ].map(({ of, name }): Peer => ({
    name,
    rows: of === explained ? 50_000 : Infinity,
    build: async () => of((await loaded()).program).prepare,
  })),
  embedded,
  outcomes,
  ...[
    { of: emitted, name: 'Bylaw, emitted module' },
    { of: emittedOfText, name: 'Bylaw, emitted module, text in and out' },
  ].map(({ of, name }): Peer => ({ name, rows: Infinity, build: async () => of(await loadedModule()).prepare })),
];
