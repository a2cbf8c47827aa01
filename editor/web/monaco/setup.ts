import * as monaco from 'monaco-editor/editor';
import './features.ts';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';

/** Monaco's own worker and our colours; once, before the first editor. */
export function setUpMonaco(): void {
  globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  monaco.editor.defineTheme('bylaw', {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'type.yaml', foreground: '1f4e8c' },
      { token: 'string.yaml', foreground: '24613c' },
      { token: 'number.yaml', foreground: '8a3b12' },
      { token: 'comment.yaml', foreground: '6a7383' },
      { token: 'operators.yaml', foreground: '5b6577' },
      { token: 'delimiter.bracket.yaml', foreground: '5b6577' },
      // Words by what they are to the handbook; see engine/service/language/colours.ts.
      { token: 'fact', foreground: '0b6e6e' },
      { token: 'decision', foreground: '6b3fa0' },
      { token: 'definition', foreground: '7a4b00' },
      { token: 'parameter', foreground: '7a4b00' },
      { token: 'function', foreground: '8a1f5c' },
      { token: 'member', foreground: '24613c' },
      { token: 'unit', foreground: '8a3b12' },
      { token: 'element', foreground: '3d4657' },
      { token: 'reference', foreground: '1f5fa8' },
      { token: 'person', foreground: '5c4a00' },
      { token: 'keyword', foreground: '1f4e8c', fontStyle: 'bold' },
      { token: 'number', foreground: '8a3b12' },
      { token: 'text', foreground: '24613c' },
      { token: 'operator', foreground: '5b6577' },
    ],
    colors: {
      'editor.background': '#ffffff',
      'editorLineNumber.foreground': '#9aa3b2',
      'editorLineNumber.activeForeground': '#3d4657',
      'editor.lineHighlightBackground': '#f4f7fb',
      'editor.lineHighlightBorder': '#00000000',
      'editorError.foreground': '#b42318',
      'editorWarning.foreground': '#a15c00',
      'editorInfo.foreground': '#1f5fa8',
      'editorIndentGuide.background1': '#eceff4',
    },
  });
}

export { monaco };
