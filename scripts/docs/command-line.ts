import { globalOptions } from '../../engine/cli/command-line.ts';
import type { OptionRow, Verb } from '../../engine/cli/verb.ts';
import { verbs } from '../../engine/cli/verbs.ts';
import type { Language, Texts } from '../../engine/diagnostic/diagnostic.ts';

const title: Texts = { en: 'The command line', zh: '命令行' };
const intro: Texts = {
  en: `Run \`npx bylaw VERB\` in a folder that is a handbook, or lies in one, or has one in \`policies/\`. Exit codes: 0 fine, 1 findings
or failed cases, 2 wrong use, 3 the handbook could not be read.

Installed, the command keeps what Node compiled of it in your folder for caches (\`bylaw/compiled\` in \`~/.cache\`, \`~/Library/Caches\` or
\`%LOCALAPPDATA%\`), so that it starts sooner; it may be deleted at any time. \`NODE_COMPILE_CACHE\` names another folder, \`NODE_DISABLE_COMPILE_CACHE=1\` none.`,
  zh: '在手册文件夹内，或在含有 `policies/` 的文件夹内执行 `npx bylaw 命令`。退出码：0 正常，1 有结果不通过，2 用法有误，3 手册无法读取。\n\n安装后，命令会把 Node 的编译结果保存在用户的缓存目录（`~/.cache`、`~/Library/Caches` 或 `%LOCALAPPDATA%` 下的 `bylaw/compiled`），以便更快启动；随时可以删除。`NODE_COMPILE_CACHE` 指定其他目录，`NODE_DISABLE_COMPILE_CACHE=1` 则不保存。',
};
const everywhere: Texts = { en: 'Every verb takes', zh: '各命令均可用' };

/** The page of the command line: what `--help` says, verb by verb. */
export async function commandLinePage(language: Language): Promise<string> {
  const sections = await Promise.all(verbs.map(async (verb) => section(verb.name, await verb.load(), language)));
  const top = `# ${title[language]}\n\n${intro[language]}\n\n${everywhere[language]}\n\n${options(globalOptions, language)}`;
  return `<!-- Written by \`npm run docs\` from engine/cli/. -->\n\n${[top, ...sections].join('\n')}`;
}

function section(name: string, { takes, options: own = [], about, examples }: Verb, language: Language): string {
  const usage = `bylaw ${name}${takes === undefined ? '' : ` ${takes.form}`}`;
  const argument = takes === undefined ? '' : `- \`${takes.form}\` ${takes.says[language]}\n`;
  const list = argument + options(own, language);
  return [
    `## ${name}\n`,
    `\`${usage}\`\n`,
    `${about[language]}\n`,
    ...(list === '' ? [] : [list]),
    `\`\`\`\n${examples.join('\n')}\n\`\`\`\n`,
  ].join('\n');
}

const options = (rows: readonly OptionRow[], language: Language): string =>
  rows
    .filter(({ hidden = false }) => !hidden)
    .map(({ flags, says }) => `- \`${flags}\` ${says[language]}\n`)
    .join('');
