import type { VNode } from 'preact';
import type { Language, Texts } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';

interface HeaderProps {
  readonly title: Texts | undefined;
  readonly at: string;
  readonly onAt: (at: string) => void;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

const languages: readonly { readonly language: Language; readonly name: string; readonly tag: string }[] = [
  { language: 'zh', name: '中文', tag: 'zh-CN' },
  { language: 'en', name: 'English', tag: 'en' },
];

export function Header({ title, at, onAt, language, onLanguage }: HeaderProps): VNode {
  const { say, pick } = useWords();
  return (
    <header class="header">
      <span class="brand">Bylaw</span>
      <h1 class="handbook">{title === undefined ? '' : pick(title)}</h1>
      <label class="date">
        {say('date')}
        <input
          type="date"
          value={at}
          required
          onInput={({ currentTarget }) => currentTarget.value !== '' && onAt(currentTarget.value)}
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
    </header>
  );
}
