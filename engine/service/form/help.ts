import type { Texts } from '../../diagnostic/diagnostic.ts';
import { docOf } from '../../shape/mismatch.ts';
import type { Schema } from '../../shape/schema.ts';

/** What a cell, column or part is for; nothing where that only says its label again. */
export function helpOf(label: Texts, schema: Schema): Texts {
  const { en, zh } = docOf(schema);
  return { en: plain(en) === plain(label.en) ? '' : en, zh: plain(zh) === plain(label.zh) ? '' : zh };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|an?) /u, '')
    .replace(/[.。]$/u, '');
