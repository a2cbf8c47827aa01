import type { VNode } from 'preact';
import type { Texts } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });
const words = {
  coming: t('Loading …', '正在载入……'),
  missing: t(
    'This part of the page could not be loaded, because the server does not answer. Start it again (npm start), then try again. What you typed is kept.',
    '页面的这一部分无法载入，因为服务没有响应。请重新启动服务（npm start）后重试。您输入的内容已保留。',
  ),
  again: t('Try again', '重试'),
} as const;

/** Stands where a part of the page will be. */
export function ComingPart(): VNode {
  const { say } = useWords(words);
  return (
    <p class="hint coming" role="status" aria-busy="true">
      {say('coming')}
    </p>
  );
}

/** A part of the page that is needed and could not be fetched. */
export function MissingPart({ onAgain }: { readonly onAgain: () => void }): VNode {
  const { say } = useWords(words);
  return (
    <div class="banner" role="alert">
      <p>{say('missing')}</p>
      <button
        type="button"
        class="quiet"
        onClick={({ currentTarget }) => {
          // The button goes; the keyboard stays where it was.
          (currentTarget.closest<HTMLElement>('[tabindex]') ?? document.getElementById('text'))?.focus();
          onAgain();
        }}
      >
        {say('again')}
      </button>
    </div>
  );
}
