import { basename, relative, resolve } from 'node:path';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { formatPolicy } from '../format/format.ts';
import { spellingOf } from '../format/spelling.ts';
import { whyNotEmpty, writeNew } from '../host/new-folder.ts';
import { fitTemplate, type Fitting } from '../host/template/fit-template.ts';
import { readTemplate, type Files } from '../host/template/read-template.ts';
import { readHandbook, type Handbook } from '../program/handbook.ts';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { dayIn } from '../value/calendar.ts';
import { printJson } from './json.ts';
import { wrongUse } from './refusals.ts';
import { isRefusal, say, type Call, type Refusal, type Verb } from './verb.ts';

export const init: Verb = {
  about: {
    en: 'Start a new handbook in an empty folder: an invented small shop with one policy of each kind, cases that hold, and a recipe for CI. Every name and figure in it is an example to replace. Nothing is asked.',
    zh: '在空文件夹中新建手册：一家虚构的小店，每类制度各一项，示例全部成立，并附持续集成的做法。其中的名称和数值都是举例，请自行替换。过程中不提问。',
  },
  takes: { form: '<folder>', says: { en: 'a folder that is empty or still to come', zh: '空文件夹或新文件夹' } },
  options: [
    { flags: '--name <text>', says: { en: 'what the company is called', zh: '公司名称' } },
    { flags: '--scope <id>', says: { en: 'the id of its rule set (else shop)', zh: '规则体系的编号（默认 shop）' } },
    { flags: '--currency <code>', says: { en: 'such as EUR (else CNY)', zh: '货币代码，例如 EUR（默认 CNY）' } },
    {
      flags: '--time-zone <zone>',
      says: { en: 'such as Europe/Berlin (else Asia/Shanghai)', zh: '时区，例如 Europe/Berlin（默认 Asia/Shanghai）' },
    },
  ],
  examples: [
    'bylaw init handbook',
    'bylaw init handbook --name "Blue Door Books" --scope books --currency EUR --lang en',
  ],
  run: startHandbook,
};

async function startHandbook(call: Call): Promise<number | Refusal> {
  const [named = ''] = call.names;
  const folder = resolve(call.io.cwd, named);
  const occupied = await whyNotEmpty(folder);
  if (occupied !== undefined) return { exit: 2, says: occupied };
  const fitting = fittingOf(call, folder);
  if (isRefusal(fitting)) return fitting;
  const files = usualForm(fitTemplate(await readTemplate(), fitting));
  if (isRefusal(files)) return files;
  await writeNew(folder, files);
  if (call.options.json === true) printJson({ folder, files: [...files.keys()] }, call);
  else say(call, toldOf(relative(call.io.cwd, folder), files)[call.language]);
  return 0;
}

function fittingOf({ options, language, io }: Call, folder: string): Fitting | Refusal {
  const { name, scope, currency, timeZone } = options;
  if (name !== undefined && !/^[^\p{C}]*[^\p{C}\s][^\p{C}]*$/u.test(name)) {
    return wrongUse('--name takes what people call the company.', '--name 须为公司名称。');
  }
  if (scope !== undefined && !isId(scope)) {
    return wrongUse(
      `“${scope}” is no id; --scope takes a name of letters and digits such as head-office.`,
      `“${scope}”不能用作编号；--scope 须由字母和数字组成，例如 head-office。`,
    );
  }
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency)) {
    return wrongUse(
      `“${currency}” is no currency; --currency takes a code such as CNY or EUR.`,
      `“${currency}”不是货币；--currency 须为 CNY、EUR 等代码。`,
    );
  }
  if (timeZone !== undefined && dayIn(timeZone, io.now()) === undefined) {
    return wrongUse(
      `“${timeZone}” is no time zone; --time-zone takes one such as Asia/Shanghai.`,
      `“${timeZone}”不是时区；--time-zone 须写成 Asia/Shanghai 的形式。`,
    );
  }
  const id = basename(folder).toLowerCase();
  return {
    language,
    id: isId(id) ? id : 'handbook',
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(scope === undefined ? {} : { scope }),
    ...(currency === undefined ? {} : { currency }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

const isId = (text: string): boolean => /^\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*$/u.test(text);

/** The files in their usual form. Names may be such that the handbook means nothing: then nothing is to be written. */
function usualForm(files: Files): Files | Refusal {
  const root = 'policies/';
  const sources = [...files]
    .filter(([path]) => path.startsWith(root) && path.endsWith('.yaml'))
    .map(([path, text]) => sourceFile(path.slice(root.length), text));
  const handbook = readHandbook(sources);
  const wrong = handbook.diagnostics.find(({ severity }) => severity !== 'info');
  if (wrong !== undefined) return { exit: 2, says: wrong.message };
  return new Map([...files, ...sources.map((file) => [root + file.name, formatted(file, handbook)] as const)]);
}

const formatted = (file: SourceFile, handbook: Handbook): string => formatPolicy(file, spellingOf(handbook)).text;

function toldOf(folder: string, files: Files): Texts {
  const enter = folder === '' ? '' : `  cd ${/\s/.test(folder) ? JSON.stringify(folder) : folder}\n`;
  const next = `${enter}  npx bylaw check\n  npx bylaw test`;
  return {
    en: `${files.size} files in ${folder === '' ? 'this folder' : folder}. Names and figures are examples: replace them. Begin with README.md, which says how to install bylaw there, then\n${next}`,
    zh: `已在${folder === '' ? '本文件夹' : ` ${folder} `}中写入 ${files.size} 个文件。其中的名称和数值都是举例，请自行替换。请先看 README.zh-CN.md（其中说明如何在该文件夹安装 bylaw），再执行\n${next}`,
  };
}
