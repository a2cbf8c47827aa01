import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import type { Channel } from '../../engine/cli/io.ts';
import { main } from '../../engine/cli/main.ts';
import type { Language } from '../../engine/diagnostic/diagnostic.ts';

/** The day on which the manual is read: outputs name it. */
const now = new Date('2026-11-22T04:00:00Z');

/** A folder in which a reader follows the manual from its first page to its last. */
export interface Session {
  /** A command line as the reader types it; all that it prints comes back, and its exit code. */
  readonly type: (line: string) => Promise<{ readonly printed: string; readonly code: number }>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly end: () => void;
}

export function startSession(language: Language): Session {
  const home = mkdtempSync(join(tmpdir(), 'bylaw-manual-'));
  let folder = home;
  return {
    type: async (line) => {
      const [program = '', ...words] = wordsOf(line);
      if (program === 'cd') folder = resolve(folder, words[0] ?? '.');
      else if (program === 'git') return git(folder, words);
      else if (program === 'npx' && words[0] === 'bylaw') return bylaw(words.slice(1), folder, language);
      else throw new Error(`The manual has a command that is not run: ${line}`);
      return { printed: '', code: existsSync(folder) ? 0 : 1 };
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    end: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Words between blanks; quotes hold several together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

async function bylaw(
  argv: readonly string[],
  cwd: string,
  language: Language,
): Promise<{ readonly printed: string; readonly code: number }> {
  let printed = '';
  const channel: Channel = {
    isTerminal: false,
    write: (text) => {
      printed += text;
    },
    drained: () => Promise.resolve(),
  };
  const code = await main(argv, {
    cwd,
    env: { LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' },
    out: channel,
    err: channel,
    now: () => now,
    stdin: () => nothing(),
    stopped: () => new Promise(() => undefined),
  });
  return { printed, code };
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array());
}

/** Git as on a machine on which nobody has set anything but a name. */
function git(cwd: string, words: readonly string[]): { readonly printed: string; readonly code: number } {
  const name = { GIT_AUTHOR_NAME: 'R', GIT_AUTHOR_EMAIL: 'r@example.org', GIT_COMMITTER_NAME: 'R', GIT_COMMITTER_EMAIL: 'r@example.org' }; // prettier-ignore
  const { stdout, stderr, status } = spawnSync('git', words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...name, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  return { printed: stdout + stderr, code: status ?? 1 };
}
