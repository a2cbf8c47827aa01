/**
 * How long a host takes from a bundle on disk (warm) to its first decision: reading, hash, signature, linking, the outcome. The
 * whole handbook, the median of twenty. `node bench/bundle.ts [--json]`; all of it in a process of its own, whose heap is empty.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundle } from '../engine/bundle/build.ts';
import { signBundle } from '../engine/bundle/sign.ts';
import { publicKey, type PublicKey } from '../engine/bundle/signature.ts';
import { newKey } from '../engine/host/bundle/key-file.ts';
import { loadHandbook } from '../engine/host/load-handbook.ts';
import { openBundle, rulesAt } from '../engine/runtime.ts';

const facts = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };

interface Took {
  readonly wall: number;
  /** Of all threads: what a machine that does other things too would need alone. */
  readonly cpu: number;
}

/** Milliseconds from the file to the first outcome. */
async function firstDecision(path: string, key: PublicKey): Promise<Took> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const opened = await openBundle(readFileSync(path), { keys: [key] });
  if ('diagnostics' in opened) throw new Error(opened.diagnostics[0]?.message.en);
  const { value } = rulesAt(opened.bundle, { at: '2026-10-31' }).decide('sales.net', facts);
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  if (value !== '80000.00 CNY') throw new Error(`sales.net is ${String(value)}`);
  return { wall, cpu: (user + system) / 1000 };
}

const dir = mkdtempSync(join(tmpdir(), 'bylaw-bundle-'));
const path = join(dir, 'handbook.bundle');
const keyPath = join(dir, 'key.json');
try {
  const [, , mode, given = ''] = process.argv;
  if (mode === '--measure') {
    const key = JSON.parse(readFileSync(join(given, 'key.json'), 'utf8')) as PublicKey;
    const times: Took[] = [];
    for (let i = 0; i < 20; i += 1) times.push(await firstDecision(join(given, 'handbook.bundle'), key));
    const median = (of: (took: Took) => number): number => {
      const sorted = times.map(of).sort((a, b) => a - b);
      return ((sorted[9] ?? 0) + (sorted[10] ?? 0)) / 2;
    };
    console.log(
      JSON.stringify({ first: times[0]?.wall, median: median(({ wall }) => wall), cpu: median(({ cpu }) => cpu) }),
    );
  } else {
    const loaded = await loadHandbook('policies');
    if (!('handbook' in loaded)) throw new Error(loaded.unreadable.en);
    const key = await newKey();
    const plain = await buildBundle({ handbook: loaded.handbook, timeZone: 'Asia/Shanghai', engine: '0' });
    writeFileSync(path, await signBundle(plain, key));
    writeFileSync(keyPath, JSON.stringify(publicKey(key)));
    const said = execFileSync(process.execPath, [import.meta.filename, '--measure', dir], { encoding: 'utf8' });
    const { first, median, cpu } = JSON.parse(said) as Readonly<Record<'first' | 'median' | 'cpu', number>>;
    const bytes = readFileSync(path).length;
    if (mode === '--json') console.log(JSON.stringify({ bytes, first, median, cpu }));
    else
      console.log(
        `bundle of the whole handbook: ${(bytes / 1e6).toFixed(1)} MB; read, verified, first decision: ${median.toFixed(1)} ms, of it ${cpu.toFixed(1)} ms of CPU (the very first ${first.toFixed(1)} ms)`,
      );
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
