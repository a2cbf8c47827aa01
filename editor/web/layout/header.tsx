import type { VNode } from 'preact';
import type { Language } from '../../../engine/service/index.ts';
import { useStates } from '../documents/hooks.ts';
import { focusArea } from '../keyboard/use-shortcuts.ts';
import { usePage } from '../page.ts';
import { DateField } from '../parts/date-field.tsx';
import { useWords } from '../words.ts';
import { headerActions } from './header-actions.ts';
import { layoutWords } from './words.ts';
import './header.css';

interface HeaderProps {
  readonly onLanguage: (language: Language) => void;
  readonly onHelp: () => void;
}

const languages: readonly { readonly language: Language; readonly name: string; readonly tag: string }[] = [
  { language: 'zh', name: '中文', tag: 'zh-CN' },
  { language: 'en', name: 'English', tag: 'en' },
];

const skips = [
  ['tree', 'toTree'],
  ['text', 'toText'],
  ['panels', 'toPanel'],
] as const;

/** The handbook's title, the day, the language, and what is not saved. */
export function Header({ onLanguage, onHelp }: HeaderProps): VNode {
  const { outline, at, setAt, language } = usePage();
  const { say, pick } = useWords(layoutWords);
  return (
    <header class="header">
      {skips.map(([area, word]) => (
        <button key={area} type="button" class="skip" onClick={() => focusArea(area)}>
          {say(word)}
        </button>
      ))}
      <span class="brand">Bylaw</span>
      <h1 class="handbook">{outline.title === undefined ? '' : pick(outline.title)}</h1>
      <span class="date">
        <label for="looked-at">{say('date')}</label>
        <DateField id="looked-at" value={at} required onValue={setAt} />
      </span>
      <div class="switch" role="group" aria-label={say('language')}>
        {languages.map((one) => (
          <button
            key={one.language}
            type="button"
            lang={one.tag}
            aria-pressed={one.language === language}
            onClick={() => onLanguage(one.language)}
          >
            {one.name}
          </button>
        ))}
      </div>
      <button type="button" class="quiet round" aria-label={say('help')} title={`${say('help')} (?)`} onClick={onHelp}>
        ?
      </button>
      <SaveState />
      {headerActions.map((Action, index) => (
        <Action key={index} />
      ))}
    </header>
  );
}

/** How many files are not saved, and the button that does. */
function SaveState(): VNode {
  const { documents } = usePage();
  const { say } = useWords(layoutWords);
  const open = [...useStates(documents).values()].filter((state) => state !== 'clean');
  const word = open.includes('conflict') ? 'conflict' : open.includes('saving') ? 'saving' : 'notSaved';
  const canSave = open.includes('changed');
  return (
    <>
      <span class={`save-state ${open.length === 0 ? 'saved' : word}`} role="status">
        {open.length === 0 ? say('allSaved') : say(word)}
        {open.length > 0 && <span class="count">{open.length}</span>}
      </span>
      <button
        type="button"
        class="main-action"
        disabled={!canSave}
        title={say('saveHint')}
        onClick={() => void documents.saveAll()}
      >
        {say('save')}
      </button>
    </>
  );
}
