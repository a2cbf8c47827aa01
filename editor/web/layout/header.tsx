import type { VNode } from 'preact';
import type { Language } from '../../../engine/service/index.ts';
import { useDocuments } from '../documents/hooks.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { headerActions } from './header-actions.ts';

interface HeaderProps {
  readonly onLanguage: (language: Language) => void;
}

const languages: readonly { readonly language: Language; readonly name: string; readonly tag: string }[] = [
  { language: 'zh', name: '中文', tag: 'zh-CN' },
  { language: 'en', name: 'English', tag: 'en' },
];

/** The handbook's title, the day, the language, and what is not saved. */
export function Header({ onLanguage }: HeaderProps): VNode {
  const { outline, at, setAt, language, documents } = usePage();
  const { say, pick } = useWords();
  const states = [...useDocuments(documents).values()].map(({ state }) => state);
  const count = states.filter((state) => state !== 'clean').length;
  const word = states.includes('conflict') ? 'conflict' : states.includes('saving') ? 'saving' : 'notSaved';
  return (
    <header class="header">
      <span class="brand">Bylaw</span>
      <h1 class="handbook">{outline.title === undefined ? '' : pick(outline.title)}</h1>
      <label class="date">
        {say('date')}
        <input
          type="date"
          value={at}
          required
          onInput={({ currentTarget }) => currentTarget.value !== '' && setAt(currentTarget.value)}
        />
      </label>
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
      <span class="save-state" role="status">
        {count === 0 ? say('allSaved') : `${say(word)} · ${count}`}
      </span>
      <button type="button" class="main-action" disabled={count === 0} onClick={() => void documents.saveAll()}>
        {say('save')}
      </button>
      {headerActions.map((Action, index) => (
        <Action key={index} />
      ))}
    </header>
  );
}
