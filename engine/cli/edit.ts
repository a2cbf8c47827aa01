import type { Language } from '../diagnostic/diagnostic.ts';
import { summaryOf, type Summary } from '../service/summary.ts';
import { languagesOf } from './docs.ts';
import { openHandbook } from './handbook.ts';
import { noSuchPort, wrongUse } from './refusals.ts';
import { serve } from './serve-page.ts';
import { isRefusal, remark, say, type Call, type Refusal, type Verb } from './verb.ts';

export const edit: Verb = {
  about: {
    en: 'Open the editor: a page in your browser on which the policies are read, tried, changed and proposed, in Chinese and English. Nobody but you reaches it, unless --host says so. Ends with Ctrl+C.',
    zh: '打开编辑器：在浏览器中阅读、试算、修改制度并提出变更，中英文均可。除非用 --host 指明，否则只有本机能访问。按 Ctrl+C 结束。',
  },
  options: [
    {
      flags: '--port <number>',
      says: { en: 'the port of the page (else a free one)', zh: '页面端口（默认任选空闲端口）' },
    },
    {
      flags: '--host <address>',
      says: {
        en: 'the address to listen on (else 127.0.0.1); one that others reach needs --remote as well',
        zh: '监听地址（默认 127.0.0.1）；他人可访问的地址须同时加 --remote',
      },
    },
    {
      flags: '--remote',
      says: {
        en: 'with --host: others may open the page over the network, without encryption, if they have the whole address',
        zh: '与 --host 同用：允许他人持完整地址经网络打开页面，传输不加密',
      },
    },
    { flags: '--no-open', says: { en: 'do not open the browser', zh: '不自动打开浏览器' } },
  ],
  examples: ['npm start', 'bylaw edit', 'bylaw edit --handbook policies --port 4180 --no-open'],
  run: openEditor,
};

async function openEditor(call: Call): Promise<number | Refusal> {
  const { options } = call;
  const port = portOf(options.port);
  if (isRefusal(port)) return port;
  const { isLoopback } = await import('../../editor/server/names.ts');
  const { host = '127.0.0.1' } = options;
  if (!/^[\w.:-]+$/.test(host)) return noAddress(host);
  const isOpen = !isLoopback(host);
  if (isOpen && options.remote !== true) return notAlone(host);
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const summary = summaryOf(loaded.handbook);
  for (const language of languagesOf(call)) say(call, inWords(summary, language, call));
  for (const { message } of loaded.leftOut) remark(call, message);
  if (isOpen) {
    remark(call, {
      en: `Others can reach this page, and what it sends is not encrypted. Whoever has the address below can change the handbook: show it to nobody else.`,
      zh: `他人可以访问此页面，且传输未加密。持有下方地址的人都能修改手册，请勿外传。`,
    });
  }
  return serve(call, { handbookDir: loaded.dir, port, host });
}

function portOf(written = '0'): number | Refusal {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Infinity;
  return port < 65_536 ? port : noSuchPort(written);
}

const noAddress = (host: string): Refusal =>
  wrongUse(
    `“${host}” is no address to listen on; --host takes one such as 127.0.0.1 or 0.0.0.0.`,
    `“${host}”不是监听地址；--host 须为 127.0.0.1、0.0.0.0 等形式。`,
  );

const notAlone = (host: string): Refusal =>
  wrongUse(
    `On ${host} others could open the page over the network. Add --remote if that is meant; leave --host out to keep it on this machine.`,
    `使用 ${host} 时，他人可经网络打开页面。如确需如此，请加 --remote；只在本机使用请去掉 --host。`,
  );

function inWords({ title, ...counts }: Summary, language: Language, { colours }: Call): string {
  const { policies, decisions, errors, warnings, openInterpretations: open, openConventions: ordinary } = counts;
  const name = title?.[language] ?? { en: 'A handbook without a title', zh: '未命名手册' }[language];
  const of = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
  const problems = {
    en: errors + warnings === 0 ? 'no problems' : `${of(errors, 'error')}, ${of(warnings, 'warning')}`,
    zh: errors + warnings === 0 ? '没有问题' : `${errors} 处错误、${warnings} 处警告`,
  };
  const beside = {
    en: ordinary === 0 ? '' : ` (and ${of(ordinary, 'ordinary reading')} on record)`,
    zh: ordinary === 0 ? '' : `（另记录 ${ordinary} 项惯例）`,
  };
  const line = {
    en: `${of(policies, 'policy', 'policies')} with ${of(decisions, 'decision')} · ${problems.en} · ${of(open, 'interpretation')} to decide${beside.en}`,
    zh: `${policies} 项制度、${decisions} 项决定 · ${problems.zh} · ${open} 项解释待决定${beside.zh}`,
  };
  return `${colours.bold(name)}\n  ${line[language]}`;
}
