import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { findHandbook } from '../host/find-handbook.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { loadHandbook } from '../host/load-handbook.ts';
import { readHandbook, type Handbook, type Version } from '../program/handbook.ts';
import { renderDiff } from '../review/diff/render.ts';
import { diffOf } from '../review/diff/report.ts';
import { stretchesOf, type State } from '../review/diff/states.ts';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { wrongUse } from './refusals.ts';
import { say, type Call, type Refusal } from './verb.ts';

/**
 * What git runs in place of its own diff of a file (`diff.bylaw.command`): the difference in words, then the lines. A file that
 * is no policy, or that nobody can read, has its lines alone. Exit code 0, or git would stop.
 */
export async function gitDriver(call: Call): Promise<number | Refusal> {
  // Git gives nine where a file was renamed, and one where it is unmerged.
  const [path, oldFile, , , newFile, , , renamedTo] = call.names;
  if (path === undefined || (call.names.length !== 1 && (oldFile === undefined || newFile === undefined)))
    return wrongUse(
      'Git calls this: path, old file, id and mode, new file, id and mode. See docs/review.md.',
      '此命令由 git 调用：路径、旧文件及其编号与模式、新文件及其编号与模式。见 docs/review.zh-CN.md。',
    );
  if (oldFile === undefined || newFile === undefined) {
    say(call, call.language === 'zh' ? `${path}：有未解决的冲突` : `${path}: unmerged`);
    return 0;
  }
  const [before, after] = await Promise.all([textOf(oldFile), textOf(newFile)]);
  for (const line of await words(call, path, before, after)) say(call, `# ${line}`.trimEnd());
  call.io.out.write(await lines(call, path, renamedTo ?? path, oldFile, newFile));
  return 0;
}

/** Empty where the file was not there. */
const textOf = async (path: string): Promise<string> => (path === '/dev/null' ? '' : readFile(path, 'utf8'));

/** The two texts of one file, each among the other files of the handbook as they lie in the folder. */
async function words(call: Call, path: string, before: string, after: string): Promise<readonly string[]> {
  const whole = resolve(call.io.cwd, path);
  const dir = findHandbook(resolve(whole, '..'), call.options.handbook);
  if (isUnreadable(dir)) return [];
  const loaded = await loadHandbook(dir);
  if (isUnreadable(loaded)) return [];
  const name = relative(loaded.dir, whole).replaceAll('\\', '/');
  const others = [...loaded.files.values()].filter((file) => file.name !== name);
  const [old, now] = [before, after].map((text) => stateOf(name, text, others, loaded.handbook));
  if (old === undefined || now === undefined) return [];
  if ('why' in old || 'why' in now) {
    const why = 'why' in now ? now.why : 'why' in old ? old.why : undefined;
    return why === undefined ? [] : [why[call.language]];
  }
  const { policy } = now.state.version;
  const diff = diffOf(old.state, now.state, stretchesOf(old.state, now.state), (one) => one === policy);
  return renderDiff({ ...diff, cases: [], shared: [] }, call.language);
}

type Sided =
  | { readonly state: State & { readonly version: NonNullable<State['version']> } }
  /** Why the version cannot be read. */
  | { readonly why: Texts };

/** The handbook with this text in place; undefined where it holds no policy. */
function stateOf(name: string, text: string, others: readonly SourceFile[], loaded: Handbook): Sided | undefined {
  const alone = readHandbook([sourceFile(name, text)]);
  const [own] = [...alone.versions.values()].flat();
  const [broken] = alone.sources.broken;
  if (own === undefined)
    return broken === undefined
      ? undefined
      : {
          why: {
            en: `${name} cannot be read: ${broken.diagnostic.message.en}`,
            zh: `${name} 无法读取：${broken.diagnostic.message.zh}`,
          },
        };
  const { policy, version: number } = own.head;
  // An amendment has put the old version into history/ already; it may not stand there twice.
  const same = (loaded.versions.get(policy) ?? []).filter(({ head }) => head.version === number);
  const there = new Set(same.map(({ head }) => head.file));
  const rest = others.filter((file) => !there.has(file.name));
  const handbook = readHandbook([...rest, sourceFile(name, text)]);
  const found = versionOf(handbook, policy, number);
  if (found === undefined) return undefined;
  const { from } = found.head;
  return { state: { name: `${policy}@v:${number}`, handbook, version: { policy, number, from } } };
}

function versionOf({ versions }: Handbook, policy: string, number: number): Version | undefined {
  return versions.get(policy)?.find(({ head }) => head.version === number);
}

/** The lines as git writes them, under the names that the file has in the repository. */
async function lines({ io }: Call, from: string, to: string, oldFile: string, newFile: string): Promise<string> {
  const paged = io.out.isTerminal || io.env['GIT_PAGER_IN_USE'] === 'true';
  const colour = paged ? ['--color=always'] : ['--color=never'];
  const argv = ['diff', '--no-ext-diff', '--no-index', ...colour, '--', oldFile, newFile];
  const printed = await promisify(execFile)('git', argv, { cwd: io.cwd, maxBuffer: 1 << 28 }).catch(
    (error: unknown) => {
      // Exit code 1 only says that there is a difference.
      if (error instanceof Error && 'stdout' in error && 'code' in error && error.code === 1) return error;
      throw error;
    },
  );
  const text = 'stdout' in printed ? String(printed.stdout) : '';
  const side = (file: string, name: string, mark: string): string => (file === '/dev/null' ? file : `${mark}/${name}`);
  const first = text.search(/^(?:\u001b\[[\d;]*m)*@@ /mu);
  if (first === -1) return text === '' ? '' : `diff --git a/${from} b/${to}\n`;
  const head = [`diff --git a/${from} b/${to}`, `--- ${side(oldFile, from, 'a')}`, `+++ ${side(newFile, to, 'b')}`];
  return `${head.join('\n')}\n${text.slice(first)}`;
}
