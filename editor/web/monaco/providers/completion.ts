import type { CompletionSort } from '../../../../engine/service/language/index.ts';
import { plainRange } from '../models.ts';
import { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const kinds: Readonly<Record<CompletionSort, monaco.languages.CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  fact: CompletionItemKind.Variable,
  decision: CompletionItemKind.Field,
  local: CompletionItemKind.Variable,
  parameter: CompletionItemKind.Constant,
  function: CompletionItemKind.Function,
  member: CompletionItemKind.EnumMember,
  unit: CompletionItemKind.Unit,
  word: CompletionItemKind.Keyword,
  clause: CompletionItemKind.Reference,
  person: CompletionItemKind.User,
  id: CompletionItemKind.Reference,
  type: CompletionItemKind.TypeParameter,
};

export const triggers: readonly string[] = ['.', ':', '"', '(', '[', '{', '#'];

/** Words to choose at the cursor. */
export const completionProvider = (desk: Desk): monaco.languages.CompletionItemProvider => ({
  triggerCharacters: [...triggers],
  async provideCompletionItems(model, position, _context, token) {
    const offset = model.getOffsetAt(position);
    const found = (await askAbout(desk, 'language/completions', model, token, offset)) ?? [];
    const language = languageNow();
    const suggestions = found.map(({ label, sort, title, detail, doc, insert, span }, index) => ({
      label: title === undefined ? label : { label, description: title[language] },
      kind: kinds[sort],
      detail: detail?.[language] ?? '',
      ...(doc === undefined ? {} : { documentation: { value: doc[language] } }),
      // Titles matched as well, which Monaco cannot know: what was typed is what fits, and it asks again with each letter.
      filterText: model.getValue().slice(span.start, offset) || label,
      sortText: String(index).padStart(4, '0'),
      insertText: insert,
      ...(/\$\d/.test(insert) ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
      range: plainRange(model, span.start, span.end),
    }));
    return { suggestions, incomplete: true };
  },
});
