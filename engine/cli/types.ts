import { typesFile } from '../emit/types/declarations.ts';
import { readyHandbook } from './question.ts';
import { isRefusal, remark, type Call, type Refusal, type Verb } from './verb.ts';
import { writeText } from './write-text.ts';

export const types: Verb = {
  about: {
    en: 'Write the decisions with their facts and values as TypeScript types (.d.ts), so that a misspelt fact or a wrong unit does not compile.',
    zh: '把各决定及其事实和取值写成 TypeScript 类型（.d.ts），使写错的事实名或单位无法通过编译。',
  },
  options: [
    { flags: '--out <file>', says: { en: 'where they go (else standard output)', zh: '写入何处（默认标准输出）' } },
  ],
  examples: ['bylaw types --out handbook.d.ts', 'bylaw types --at 2026-10-31 --lang zh --out handbook.d.ts'],
  run: writeTypes,
};

async function writeTypes(call: Call): Promise<number | Refusal> {
  const ready = await readyHandbook(call);
  if (isRefusal(ready)) return ready;
  const { program } = ready;
  const names = Object.values(program.decisions).flatMap(({ name, hidden }) => (hidden ? [] : [name]));
  // Comments are in the language that is asked for, so that the same call gives the same file on every machine.
  const text = typesFile(program, names, call.options.lang === 'zh' ? 'zh' : 'en');
  const { out } = call.options;
  if (out === undefined) {
    call.io.out.write(text);
    return 0;
  }
  const failed = await writeText(call, out, text);
  if (failed !== undefined) return failed;
  remark(call, {
    en: `${out}: ${String(names.length)} ${names.length === 1 ? 'decision' : 'decisions'}, as they are on ${program.at}.`,
    zh: `${out}：${String(names.length)} 个决定，${program.at} 的规定。`,
  });
  return 0;
}
