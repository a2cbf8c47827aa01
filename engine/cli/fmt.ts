import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { formatPolicy } from '../format/format.ts';
import { spellingOf } from '../format/spelling.ts';
import { openOutput } from '../host/write-file.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { filesNamed } from './files-named.ts';
import { placedFindings, printFindings } from './findings.ts';
import { openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { joinPath } from './paths.ts';
import { isRefusal, remark, say, type Call, type Refusal, type Verb } from './verb.ts';

export const fmt: Verb = {
  about: {
    en: 'Write the files of the handbook in their usual form. Comments stay, and what the files say does not change. A file with syntax errors is left as it is; then the exit code is 1.',
    zh: '按规范格式改写手册文件。注释保留，内容含义不变。有语法错误的文件保持原样，退出码为 1。',
  },
  takes: { form: '[files...]', says: { en: 'only these files (else all)', zh: '只改写这些文件（默认全部）' } },
  options: [
    {
      flags: '--check',
      says: {
        en: 'write nothing; exit code 1 when a file has not its usual form',
        zh: '不改写；有文件不合规范格式时退出码为 1',
      },
    },
  ],
  examples: ['bylaw fmt', 'bylaw fmt --check', 'bylaw fmt policies/pay/commission.head.yaml'],
  run: formatFiles,
};

async function formatFiles(call: Call): Promise<number | Refusal> {
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const wanted = filesNamed(call, loaded);
  if (isRefusal(wanted)) return wanted;
  const { changed, found } = formatAll(loaded, wanted);
  const onlyCheck = call.options.check === true;
  if (!onlyCheck) for (const [name, text] of changed) await write(join(loaded.dir, name), text);
  if (call.options.json === true) {
    printJson({ changed: [...changed.keys()], diagnostics: placedFindings(found, loaded) }, call);
  } else {
    printFindings(found, call, loaded);
    for (const name of changed.keys()) say(call, joinPath(call, loaded.dir, name));
    tellNumber(call, changed.size, onlyCheck);
  }
  return found.length > 0 || (onlyCheck && changed.size > 0) ? 1 : 0;
}

function formatAll(
  { handbook, files }: LoadedHandbook,
  wanted: ReadonlySet<string> | undefined,
): { readonly changed: ReadonlyMap<string, string>; readonly found: readonly Diagnostic[] } {
  const spelling = spellingOf(handbook);
  const changed = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const [name, file] of files) {
    if (wanted?.has(name) === false) continue;
    const { text, diagnostics } = formatPolicy(file, spelling);
    found.push(...diagnostics);
    if (text !== file.text) changed.set(name, text);
  }
  return { changed, found };
}

async function write(path: string, text: string): Promise<void> {
  const output = await openOutput(path);
  await output.write(text);
  await output.finish();
}

function tellNumber(call: Call, changed: number, onlyCheck: boolean): void {
  const files = changed === 1 ? '1 file' : `${changed} files`;
  if (changed === 0) {
    remark(call, { en: 'All files that could be read have their usual form.', zh: '可读取的文件均已符合规范格式。' });
  } else if (onlyCheck) {
    remark(call, {
      en: `${files} not in the usual form; “bylaw fmt” writes it.`,
      zh: `${changed} 个文件不合规范格式，可执行“bylaw fmt”改写。`,
    });
  } else remark(call, { en: `${files} written.`, zh: `已改写 ${changed} 个文件。` });
}
