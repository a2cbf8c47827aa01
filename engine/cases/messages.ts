import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';

interface Unknown {
  readonly name: string;
  readonly near: readonly string[];
}

/** What can be wrong with a file of cases itself; a case that fails is a result, not a diagnostic. */
export const caseMessages = defineDiagnostics('cases', {
  'unknown-policy': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `There is no policy “${name}”.${didYouMean(near).en}`,
      zh: `没有制度“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'unknown-column': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `“${name}” is no fact, no decision and none of at, known, on, version, flags, source-only, recorded.${didYouMean(near).en}`,
      zh: `“${name}”不是事实、决定，也不是 at、known、on、version、flags、source-only、recorded。${didYouMean(near).zh}`,
    }),
  },
  'unknown-key': {
    severity: 'error',
    message: ({ key, known }: { key: string; known: string }) => ({
      en: `An expectation has no key “${key}”. It has ${known}.`,
      zh: `期望中没有键“${key}”，可用的键为 ${known}。`,
    }),
  },
  'unknown-status': {
    severity: 'error',
    message: ({ status }: { status: string }) => ({
      en: `“${status}” is no status: determined, undetermined, not-applicable or error.`,
      zh: `“${status}”不是状态：应为 determined、undetermined、not-applicable 或 error。`,
    }),
  },
  'not-an-expectation': {
    severity: 'error',
    message: () => ({
      en: 'Write the expected value, a status, or { status, value, flags, reasons, code }. Lists and records stand in quotes: "[a, b]".',
      zh: '请写期望值、状态，或 { status, value, flags, reasons, code }。列表与记录须加引号："[a, b]"。',
    }),
  },
  'row-length': {
    severity: 'error',
    message: ({ cells, columns }: { cells: string; columns: string }) => ({
      en: `The row has ${cells} cells for ${columns} columns.`,
      zh: `该行有 ${cells} 格，而列数为 ${columns}。`,
    }),
  },
  'no-date': {
    severity: 'error',
    message: () => ({
      en: 'The case names no date: add `at:` to the file, the case or a column.',
      zh: '示例未写明日期：请在文件、示例或列中补充 at。',
    }),
  },
  'nothing-expected': {
    severity: 'error',
    message: () => ({
      en: 'The case expects nothing: add `expect:`, `source-only:`, `columns:` with `rows:`, or `matrix:`.',
      zh: '该示例没有期望：请补充 expect、source-only、columns 与 rows，或 matrix。',
    }),
  },
  'wrong-value': {
    severity: 'error',
    message: ({ value, why }: { value: string; why: Texts }) => ({
      en: `“${value}” cannot be read: ${why.en}`,
      zh: `无法读取“${value}”：${why.zh}`,
    }),
  },
  'unknown-parameter': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `There is no parameter “${name}”.${didYouMean(near).en}`,
      zh: `没有参数“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'no-such-day': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” is no day: write year-month-day, such as 2026-10-31.`,
      zh: `“${text}”不是日期：请按“年-月-日”书写，例如 2026-10-31。`,
    }),
  },
  'takes-nothing': {
    severity: 'error',
    message: ({ name, on }: { name: string; on: string }) => ({
      en: `“${name}” takes nothing that it could be asked \`on\`: take “${on}” out.`,
      zh: `“${name}”不接受 on 的参数：请删去“${on}”。`,
    }),
  },
  'true-or-false': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” stands in the column “recorded”: write true or false.`,
      zh: `“recorded”列中写有“${text}”：请写 true 或 false。`,
    }),
  },
  'id-twice': {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `Two cases of this file have the id “${id}”. Rename one, so that a failure says which it is.`,
      zh: `此文件中有两个示例的编号同为“${id}”。请更名其一，以便指明是哪一个不符。`,
    }),
  },
});
