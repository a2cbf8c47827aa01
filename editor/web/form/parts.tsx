import type { VNode } from 'preact';
import type { FieldsPart, GroupPart, Part } from '../../../engine/service/form/form.ts';
import { useWords } from '../words.ts';
import { Field } from './field.tsx';
import { Grid } from './grid.tsx';
import { Heading } from './heading.tsx';
import { formWords } from './words.ts';
import { isWritten, isWrittenPart } from './written.ts';

/** Parts under each other; those where nothing is written yet stand folded behind them. */
export function Parts({ parts, depth = 2 }: { readonly parts: readonly Part[]; readonly depth?: number }): VNode {
  const { say } = useWords(formWords);
  const used = parts.filter(isWrittenPart);
  const unused = parts.filter((part) => !isWrittenPart(part));
  return (
    <>
      {used.map((part) => (
        <OnePart key={part.id} part={part} depth={depth} />
      ))}
      {unused.length > 0 && (
        <details class="form-unused">
          <summary>{say('more')}</summary>
          {unused.map((part) => (
            <OnePart key={part.id} part={part} depth={depth} />
          ))}
        </details>
      )}
    </>
  );
}

function OnePart({ part, depth }: { readonly part: Part; readonly depth: number }): VNode {
  switch (part.is) {
    case 'fields':
      return <Fields part={part} depth={depth} />;
    case 'grid':
      return <Grid grid={part} depth={depth} Details={Parts} />;
    case 'group':
      return <Group part={part} depth={depth} />;
  }
}

function Group({ part, depth }: { readonly part: GroupPart; readonly depth: number }): VNode {
  const { pick } = useWords();
  return (
    <div class="form-section form-group" role="group" aria-label={pick(part.label)}>
      <Heading depth={depth} text={pick(part.label)} />
      <Parts parts={part.parts} depth={depth + 1} />
    </div>
  );
}

function Fields({ part, depth }: { readonly part: FieldsPart; readonly depth: number }): VNode {
  const { say, pick } = useWords(formWords);
  const isNew = !isWrittenPart(part);
  const shown = part.fields.filter((field) => isNew || isWritten(field));
  const more = part.fields.filter((field) => !isNew && !isWritten(field));
  return (
    <div class="form-section form-fields" role="group" aria-label={pick(part.label)}>
      {!part.id.endsWith('#more') && <Heading depth={depth} text={pick(part.label)} />}
      <div class="form-fields-body">
        {shown.map((field) => (
          <Field key={JSON.stringify([field.at, field.key])} cell={field} />
        ))}
      </div>
      {more.length > 0 && (
        <details class="form-unused">
          <summary>{say('more')}</summary>
          <div class="form-fields-body">
            {more.map((field) => (
              <Field key={JSON.stringify([field.at, field.key])} cell={field} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
