import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Diagnostic, Span } from '../../../engine/service/index.ts';
import { plainRange, showDiagnostics } from '../monaco/diagnostics.ts';
import { modelOf, pathOf } from '../monaco/models.ts';
import { monaco } from '../monaco/setup.ts';
import { useWords } from '../words.ts';

interface TextPaneProps {
  readonly path: string;
  readonly original: string;
  readonly isChanged: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** A place to select and scroll to; a new object each time somebody asks for it. */
  readonly target: Span | undefined;
  readonly onText: (path: string, text: string) => void;
}

/** One file's text in Monaco. */
export function TextPane({ path, original, isChanged, diagnostics, target, onText }: TextPaneProps): VNode {
  const { language, say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(null);

  useEffect(() => {
    if (place.current === null) return;
    const created = monaco.editor.create(place.current, { ...options, model: null });
    created.onDidChangeModelContent(() => {
      const model = created.getModel();
      if (model !== null) onText(pathOf(model.uri), model.getValue());
    });
    editor.current = created;
    // Monaco measures its font once; it is loaded only now that something uses it.
    void document.fonts.load(`13px "${fontFamily}"`).then(() => monaco.editor.remeasureFonts());
    return () => created.dispose();
  }, [onText]);
  useEffect(() => editor.current?.setModel(modelOf(path)), [path]);
  useEffect(() => editor.current?.updateOptions({ ariaLabel: `${say('editor')}: ${path}` }), [path, language]);
  useEffect(() => showDiagnostics(diagnostics, language), [diagnostics, language]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (target === undefined || model === null || model === undefined) return;
    const range = plainRange(model, target.start, target.end);
    editor.current?.setSelection(range);
    editor.current?.revealRangeInCenterIfOutsideViewport(range);
    editor.current?.focus();
  }, [target]);

  const undoAll = (): void => {
    const model = modelOf(path);
    model?.pushEditOperations([], [{ range: model.getFullModelRange(), text: original }], () => null);
  };
  return (
    <>
      <div class="text-head">
        <span class="path">{path}</span>
        {isChanged && (
          <>
            <span class="hint">{say('readOnly')}</span>
            <button type="button" class="quiet" onClick={undoAll}>
              {say('undo')}
            </button>
          </>
        )}
      </div>
      <div class="text" ref={place} />
    </>
  );
}

const fontFamily = 'JetBrains Mono';
const options: monaco.editor.IStandaloneEditorConstructionOptions = {
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
  quickSuggestions: false,
  wordBasedSuggestions: 'off',
};
