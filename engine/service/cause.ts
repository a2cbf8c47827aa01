import { parse } from 'yaml';
import type { Texts } from '../diagnostic/diagnostic.ts';

/** Why a code is told, and how what it tells of is mended. */
export interface Cause {
  readonly why: Texts;
  readonly cure: Texts;
}

/** The cause of a code (`area/what`) in the text of its area's causes, as `docs/diagnostics/causes/` has it. */
export function causeIn(text: string, code: string): Cause | undefined {
  const all = parse(text, { schema: 'failsafe' }) as Readonly<Record<string, Cause>> | null;
  const found = all?.[code.slice(code.indexOf('/') + 1)];
  return found && { why: found.why, cure: found.cure };
}
