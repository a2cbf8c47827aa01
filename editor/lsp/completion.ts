import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver/node';
import type { Language, SourceFile } from '../../engine/service/index.ts';
import type { Completion, CompletionSort } from '../../engine/service/language/index.ts';
import { rangeOf } from './places.ts';

const kinds: Readonly<Record<CompletionSort, CompletionItemKind>> = {
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
  person: CompletionItemKind.Interface,
  id: CompletionItemKind.Reference,
  type: CompletionItemKind.TypeParameter,
};

/** A completion as the protocol says it. What was typed counts as its filter, since titles may have matched. */
export function itemOf(
  completion: Completion,
  index: number,
  file: SourceFile,
  offset: number,
  language: Language,
): CompletionItem {
  const { label, sort, title, detail, doc, insert, span } = completion;
  return {
    label,
    kind: kinds[sort],
    ...(title === undefined ? {} : { labelDetails: { description: title[language] } }),
    ...(detail === undefined ? {} : { detail: detail[language] }),
    ...(doc === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: doc[language] } }),
    filterText: file.text.slice(span.start, offset) || label,
    sortText: String(index).padStart(4, '0'),
    insertTextFormat: insert.includes('$0') ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(file, span), newText: insert },
  };
}
