import type { Colors } from 'picocolors/types.js';
import { printable } from '../diagnostic/code-frame.ts';
import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { Outcome, Status } from '../ir/outcome.ts';
import type { Interpretation, Program } from '../ir/program.ts';
import { approximated, approximatedValue } from '../value/approximate.ts';

const statusWords: Readonly<Record<Exclude<Status, 'determined'>, Texts>> = {
  undetermined: { en: 'undetermined', zh: '未定' },
  'not-applicable': { en: 'not applicable', zh: '不适用' },
  error: { en: 'error', zh: '错误' },
};

/** The value, or the status in a word. */
export function outcomeInWord({ status, value = '', type }: Outcome, language: Language): string {
  return status === 'determined' ? approximatedValue(value, type, language) : statusWords[status][language];
}

export function outcomeColour({ status, flags }: Outcome, colours: Colors): (text: string) => string {
  switch (status) {
    case 'determined':
      return flags.length > 0 ? colours.yellow : colours.bold;
    case 'error':
      return colours.red;
    case 'undetermined':
      return colours.magenta;
    case 'not-applicable':
      return colours.dim;
  }
}

/** Why there is no value, in sentences. */
export function whyNoValue({ reasons, error }: Outcome, language: Language): readonly string[] {
  const why = reasons.map(({ text }) => text[language]);
  return (error === undefined ? why : [...why, `${error.message[language]} (${error.code})`]).map((text) =>
    approximated(printable(text), language),
  );
}

/** Numbers the interpretations that outcomes rest on, in the order in which they come up. */
export interface Notes {
  /** `[1]`, `[1][3]`. */
  mark(flags: readonly string[]): string;
  /** What the marks stand for. */
  lines(): readonly string[];
}

export function notesOf(program: Program, language: Language, { dim }: Colors): Notes {
  const numbers = new Map<string, number>();
  return {
    mark: (flags) => {
      for (const flag of flags) if (!numbers.has(flag)) numbers.set(flag, numbers.size + 1);
      return flags.map((flag) => `[${numbers.get(flag) ?? ''}]`).join('');
    },
    lines: () =>
      [...numbers].flatMap(([id, number]) => {
        const interpretation = program.interpretations[id];
        const head = `[${number}] ${id}`;
        if (interpretation === undefined) return [head];
        const indent = ' '.repeat(`[${number}] `.length);
        return [
          `${head} ${dim(sourceInWords(interpretation, language))}`,
          `${indent}${interpretation.question[language]}`,
          `${indent}→ ${interpretation.answer[language]}`,
        ];
      }),
  };
}

/** The clauses that it is about, and whether somebody has decided it. */
export function sourceInWords({ clauses, status }: Interpretation, language: Language): string {
  const decided =
    status === 'proposed'
      ? { en: 'proposed', zh: '拟定' }
      : { en: `decided by ${status.by} on ${status.date}`, zh: `${status.by}于${status.date}决定` };
  const words = { en: `(${[...clauses, decided.en].join(', ')})`, zh: `（${[...clauses, decided.zh].join('，')}）` };
  return words[language];
}
