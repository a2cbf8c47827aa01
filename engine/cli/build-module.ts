import { emitModule } from '../emit/module/module.ts';
import { daysAround } from '../emit/module/validity.ts';
import { moduleTypes } from '../emit/types/module-types.ts';
import { decisionsAsked } from './decisions-asked.ts';
import { printFindings } from './findings.ts';
import { printJson } from './json.ts';
import { readyHandbook } from './question.ts';
import { missingOption, wrongUse } from './refusals.ts';
import { isRefusal, remark, say, type Call, type Refusal } from './verb.ts';
import { writeText } from './write-text.ts';

/** `bylaw build --module`: decisions of one day as an ES module, and its types beside it. */
export async function writeModule(call: Call): Promise<number | Refusal> {
  const { out, at, period, sign } = call.options;
  if (out === undefined) return missingOption('--out', { en: 'name the file to be written', zh: '请写明要写入的文件' });
  if (at === undefined || period !== undefined) {
    return missingOption('--at', {
      en: 'a module speaks for the rules of one day, so name it, such as --at 2026-10-31',
      zh: '模块只适用于某一天的规定，请写明日期，例如 --at 2026-10-31',
    });
  }
  if (sign !== undefined) {
    return wrongUse('A module is code and is not signed: leave --sign out.', '模块是代码，不签名：请去掉 --sign。');
  }
  const [, stem = '', kind = ''] = /^(.+)\.(m?js)$/.exec(out) ?? [];
  if (stem === '') {
    return wrongUse(
      `“${out}” is no name for an ES module; it ends in .mjs or .js.`,
      `“${out}”不能作为 ES 模块的文件名，须以 .mjs 或 .js 结尾。`,
    );
  }
  const ready = await readyHandbook(call);
  if (isRefusal(ready)) return ready;
  const { program, loaded } = ready;
  if (loaded.handbook.diagnostics.some(({ severity }) => severity === 'error')) return 1;
  const asked = decisionsAsked(call.names, program);
  if (isRefusal(asked)) return asked;
  const days = daysAround(loaded.handbook, at);
  const { text, said, refused } = emitModule(program, asked, days);
  const types = `${stem}.d.${kind === 'mjs' ? 'mts' : 'ts'}`;
  const language = call.options.lang === 'zh' ? 'zh' : 'en';
  const failed =
    (await writeText(call, out, text)) ?? (await writeText(call, types, moduleTypes(program, said, language)));
  if (failed !== undefined) return failed;
  const bytes = Buffer.byteLength(text);
  if (call.options.json === true) {
    printJson({ file: out, types, ...days, said: said.length, refused, bytes }, call);
  } else {
    printFindings(refused, call, loaded);
    say(
      call,
      {
        en: `${out}: ${String(said.length)} ${said.length === 1 ? 'decision' : 'decisions'} written, ${String(refused.length)} refused; for days from ${days.from}${days.to === undefined ? ' on' : ` to ${days.to}`}; ${String(bytes)} bytes. Types: ${types}`,
        zh: `${out}：写出 ${String(said.length)} 个决定，拒绝 ${String(refused.length)} 个；适用于自 ${days.from} 起${days.to === undefined ? '' : `至 ${days.to}`}的日期；${String(bytes)} 字节。类型：${types}`,
      }[call.language],
    );
  }
  if (refused.length > 0 && call.options.json === true) {
    remark(call, { en: 'Not all decisions were written.', zh: '并非所有决定都已写出。' });
  }
  return refused.length > 0 ? 1 : 0;
}
