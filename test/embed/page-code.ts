/** The code of a page, run as it stands there, with the package's entries taken from this clone. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from 'vitest';
import { bylaw } from '../cli/terminal.ts';

export const root: URL = new URL('../../', import.meta.url);

/** The blocks of a page in one language of code, in their order. */
export function blocks(page: string, language: string): readonly string[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, named, text]) =>
    named === language && text !== undefined ? [text] : [],
  );
}

const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  readonly exports: Readonly<Record<string, { readonly default: string }>>;
};

/** The package's entries as files of this clone, where nothing is built. */
const fromSources = (code: string): string =>
  code.replace(/from 'bylaw(\/[\w-]+)?'/g, (_, entry: string | undefined) => {
    const built = exports[`.${entry ?? ''}`]?.default ?? '';
    return `from '${new URL(built.replace('./dist/', './').replace(/\.js$/, '.ts'), root).href}'`;
  });

/** Runs the commands of a block; how many there were. */
export async function run(commands: string, cwd: string): Promise<number> {
  const lines = commands.trim().split('\n');
  for (const line of lines) {
    const [verb = '', ...args] = line.split(' ');
    expect(verb).toBe('bylaw');
    expect(await bylaw(args, { cwd }), line).toMatchObject({ code: 0, err: '' });
  }
  return lines.length;
}

/** What the code of a page prints. */
export function printed(code: readonly string[], cwd: string): string {
  const program = fromSources(code.join('\n'));
  expect(program).not.toContain("'bylaw");
  writeFileSync(join(cwd, 'page.mjs'), program);
  const modules = join(cwd, 'node_modules');
  if (!existsSync(modules)) symlinkSync(new URL('node_modules', root).pathname, modules);
  return execFileSync(process.execPath, ['page.mjs'], { cwd, encoding: 'utf8' });
}
