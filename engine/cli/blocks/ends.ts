import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Unreadable } from '../../tables/unreadable.ts';
import { wrongUse } from '../refusals.ts';
import type { Refusal } from '../verb.ts';

/** Of a table that was written to while it was read. */
export const changedRefusal = (name: string): Refusal =>
  wrongUse(
    `${name} was changed while it was read, so some rows may be of before and some of after. Let nobody write to it, and begin anew with --restart.`,
    `${name} 在读取期间被改动，部分行可能是改动前的，部分是改动后的。请勿在运行时写入该文件，并用 --restart 重新开始。`,
  );

/** Of a run that was interrupted between the last two steps of all. */
export const finishedText: Texts = {
  en: 'The run was finished already; there is nothing left to do.',
  zh: '运行已经完成，无需继续。',
};

/** After an interruption; `isKept`: what was written stays. */
export const stoppedText = (isKept: boolean): { readonly en: string; readonly zh: string } =>
  isKept
    ? {
        en: 'Stopped. No result was written yet; the same command with --resume goes on.',
        zh: '已中止，尚未写入结果。同一命令加 --resume 可继续。',
      }
    : { en: 'Stopped. No result was written.', zh: '已中止，未写入结果。' };

/** What went wrong, and that nothing is lost. */
export function keptAfter({ unreadable: { en, zh } }: Unreadable): Unreadable {
  return {
    unreadable: {
      en: `${en} Once that is mended, the same command with --resume goes on.`,
      zh: `${zh}问题解决后，同一命令加 --resume 可继续。`,
    },
  };
}
