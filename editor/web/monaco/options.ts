import type { monaco } from './setup.ts';

export const fontFamily = 'JetBrains Mono';
/** How every text is shown. */
export const editorOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  theme: 'bylaw',
  automaticLayout: true,
  fontFamily: `"${fontFamily}", "Noto Sans Mono CJK SC", monospace`,
  fontSize: 13,
  lineHeight: 21,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  tabSize: 2,
  folding: true,
  glyphMargin: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  renderLineHighlight: 'line',
  padding: { top: 8, bottom: 8 },
  fixedOverflowWidgets: true,
  // Chinese punctuation looks like Latin punctuation to Monaco; our own diagnostics tell where that matters.
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  stickyScroll: { enabled: false },
  quickSuggestions: { other: true, comments: false, strings: true },
  'semanticHighlighting.enabled': true,
  wordBasedSuggestions: 'off',
  // Each key would have all brackets of the text paired again before it is drawn.
  bracketPairColorization: { enabled: false },
};
