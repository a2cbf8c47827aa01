import type { Texts } from '../diagnostic/diagnostic.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Refusal } from './verb.ts';

/** Wrong use of the command line, in words. */
export function wrongUse(en: string, zh: string): Refusal {
  return { exit: 2, says: { en, zh } };
}

export function unreadableHandbook(says: Texts): Refusal {
  return { exit: 3, says };
}

export function unknownVerb(name: string, verbs: readonly string[]): Refusal {
  const near = didYouMean(suggest(name, verbs));
  return wrongUse(
    `There is no verb “${name}”.${near.en} “bylaw --help” lists them.`,
    `没有命令“${name}”。${near.zh}执行“bylaw --help”可查看全部命令。`,
  );
}

export function unknownOption(flag: string, known: readonly string[]): Refusal {
  const near = didYouMean(suggest(flag, known));
  return wrongUse(
    `There is no option “${flag}” here.${near.en} “--help” lists them.`,
    `此处没有选项“${flag}”。${near.zh}用“--help”可查看全部选项。`,
  );
}

export function missingArgument(name: string): Refusal {
  return wrongUse(
    `Something is missing: ${name}. “--help” shows an example.`,
    `缺少参数 ${name}。用“--help”可查看示例。`,
  );
}

export function missingValue(flags: string): Refusal {
  return wrongUse(`The option “${flags}” needs a value.`, `选项“${flags}”缺少取值。`);
}

export function missingOption(flag: string, what: Texts): Refusal {
  return wrongUse(`${flag} is missing: ${what.en}.`, `缺少 ${flag}：${what.zh}。`);
}

export function saysNothing(flag: string): Refusal {
  return wrongUse(`${flag} says nothing here: leave it out.`, `${flag} 在此不起作用，请去掉。`);
}

export function tooMany(names: string): Refusal {
  return wrongUse(`Nothing more is taken here: ${names}.`, `此处不接受更多参数：${names}。`);
}

export function noDate(option: string, written: string): Refusal {
  return wrongUse(
    `“${written}” is no date; ${option} takes a day of the calendar such as 2026-10-31.`,
    `“${written}”不是日期；${option} 须为日历上的某一天，例如 2026-10-31。`,
  );
}

export function noSuchLanguage(written: string): Refusal {
  return wrongUse(
    `“${written}” is no language of this program: --lang en or --lang zh.`,
    `没有语言“${written}”：请用 --lang en 或 --lang zh。`,
  );
}

export function noTimeZone(zone: string): Refusal {
  return wrongUse(
    `The handbook's time zone “${zone}” is not known, so today is not either. Name the date with --at.`,
    `未知的手册时区“${zone}”，无法确定今天的日期。请用 --at 指明日期。`,
  );
}

export function noSuchPort(written: string): Refusal {
  return wrongUse(
    `“${written}” is no port; --port takes a number from 0 to 65535.`,
    `“${written}”不是端口；--port 须为 0 至 65535 的整数。`,
  );
}

/** Why nothing can listen at an address and port; any other error is thrown on. */
export function notListening(error: unknown, host: string, port: number): Refusal {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return wrongUse(`${host} is no address of this machine.`, `${host} 不是本机的地址。`);
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
  return wrongUse(
    `Port ${port} is taken. Name another one with --port.`,
    `端口 ${port} 已被占用，请用 --port 另选一个。`,
  );
}

/** Why a file or folder (`named`: as the caller wrote it) cannot be written; any other error is thrown on. */
export function notWritten(error: unknown, named: string): Refusal {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = String(error.code);
  return wrongUse(`${named} cannot be written (${code}).`, `无法写入 ${named}（${code}）。`);
}

export function noSuchWord(option: string, written: string, words: readonly string[]): Refusal {
  const near = didYouMean(suggest(written, words));
  return wrongUse(
    `“${written}” is nothing that ${option} takes: ${words.join(', ')}.${near.en}`,
    `${option} 不接受“${written}”，可用：${words.join('、')}。${near.zh}`,
  );
}
