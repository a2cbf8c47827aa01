import { languages } from '../diagnostic/diagnostic.ts';
import type { Call, Verb } from './verb.ts';

export const lsp: Verb = {
  about: {
    en: 'Help editors with the handbook: mistakes while typing, completion, explanations, renaming. The editor starts this command itself and speaks the Language Server Protocol over standard input and output; docs/editors.md says how to set up VS Code, Neovim and Helix.',
    zh: '为编辑器提供语言服务：边写边查错、补全、悬停说明、改名。由编辑器自行启动本命令，经标准输入输出使用语言服务器协议；VS Code、Neovim、Helix 的设置见 docs/editors.zh-CN.md。',
  },
  options: [
    {
      flags: '--stdio',
      says: { en: 'what editors like to say; there is no other way', zh: '编辑器惯用的写法；别无其他方式' },
    },
  ],
  examples: ['bylaw lsp', 'bylaw lsp --lang zh'],
  run: serve,
};

async function serve({ io, options }: Call): Promise<number> {
  const { serveOverStdio } = await import('../../editor/lsp/stdio.ts');
  serveOverStdio(languages.find((known) => known === options.lang));
  await io.stopped();
  return 0;
}
