import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bylawRun, hashOf, killedRun } from './killed-run.ts';
import { mapping, writeLargeTable } from './large-table.ts';
import { at, decisions, texts } from './policy.ts';

// A run over many rows is killed three times at random moments and gone on with: the result must be, byte for byte, that of a
// run that nobody disturbed.

const rows = Number(process.argv[2] ?? 10_000_000);
const folder = mkdtempSync(join(tmpdir(), 'bylaw-resume-'));
mkdirSync(join(folder, 'rules'));
for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, 'rules', name), text);
writeFileSync(join(folder, 'map.yaml'), mapping);
writeLargeTable(join(folder, 'in.csv'), rows);
const args = [...decisions, '--in', 'in.csv', '--map', 'map.yaml', '--at', at, '--handbook', 'rules', '--lang', 'en'];

try {
  const whole = await bylawRun(folder, 'whole.csv', args);
  if (whole.code !== 0) throw new Error(whole.said);
  const size = statSync(join(folder, 'whole.csv')).size;
  console.log(
    `${rows.toLocaleString('en')} rows, undisturbed: ${whole.seconds.toFixed(1)} s, ${size.toLocaleString('en')} bytes`,
  );
  const killed = await killedRun(folder, 'killed.csv', args, 3, whole.seconds * 300);
  if (killed.last.code !== 0) throw new Error(killed.last.said);
  const shares = killed.safe.map((bytes) => `${((bytes / size) * 100).toFixed(1)} %`);
  console.log(
    `killed three times, with so much of the result safe: ${shares.join(', ')}; then to its end in ${killed.last.seconds.toFixed(1)} s`,
  );
  const [a, b] = [await hashOf(join(folder, 'whole.csv')), await hashOf(join(folder, 'killed.csv'))];
  const said = [whole, killed.last].map(({ said: words }) => words.trim().split('\n').at(-1));
  console.log(
    `identical: ${a === b ? 'yes' : 'NO'}; the same said of it: ${said[0] === said[1] ? 'yes' : 'NO'} (${said[1] ?? ''})`,
  );
  if (a !== b || said[0] !== said[1]) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
