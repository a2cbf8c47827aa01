import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Cell, Choice, StandsAs } from '../../../engine/service/form/form.ts';
import type { Stance, StandingChoices } from '../../../engine/service/form/standing.ts';
import { useWords } from '../words.ts';
import { useForm } from './form-context.ts';
import { offerWords, standingWords } from './standing-words.ts';

export type Chosen = Stance | 'name';

interface StandingFormProps {
  readonly cell: Cell;
  readonly standing: StandingChoices;
  readonly chosen: Chosen;
  readonly close: () => void;
}

type Typed = Readonly<
  Record<'value' | 'gap' | 'gapId' | 'saysZh' | 'saysEn' | 'by' | 'allowed' | 'proposed' | 'name', string>
>;
const nothing: Typed = {
  value: '',
  gap: '',
  gapId: '',
  saysZh: '',
  saysEn: '',
  by: '',
  allowed: '',
  proposed: '',
  name: '',
};

/** Asks for what the other way to stand needs. */
export function StandingForm({ cell, standing, chosen, close }: StandingFormProps): VNode {
  const { say, pick } = useWords(standingWords);
  const side = useForm();
  const [typed, type] = useState<Typed>({ ...nothing, gap: standing.gaps[0]?.value ?? '' });
  const whole = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => whole.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const as = standsAs(chosen, typed);
  const input = (key: keyof Typed, choices?: readonly Choice[]): VNode => (
    <Labelled
      label={say(key)}
      text={typed[key]}
      choices={choices ?? []}
      onType={(text) => type({ ...typed, [key]: text })}
    />
  );
  const { input: kind } = cell;
  const unit = kind.is === 'formula' ? kind.unit : undefined;
  return (
    <form
      ref={whole}
      class="standing-form"
      aria-label={pick(offerWords[chosen])}
      onSubmit={(event) => {
        event.preventDefault();
        if (as === undefined) return;
        void side.edit({ edit: 'stand', at: standing.at, as, ...(unit === undefined ? {} : { unit }) }).then((made) => {
          if (made !== undefined) close();
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <b>{pick(offerWords[chosen])}</b>
      {chosen === 'value' && input('value')}
      {chosen === 'name' && input('name', standing.names)}
      {chosen === 'gap' && (
        <label>
          {say('gap')}
          <select value={typed.gap} onChange={({ currentTarget }) => type({ ...typed, gap: currentTarget.value })}>
            {standing.gaps.map(({ value, title }) => (
              <option key={value} value={value}>
                {title === undefined ? value : pick(title)}
              </option>
            ))}
            <option value="">{say('newGap')}</option>
          </select>
        </label>
      )}
      {chosen === 'gap' && typed.gap === '' && [input('saysZh'), input('saysEn'), input('gapId')]}
      {chosen === 'left-to' && [input('by', standing.people), input('allowed'), input('proposed')]}
      <button type="submit" disabled={as === undefined}>
        {say('apply')}
      </button>
      <button type="button" class="quiet" onClick={close}>
        {say('cancel')}
      </button>
    </form>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly onType: (text: string) => void;
}

function Labelled({ label, text, choices, onType }: LabelledProps): VNode {
  const { pick } = useWords();
  const id = useId();
  return (
    <label>
      {label}
      <input
        type="text"
        value={text}
        autocomplete="off"
        list={choices.length > 0 ? id : undefined}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      {choices.length > 0 && (
        <datalist id={id}>
          {choices.map(({ value, title }) => (
            <option key={value} value={value}>
              {title === undefined ? '' : pick(title)}
            </option>
          ))}
        </datalist>
      )}
    </label>
  );
}

/** Nothing while something is missing that it needs. */
function standsAs(chosen: Chosen, typed: Typed): StandsAs | undefined {
  const { value, gap, saysZh, saysEn, by, allowed, proposed, name } = typed;
  const has = (...texts: readonly string[]): boolean => texts.every((text) => text.trim() !== '');
  switch (chosen) {
    case 'value':
      return has(value) ? { is: 'value', text: value } : undefined;
    case 'name':
      return has(name) ? { is: 'value', text: name } : undefined;
    case 'unset':
      return { is: 'unset' };
    case 'gap': {
      if (gap !== '') return { is: 'gap', gap };
      const id = typed.gapId.trim().replaceAll(/\s+/g, '-');
      return has(saysZh, saysEn, id) ? { is: 'gap', gap: id, says: { en: saysEn, zh: saysZh } } : undefined;
    }
    case 'left-to':
      return has(by, allowed) ? { is: 'left-to', by, allowed, ...(has(proposed) ? { proposed } : {}) } : undefined;
  }
}
