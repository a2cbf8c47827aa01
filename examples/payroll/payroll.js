/**
 * node payroll.js MONTH FILE [zh]: what each group is paid for the month, as a table, and every decision in `decisions.jsonl`.
 * Exit code 1 when somebody cannot be paid yet; what is missing stands in the last column.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import process from 'node:process';
import { parseFactsJson } from 'bylaw/facts';
import { loadBundle, openDecisionLog } from 'bylaw/node';
import { rulesAt } from 'bylaw/runtime';

const [month = '2026-10', file = 'groups.jsonl', language = 'en'] = process.argv.slice(2);

/** With the office's public key beside it, only what the office signed is taken, and nothing older than before. */
async function trusted() {
  const key = await readFile('office.pub.json', 'utf8').catch(() => undefined);
  return key === undefined ? {} : { keys: [JSON.parse(key)], remember: 'lowest.json' };
}

const loaded = await loadBundle('handbook.bundle', await trusted());
if ('diagnostics' in loaded) throw new Error(loaded.diagnostics.map(({ message }) => message.en).join('\n'));
const { bundle } = loaded;
const moment = { period: month };
const rules = rulesAt(bundle, moment);

const opened = await openDecisionLog('decisions.jsonl', { rotate: { bytes: 64_000_000 } });
if ('diagnostic' in opened) throw new Error(opened.diagnostic.message.en);
const { log } = opened;

/** Hundredths of a yuan, as a whole number: money never meets a float. */
const cents = (value) => BigInt(value.replace(' CNY', '').replace('.', ''));
const yuan = (sum) => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')} CNY`;

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

let sum = 0n;
let unpaid = 0;
console.log('name,amount,rests on,why not');
for await (const line of createInterface({ input: createReadStream(file) })) {
  if (line.trim() === '') continue;
  const { name, decision } = JSON.parse(line);
  // Read apart from the rest of the line, so that numbers keep every digit.
  const parsed = parseFactsJson(line);
  const facts = 'raw' in parsed ? parsed.raw.facts : {};
  const outcome = rules.decide(decision, facts);
  const kept = await log.append({ bundle, program: rules.program, moment, decision, facts, outcome });
  if ('diagnostic' in kept) throw new Error(kept.diagnostic.message.en);
  if (outcome.status === 'determined') sum += cents(outcome.value);
  else unpaid += 1;
  const why = outcome.error?.message[language] ?? outcome.reasons.map(({ text }) => text[language]).join(' ');
  console.log([name, outcome.value ?? '', outcome.flags.join(' '), why].map(cell).join(','));
}
await log.close();
console.log(`sum,${yuan(sum)},,${unpaid === 0 ? '' : `${unpaid} not paid yet`}`);
process.exitCode = unpaid === 0 ? 0 : 1;
