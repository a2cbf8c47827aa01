import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { LogRecorder } from '../../server/record.ts';
import type { Bundle } from '../bundle/contents.ts';
import { logMessages } from '../decision-log/messages.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { maskingBy, unlogged } from './eval-log.ts';
import { isRefusal, type Call, type Refusal } from './verb.ts';

/** A file is full at this size: small enough to be sent and searched, large enough for some hundred thousand decisions. */
const fullBytes = 64_000_000;

/** The decision log of a service by the options of the call, if it has one. */
export async function recorderOf(call: Call, log: Logger): Promise<LogRecorder | undefined | Refusal> {
  const { log: named, mask: hidden } = call.options;
  if (named === undefined) return undefined;
  const mask = hidden === undefined ? undefined : await maskingBy(call, hidden);
  if (isRefusal(mask)) return mask;
  const { keepRecord } = await import('../../server/record.ts');
  const options = { rotate: { bytes: fullBytes }, now: call.io.now, ...(mask === undefined ? {} : { mask }) };
  const kept = await keepRecord(resolve(call.io.cwd, named), options, log);
  return 'diagnostic' in kept ? unlogged(named, kept.diagnostic) : kept;
}

/** A fact that is to be hidden must be one of the bundle; renamed, it would stand in the log. */
export function maskFits({ options: { mask = [] } }: Call, file: string, { facts }: Bundle): Diagnostic | undefined {
  const stray = mask.find((name) => !Object.hasOwn(facts, name));
  if (stray === undefined) return undefined;
  const near = suggest(stray, Object.keys(facts));
  return logMessages['unknown-mask']({ fact: stray, near }, { file, start: 0, end: 0 });
}
