import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Span } from '../../../engine/service/index.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { showDiagnostics } from './diagnostics.ts';
import { plainRange, type Models } from './models.ts';
import { editorOptions, fontFamily } from './options.ts';
import { openPlaces } from './providers/navigation.ts';
import { monaco } from './setup.ts';

interface TextPaneProps {
  readonly models: Models;
  /** A place to select and scroll to; a new object each time somebody asks for it. */
  readonly target: Span | undefined;
}

/** The text of the file that is shown, in Monaco. */
export function TextPane({ models, target }: TextPaneProps): VNode {
  const page = usePage();
  const { documents, path, diagnostics } = page;
  const show = useRef(page.show);
  show.current = page.show;
  const { language, say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(null);
  /** Where the cursor was in each file. */
  const views = useRef(new Map<string, monaco.editor.ICodeEditorViewState>());

  useEffect(() => {
    if (place.current === null) return;
    const created = monaco.editor.create(place.current, { ...editorOptions, model: null });
    editor.current = created;
    // Monaco measures its font once; it is loaded only now that something uses it.
    void document.fonts.load(`13px "${fontFamily}"`).then(() => monaco.editor.remeasureFonts());
    return () => created.dispose();
  }, []);
  useEffect(() => {
    const shown = editor.current;
    if (shown === null) return;
    shown.setModel(models.of(path));
    const view = views.current.get(path);
    if (view !== undefined) shown.restoreViewState(view);
    return () => {
      const left = shown.saveViewState();
      if (left !== null) views.current.set(path, left);
    };
  }, [path, models, documents.get(path) === undefined]);
  useEffect(() => {
    const opening = openPlaces((span) => show.current(span), models);
    return () => opening.dispose();
  }, [models]);
  useEffect(() => editor.current?.updateOptions({ ariaLabel: `${say('editor')}: ${path}` }), [path, language]);
  // Before the next picture: whoever types waits for it. A file that is shown for the first time has its model only afterwards.
  useLayoutEffect(() => showDiagnostics(diagnostics, language, documents), [diagnostics, language]);
  useEffect(() => showDiagnostics(diagnostics, language, documents), [path]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (target === undefined || model === null || model === undefined) return;
    const range = plainRange(model, target.start, target.end);
    editor.current?.setSelection(range);
    editor.current?.revealRangeInCenterIfOutsideViewport(range);
    editor.current?.focus();
  }, [target]);
  return <div class="text" ref={place} />;
}
