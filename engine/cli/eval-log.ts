import { resolve } from 'node:path';
import type { Bundle } from '../bundle/contents.ts';
import type { Masking } from '../decision-log/mask.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import type { RawFacts } from '../value/facts.ts';
import { factNamed } from '../value/facts.ts';
import type { Dated } from './handbook.ts';
import { refusedText, type Asked } from './question.ts';
import { missingOption, wrongUse } from './refusals.ts';
import { isRefusal, remark, type Call, type OptionRow, type Refusal } from './verb.ts';

export const logOptions: readonly OptionRow[] = [
  {
    flags: '--log <file>',
    says: {
      en: 'write what was decided behind the other lines of this log (with --bundle; see “bylaw replay”)',
      zh: '把所作的决定写在此日志末尾（须用 --bundle；见“bylaw replay”）',
    },
  },
  {
    flags: '--mask <facts...>',
    says: { en: 'facts that the log does not show', zh: '日志不显示的事实' },
  },
  {
    flags: '--mask-key <file>',
    says: {
      en: 'a file with a secret: masked facts stand in the log as their HMAC (else not at all)',
      zh: '含密钥的文件：被遮盖的事实以其 HMAC 记入日志（默认不记）',
    },
  },
];

/** Options that mean nothing without others. */
export function refusedLog({ options }: Call): Refusal | undefined {
  const { log, bundle, mask, maskKey } = options;
  if (log !== undefined && bundle === undefined)
    return missingOption('--bundle', {
      en: 'a log names the bundle that decided; write one with “bylaw build”',
      zh: '日志须写明由哪个制度包决定；请用“bylaw build”生成',
    });
  if (mask !== undefined && log === undefined)
    return missingOption('--log', { en: '--mask is about a log', zh: '--mask 针对日志' });
  if (maskKey !== undefined && mask === undefined)
    return missingOption('--mask', { en: 'name the facts that the key hides', zh: '请写明密钥遮盖哪些事实' });
  return undefined;
}

interface Answered {
  readonly asked: readonly Asked[];
  readonly facts: RawFacts;
  readonly outcomes: readonly Outcome[];
}

/** Writes the outcomes into the log of the call, if it has one: before anybody sees them. */
export async function logOutcomes(
  call: Call,
  { program, moment, bundle }: { readonly program: Program; readonly moment: Dated; readonly bundle?: Bundle },
  { asked, facts, outcomes }: Answered,
): Promise<Refusal | undefined> {
  const { log: named, sourceOnly = false } = call.options;
  if (named === undefined || bundle === undefined) return undefined;
  const mask = await maskingOf(call, program);
  if (isRefusal(mask)) return mask;
  const { openDecisionLog } = await import('../host/decision-log/open-log.ts');
  const opened = await openDecisionLog(resolve(call.io.cwd, named), {
    now: call.io.now,
    ...(mask === undefined ? {} : { mask }),
  });
  if ('diagnostic' in opened) return unlogged(named, opened.diagnostic);
  const { log } = opened;
  for (const { code, message } of log.found)
    remark(call, { en: `${named}: ${code}: ${message.en}`, zh: `${named}: ${code}: ${message.zh}` });
  const { at, period, known } = moment;
  const written = await Promise.all(
    outcomes.map((outcome, i) =>
      log.append({
        bundle,
        program,
        moment: { ...(period === undefined ? { at } : { period }), ...(known === undefined ? {} : { known }) },
        decision: outcome.decision,
        facts,
        ...(asked[i]?.argument === undefined ? {} : { on: asked[i].argument }),
        sourceOnly,
        outcome,
      }),
    ),
  );
  await log.close();
  const failed = written.find((one) => 'diagnostic' in one);
  return failed === undefined || !('diagnostic' in failed) ? undefined : unlogged(named, failed.diagnostic);
}

async function maskingOf(call: Call, program: Program): Promise<Masking | undefined | Refusal> {
  const { mask } = call.options;
  if (mask === undefined) return undefined;
  const stray = mask.find((name) => factNamed(program, name) === undefined);
  if (stray !== undefined)
    return wrongUse(
      `There is no fact “${stray}”; --mask names facts of the handbook.`,
      `没有名为“${stray}”的事实；--mask 须写手册中的事实。`,
    );
  return maskingBy(
    call,
    mask.flatMap((name) => factNamed(program, name)?.name ?? []),
  );
}

/** How these facts are masked by the options of the call. */
export async function maskingBy(
  { io, options: { maskKey } }: Call,
  facts: readonly string[],
): Promise<Masking | Refusal> {
  if (maskKey === undefined) return { facts };
  const { sealsBy } = await import('../host/pseudonyms.ts');
  const seal = await sealsBy(resolve(io.cwd, maskKey), maskKey);
  return isUnreadable(seal) ? refusedText(seal) : { facts, seal };
}

/** Why nothing is answered: its log cannot be written. */
export function unlogged(
  named: string,
  { code, message }: { readonly code: string; readonly message: { readonly en: string; readonly zh: string } },
): Refusal {
  return wrongUse(
    `${named}: ${code}: ${message.en} Nothing is answered that cannot be logged.`,
    `${named}: ${code}: ${message.zh} 无法记入日志的不予作答。`,
  );
}
