/** Writes into the log that is named, without an end, and says the hash of each line that is confirmed: for tests that stop it. */
import process from 'node:process';
import { entry, log, sales, write } from './support.ts';

const [, , path = ''] = process.argv;
const writing = await log(path);
// So long that a stop comes in the middle of a write now and then.
const long = 'x'.repeat(3_000_000);
for (let ordered = 1; ; ordered += 1) {
  const [hash = ''] = await write(writing, entry(ordered % 2 === 0 ? sales(ordered) : { note: long }));
  process.stdout.write(`${hash}\n`);
}
