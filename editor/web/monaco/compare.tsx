import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { editorOptions } from './options.ts';
import { monaco } from './setup.ts';

export interface CompareProps {
  readonly left: string;
  /** Its first text; from then on it is what is typed. */
  readonly right: string;
  readonly label: string;
  /** Without it, the right side is only read, too. */
  readonly onRight?: (text: string) => void;
}

/** Two texts beside each other, with what differs. */
export function CompareView({ left, right, label, onRight }: CompareProps): VNode {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onRight);
  latest.current = onRight;
  useEffect(() => {
    if (place.current === null) return;
    const original = monaco.editor.createModel(left, 'yaml');
    const modified = monaco.editor.createModel(right, 'yaml');
    const editor = monaco.editor.createDiffEditor(place.current, {
      ...editorOptions,
      ariaLabel: label,
      readOnly: latest.current === undefined,
      originalEditable: false,
      renderSideBySide: true,
      diffWordWrap: 'on',
      useInlineViewWhenSpaceIsLimited: true,
      renderMarginRevertIcon: latest.current !== undefined,
      renderOverviewRuler: false,
      hideUnchangedRegions: { enabled: true },
    });
    editor.setModel({ original, modified });
    modified.onDidChangeContent(() => latest.current?.(modified.getValue()));
    return () => {
      editor.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [left, label]);
  return <div class="text compare" ref={place} />;
}
