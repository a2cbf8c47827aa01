import { arrange } from '../../engine/diagnostic/arrange.ts';
import { languages, type Diagnostic, type Texts } from '../../engine/diagnostic/diagnostic.ts';
import { withPlaces } from '../../engine/diagnostic/places.ts';
import { noColours, renderDiagnostic } from '../../engine/diagnostic/render.ts';
import { applyEdits } from '../../engine/source/edit.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import type { Span } from '../../engine/source/span.ts';
import { fail } from './failure.ts';

/** Every diagnostic says something in both languages, at a place that is there, with mends that can be made. */
export function checkDiagnostics(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): void {
  for (const diagnostic of diagnostics) {
    const { code, span, related, fixes, message } = diagnostic;
    checkPlace(span, code, texts);
    checkWords(message, code, texts);
    for (const other of related) {
      checkPlace(other.span, `${code} related`, texts);
      checkWords(other.message, `${code} related`, texts);
    }
    for (const { title, edits } of fixes) {
      checkWords(title, `${code} fix`, texts);
      for (const edit of edits) checkPlace(edit.span, `${code} fix`, texts);
      for (const [file, ofFile] of Map.groupBy(edits, (edit) => edit.span.file)) {
        try {
          applyEdits(texts.get(file) ?? '', ofFile);
        } catch (error) {
          fail(`a mend of ${code} cannot be made`, { error: String(error), diagnostic });
        }
      }
    }
  }
  const files = new Map([...texts].map(([name, text]) => [name, sourceFile(name, text)]));
  const fileOf = (name: string) => files.get(name);
  for (const diagnostic of arrange(diagnostics)) {
    JSON.stringify(withPlaces(diagnostic, fileOf));
    for (const language of languages) {
      const rendered = renderDiagnostic(diagnostic, { language, colours: noColours, fileOf });
      // Controls in a text must not reach the terminal.
      if (/[\0-\x08\x0b-\x1f\x7f-\x9f]/.test(rendered)) fail(`${diagnostic.code} prints a control character`, rendered);
    }
  }
}

function checkPlace({ file, start, end }: Span, code: string, texts: ReadonlyMap<string, string>): void {
  if (file.startsWith('<')) return;
  const text = texts.get(file);
  if (text === undefined) fail(`${code} is in a file that is not there`, file);
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > text.length)
    fail(`${code} has no place`, { file, start, end, length: text.length });
}

function checkWords(words: Texts, code: string, texts: ReadonlyMap<string, string>): void {
  for (const language of languages) {
    const text = words[language];
    if (typeof text !== 'string' || text.trim() === '') fail(`${code} says nothing in ${language}`, words);
    const slip = /\bundefined\b|\bNaN\b|\[object \w+\]/.exec(text)?.[0];
    if (slip !== undefined && ![...texts.values()].some((one) => one.includes(slip)))
      fail(`${code} says ${slip}`, text);
  }
}
