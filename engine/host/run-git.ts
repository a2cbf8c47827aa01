import { execFile } from 'node:child_process';
import process from 'node:process';

/** What git said, or why it failed: the last lines of what it complained of. */
export type Ran = { readonly out: string } | { readonly failed: string };

interface With {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In milliseconds; else as long as it takes. */
  readonly patience?: number;
}

const mostBytes = 1 << 28;

/** Runs a plumbing command of git, which the library has no form for: with input of its own or an index of its own. Asks nobody for anything. */
export function runGit(dir: string, argv: readonly string[], { input, env, patience = 0 }: With = {}): Promise<Ran> {
  const silent = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  const options = { cwd: dir, maxBuffer: mostBytes, timeout: patience, env: { ...process.env, ...silent, ...env } };
  return new Promise((resolve) => {
    const git = execFile('git', [...argv], options, (error, out, complaint) => {
      if (error === null) resolve({ out });
      else
        resolve({
          failed: (complaint.trim() === '' ? error.message : complaint).trim().split('\n').slice(-5).join('\n'),
        });
    });
    // Git that ends early has no use for the rest; how it ended is told above.
    git.stdin?.on('error', () => undefined);
    git.stdin?.end(input ?? '');
  });
}
