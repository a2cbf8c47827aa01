import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Span } from '../../../engine/service/index.ts';
import { FormView } from '../form/index.ts';
import type { TextSide } from '../text-side.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';

const views = ['form', 'text', 'both'] as const;
type View = (typeof views)[number];

interface MiddleProps {
  readonly textSide: TextSide | undefined;
  readonly target: Span | undefined;
}

/** The file that is shown: as fields and grids, as text, or both side by side. */
export function Middle({ textSide, target }: MiddleProps): VNode {
  const { path, documents } = usePage();
  const { say } = useWords();
  const [chosen, setView] = useState<View>('text');
  const view = FormView === undefined ? 'text' : chosen;
  return (
    <section class="middle" aria-label={say('editor')} id="text">
      <div class="text-head">
        <span class="path">{path}</span>
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
      <div class={`views ${view}`}>
        {FormView !== undefined && view !== 'text' && (
          <div class="form-view">
            <FormView path={path} />
          </div>
        )}
        {view !== 'form' &&
          (textSide === undefined ? (
            <pre class="text plain">{documents.get(path)?.text}</pre>
          ) : (
            <textSide.TextPane models={textSide.models} target={target} />
          ))}
      </div>
    </section>
  );
}
