import { Fragment, type VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Cell, FieldsPart, GroupPart, Part } from '../../../engine/service/form/form.ts';
import type { Texts } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import { AddEntry, EntryTools } from './entries.tsx';
import { Field } from './field.tsx';
import { Grid } from './grid.tsx';
import { Heading } from './heading.tsx';
import { formWords } from './words.ts';
import { useFold } from './use-fold.ts';
import { isWritten, isWrittenPart } from './written.ts';

/** Parts under each other; those where nothing is written yet stand folded behind them. */
export function Parts({ parts, depth = 2 }: { readonly parts: readonly Part[]; readonly depth?: number }): VNode {
  const { shown: used, folded: unused, onToggle } = useFold(parts, isWrittenPart, ({ id }) => id);
  return (
    <>
      {used.map((part) => (
        <OnePart key={part.id} part={part} depth={depth} />
      ))}
      {unused.length > 0 && (
        <details class="form-unused" onToggle={onToggle}>
          <Folded labels={unused.map(({ label }) => label)} />
          {unused.map((part) => (
            <OnePart key={part.id} part={part} depth={depth} />
          ))}
        </details>
      )}
    </>
  );
}

const mostNamed = 4;

/** What is inside, by name; a line has room for few. */
function Folded({ labels }: { readonly labels: readonly Texts[] }): VNode {
  const { say, pick, language } = useWords(formWords);
  const names = [...new Set(labels.map(pick))];
  const rest = names.length - mostNamed;
  const [comma, more] = language === 'zh' ? ['、', ` 等 ${names.length} 项`] : [', ', ` and ${rest} more`];
  return (
    <summary title={rest > 0 ? names.join(comma) : undefined}>
      {say('more')}
      {names.slice(0, mostNamed).join(comma)}
      {rest > 0 && more}
    </summary>
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
      {part.open === undefined ? (
        <Parts parts={part.parts} depth={depth + 1} />
      ) : (
        part.parts.map((inner, index) => (
          <Fragment key={index}>
            <OnePart part={inner} depth={depth + 1} />
            <EntryTools open={part.open ?? nowhere} index={index} isLast={part.parts.length === 1} />
          </Fragment>
        ))
      )}
      {part.open !== undefined && <AddEntry open={part.open} />}
    </div>
  );
}

const nowhere = { at: [], names: [] };

function Fields({ part, depth }: { readonly part: FieldsPart; readonly depth: number }): VNode {
  const { pick } = useWords();
  const [isNew] = useState(!isWrittenPart(part));
  const { shown, folded: more, onToggle } = useFold(part.fields, (field) => isNew || isWritten(field), keyOf);
  return (
    <div class="form-section form-fields" role="group" aria-label={pick(part.label)}>
      {!part.id.endsWith('#more') && <Heading depth={depth} text={pick(part.label)} />}
      <div class="form-fields-body">
        {shown.map((field) => (
          <Field key={keyOf(field)} cell={field} />
        ))}
      </div>
      {more.length > 0 && (
        <details class="form-unused" onToggle={onToggle}>
          <Folded labels={more.map(({ label }) => label)} />
          <div class="form-fields-body">
            {more.map((field) => (
              <Field key={keyOf(field)} cell={field} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

const keyOf = ({ at, key }: Cell): string => JSON.stringify([at, key]);
