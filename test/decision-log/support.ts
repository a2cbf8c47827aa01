import { readFileSync } from 'node:fs';
import { chainReader, type LineRead } from '../../engine/decision-log/read-chain.ts';
import { digest } from '../../engine/host/decision-log/digest.ts';
import { logLines } from '../../engine/host/decision-log/log-files.ts';
import {
  openDecisionLog,
  type DecisionLog,
  type LogEntry,
  type LogOptions,
} from '../../engine/host/decision-log/open-log.ts';
import { openBundle, rulesAt, type Bundle, type RawFacts, type Rules } from '../../engine/runtime.ts';
import { built } from '../bundle/support.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

const opened = await openBundle(await built(handbookOf(policyTexts)));
if ('diagnostics' in opened) throw new Error('the bundle is good');
export const bundle: Bundle = opened.bundle;
export const moment = { at: '2026-10-31' };
export const rules: Rules = rulesAt(bundle, moment);

/** A decision on these facts, as a host hands it to the log. */
export function entry(facts: RawFacts, decision = 'sales.net'): LogEntry {
  return { bundle, program: rules.program, moment, decision, facts, outcome: rules.decide(decision, facts) };
}

export const sales = (ordered: number): RawFacts => ({
  'sales.ordered': `${ordered} CNY`,
  'sales.returned': '8000 CNY',
});

export async function log(path: string, options: LogOptions = {}): Promise<DecisionLog> {
  const found = await openDecisionLog(path, { sync: 'os', ...options });
  if ('diagnostic' in found) throw new Error(found.diagnostic.message.en);
  return found.log;
}

/** The hashes under which entries were written. */
export async function write(to: DecisionLog, ...entries: readonly LogEntry[]): Promise<readonly string[]> {
  const written = await Promise.all(entries.map((one) => to.append(one)));
  return written.map((one) => {
    if ('diagnostic' in one) throw new Error(one.diagnostic.message.en);
    return one.hash;
  });
}

/** All lines of these files, in their order, as `file:line what`. */
export async function told(cwd: string, ...files: readonly string[]): Promise<readonly string[]> {
  const chain = chainReader(digest);
  const found: string[] = [];
  for await (const line of logLines(cwd, files)) found.push(`${line.file}:${line.number} ${word(chain.read(line))}`);
  return found;
}

const word = (read: LineRead): string => ('diagnostic' in read ? read.diagnostic.code : read.is);

export const hashes = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { hash: string }).hash);
