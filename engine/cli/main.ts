import picocolors from 'picocolors';
import { printable } from '../diagnostic/code-frame.ts';
import { commandLine } from './command-line.ts';
import type { Io } from './io.ts';
import { chosenLanguage } from './language.ts';

/** Runs one command line and gives its exit code: 0 fine, 1 findings, 2 wrong use, 3 no readable handbook. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const { language, problem } = chosenLanguage(argv, io.env);
  const result =
    problem ?? (await commandLine(argv, { io, language, colours: picocolors.createColors(isColoured(io)) }));
  if (typeof result === 'number') return result;
  const lines = result.says[language].split('\n').map(printable);
  io.err.write(`bylaw: ${lines.join('\n')}\n`);
  return result.exit;
}

/** NO_COLOR of whatever value but the empty one turns colours off, as its convention says. */
function isColoured({ env, out }: Io): boolean {
  return out.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
