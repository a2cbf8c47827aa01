import type { Language } from '../../engine/diagnostic/diagnostic.ts';
import { functions } from '../../engine/ir/functions.ts';
import { table } from './between.ts';

const heads = { en: ['function', 'gives', 'example'], zh: ['函数', '结果', '示例'] } as const;

/** All functions of the language, from the one table that the engine reads. */
export function functionTable(language: Language): string {
  const rows = functions.map(({ signature, doc, example }) => [
    `\`${signature}\``,
    doc[language],
    `\`${example.expression}\` → \`${example.value}\``,
  ]);
  return table(heads[language], rows);
}
