import type { Program } from '../ir/program.ts';
import { factNamed, type RawFact, type RawFacts } from '../value/facts.ts';
import { factText, isLoggable } from './facts-text.ts';
import type { LogRecord } from './record.ts';

/** Which facts a log does not show. */
export interface Masking {
  /** By name; `all` of them. A fact that is given under an alias is masked as well. */
  readonly facts: readonly string[] | 'all';
  /** Gives the HMAC that stands for a masked fact; without it masked facts are left out. */
  readonly seal?: (text: string) => string;
}

type Shown = Pick<LogRecord, 'facts' | 'sealed' | 'without'>;

/** A line with longer facts could not be read back. */
const mostCharacters = 8_000_000;

/** The facts of a question as a log may hold them. */
export function masked(given: RawFacts, program: Pick<Program, 'facts'>, masking: Masking | undefined): Shown {
  const facts: [string, RawFact][] = [];
  const sealed: [string, string][] = [];
  const without: string[] = [];
  let characters = 0;
  for (const [name, raw] of Object.entries(given)) {
    const known = factNamed(program, name)?.name;
    const text = isLoggable(name) ? factText(raw) : undefined;
    const length = name.length + (text?.length ?? 0);
    if (text === undefined || characters + length > mostCharacters) without.push(name);
    else if (masking === undefined || !isMasked(known, masking)) {
      facts.push([name, raw]);
      characters += length;
    }
    // A name that is no fact may be a slip in that of a masked one; nothing of it is shown.
    else if (known === undefined || masking.seal === undefined) without.push(name);
    else sealed.push([name, masking.seal(`${known}\n${text}`)]);
  }
  return { facts: Object.fromEntries(facts), sealed: Object.fromEntries(sealed), without };
}

function isMasked(known: string | undefined, { facts }: Masking): boolean {
  return known === undefined || facts === 'all' || facts.includes(known);
}
