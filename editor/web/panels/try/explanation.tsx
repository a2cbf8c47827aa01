import type { VNode } from 'preact';
import { approximated, type Explanation, type Span, type Step } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { declarers, factWords, tryWords } from './words.ts';
import { Line, Named } from './line.tsx';
import { InterpretationNote } from '../../parts/interpretation.tsx';

interface ExplanationTreeProps {
  readonly steps: Explanation['steps'];
  readonly onShow: (span: Span) => void;
}

/** The steps of an explanation in the order in which things were looked at; what belongs to a step stands below it. */
export function ExplanationTree({ steps, onShow }: ExplanationTreeProps): VNode | null {
  if (steps.length === 0) return null;
  return (
    <ul class="tree">
      {steps.map((step, index) => (
        <li key={index} class={`step-${step.step}`}>
          <StepView step={step} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}

function StepView({ step, onShow }: { readonly step: Step; readonly onShow: (span: Span) => void }): VNode {
  const { language, say, pick } = useWords(tryWords);
  const filled = (text: string): VNode => <code>{approximated(text, language)}</code>;
  const tree = (steps: readonly Step[]): VNode => <ExplanationTree steps={steps} onShow={onShow} />;
  const place = (text: string, span: Span): VNode => (
    <button type="button" class="link" title={say('showInText')} onClick={() => onShow(span)}>
      {text}
    </button>
  );
  switch (step.step) {
    case 'fact':
      return (
        <>
          <Line
            label={<Named title={pick(step.title)} name={step.name} />}
            value={step.value}
            state={step.how === 'given' ? undefined : say(factWords[step.how])}
            note={step.problem && pick(step.problem)}
          />
          {step.how !== 'given' && tree(step.steps)}
        </>
      );
    case 'parameter': {
      const name = step.keys.length === 0 ? step.name : `${step.name}(${step.keys.join(', ')})`;
      const state = step.value === undefined ? say('notSet') : undefined;
      return (
        <Line
          label={<Named title={pick(step.title)} name={name} />}
          value={step.value}
          state={state}
          note={step.owner}
        />
      );
    }
    case 'decision': {
      const name = step.on === undefined ? step.name : `${step.name} on ${step.on}`;
      const state = step.status === 'determined' ? undefined : say(step.status === 'error' ? 'failed' : step.status);
      return (
        <>
          <Line label={<Named title={pick(step.title)} name={name} />} value={step.value} state={state} />
          {step.explanation !== undefined && tree(step.explanation.steps)}
        </>
      );
    }
    case 'expression':
      return (
        <Line
          label={<code>{step.text}</code>}
          value={step.value}
          note={step.filled === step.value || step.filled === step.text ? '' : filled(step.filled)}
        />
      );
    case 'condition':
      return (
        <>
          <Line
            label={
              <>
                {say(step.sort)} <code>{step.text}</code>
              </>
            }
            state={say(step.holds)}
            isSettled={step.holds !== 'open'}
            note={step.says && pick(step.says)}
          />
          {tree(step.steps)}
        </>
      );
    case 'choice':
      return (
        <>
          {step.tested.map((one) => (
            <div key={one.number}>
              <Line
                label={
                  <>
                    {say('condition')} {one.number} <code>{one.text}</code>
                  </>
                }
                state={say(one.holds)}
                isSettled={one.holds !== 'open'}
                note={one.filled === one.text ? '' : filled(one.filled)}
              />
              {tree(one.steps)}
            </div>
          ))}
          {step.taken === 'otherwise' && <Line label={say('otherwise')} value={step.value} />}
          {tree(step.steps)}
        </>
      );
    case 'tier':
      return (
        <>
          {step.taken.map((tier) => (
            <div key={tier.number}>
              <Line
                label={
                  <>
                    {say('tier')} {tier.number} / {step.of} {place(tier.range, tier.span)}
                  </>
                }
                value={tier.value}
                note={
                  step.by.value === undefined
                    ? ''
                    : `${step.by.text} = ${step.by.value}${tier.part === undefined ? '' : ` · ${tier.part}`}`
                }
              />
              {tree(tier.steps)}
            </div>
          ))}
          {step.taken.length === 0 && (
            <Line
              label={
                <>
                  {say(step.by.value === undefined ? 'tier' : 'noTier')} <code>{step.by.text}</code>
                </>
              }
              state={step.by.value ?? say('open')}
            />
          )}
          {tree(step.before)}
        </>
      );
    case 'row':
      return (
        <>
          {step.taken.map((row) => (
            <div key={row.number}>
              <Line
                label={
                  row.number === 'otherwise' ? (
                    say('otherwise')
                  ) : (
                    <>
                      {say('row')} {row.number} / {step.of}
                    </>
                  )
                }
                value={row.value}
                note={row.cells.map(({ column, cell }) => `${column} ${cell}`).join(' · ')}
              />
              {tree(row.steps)}
            </div>
          ))}
          {step.taken.length === 0 && <Line label={say('noRow')} />}
          {tree(step.before)}
        </>
      );
    case 'list':
      return (
        <>
          <Line label={<code>{step.text}</code>} value={step.value} />
          {tree(step.before)}
          {step.elements.map((element) => (
            <div key={element.place}>
              <Line
                label={element.place}
                value={element.value}
                state={element.kept === 'yes' ? undefined : say('leftOut')}
                isSettled={element.kept === 'no'}
              />
              {tree(element.steps)}
            </div>
          ))}
        </>
      );
    case 'rounding':
      return (
        <Line
          label={
            <>
              {say('rounded')} {step.unit}
            </>
          }
          value={step.to}
          note={`${step.from} → ${step.to} · ${say(step.mode)} · ${say('declaredBy')} ${say(declarers[step.declaredBy])}`}
        />
      );
    case 'interpretation':
      return (
        <div class={step.active ? 'rests active' : 'rests'}>
          <InterpretationNote interpretation={{ ...step, origin: step.span }} onShow={onShow} />
          {step.otherwise !== undefined && (
            <p class="hint">
              {say('taken')} {step.taken} · {say('otherwise')} {step.otherwise}
            </p>
          )}
        </div>
      );
    case 'own':
      return <Line label={place(say('own'), step.span)} />;
    case 'gap':
      return (
        <Line label={<Named title={pick(step.says)} name={step.id} />} state={say('undetermined')} note={step.clause} />
      );
    case 'person':
      return (
        <Line
          label={
            <>
              {say('leftTo')} {step.person}
            </>
          }
          value={step.proposed}
          state={step.inside === 'yes' ? undefined : say('open')}
          note={step.allowed}
        />
      );
  }
}
