import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { FormView } from '../form/index.ts';
import { useDocuments } from '../documents/hooks.ts';
import { usePage, type Target } from '../page.ts';
import { ComingPart, MissingPart } from '../parts/missing-part.tsx';
import { titleOf } from '../parts/title.ts';
import { useView, views } from '../view-choice.ts';
import { useWords } from '../words.ts';
import { Conflict } from './conflict.tsx';
import { DeleteFile } from './delete-file.tsx';
import { InForceNote } from './in-force-note.tsx';
import { layoutWords } from './words.ts';
import './middle.css';

interface MiddleProps {
  readonly target: Target | undefined;
}

/** The file that is shown: as fields and grids, as text, or both side by side. */
export function Middle({ target }: MiddleProps): VNode {
  const { path, documents, outline, language, text } = usePage();
  const { say, pick } = useWords(layoutWords);
  const document = useDocuments(documents).get(path);
  const [chosen, setView] = useView();
  const view = FormView === undefined ? 'text' : chosen;
  const isConflict = document?.state === 'conflict';
  const needsText = isConflict || view !== 'form';
  useEffect(() => {
    if (needsText && text.part === undefined) text.need();
  }, [needsText]);
  const showText = (): void => setView('both');
  useEffect(() => {
    if (target?.isInText === true && view === 'form') showText();
  }, [target]);
  return (
    <section class="middle" aria-label={say('editor')} id="text" tabIndex={-1}>
      <div class="text-head">
        <h2 class="file-title">{titleOf(path, outline, language)}</h2>
        <span class="path">{path}</span>
        {document?.state === 'changed' && document.saved.version !== null && (
          <button type="button" class="quiet" onClick={() => documents.type(path, document.saved.text)}>
            {say('undoAll')}
          </button>
        )}
        <DeleteFile key={path} />
        {FormView !== undefined && (
          <div class="switch" role="group" aria-label={say('view')}>
            {views.map((one) => (
              <button key={one} type="button" aria-pressed={one === view} onClick={() => setView(one)}>
                {say(one)}
              </button>
            ))}
          </div>
        )}
      </div>
      {document?.failure !== undefined && (
        <p class="banner" role="alert">
          {document.failure.why === 'away' ? say('away') : pick(document.failure.says)}
        </p>
      )}
      {document?.tookTheirs === true && (
        <div class="banner notice" role="status">
          <p>{say('tookTheirs')}</p>
          <button type="button" class="quiet" onClick={() => documents.notice(path)}>
            {say('seen')}
          </button>
        </div>
      )}
      <InForceNote key={path} />
      {needsText && text.isMissing && <MissingPart onAgain={text.need} />}
      {document?.theirs !== undefined &&
        isConflict &&
        (text.part === undefined ? (
          !text.isMissing && <ComingPart />
        ) : (
          <Conflict key={path} document={document} theirs={document.theirs} textSide={text.part} />
        ))}
      <div class={`views ${view}`} hidden={isConflict}>
        {FormView !== undefined && view !== 'text' && (
          <div class="form-view">
            <FormView path={path} target={view === 'form' ? target : undefined} onMissing={showText} />
          </div>
        )}
        {view !== 'form' &&
          (text.part === undefined ? (
            // Already to be read; typing comes with Monaco.
            <pre class="text plain" tabIndex={0} aria-busy={!text.isMissing} aria-label={`${say('editor')}: ${path}`}>
              {document?.text}
            </pre>
          ) : (
            <text.part.TextPane models={text.part.models} target={target?.span} />
          ))}
      </div>
    </section>
  );
}
