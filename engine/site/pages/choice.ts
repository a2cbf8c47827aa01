import { html } from 'hono/html';
import type { Language } from '../../diagnostic/diagnostic.ts';
import { htmlLanguage } from '../../slips/markup.ts';
import type { Book } from '../book.ts';

const names: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** The first page: a choice of languages; where there is one it leads on by itself. */
export function choicePage({ title }: Book, languages: readonly Language[]): string {
  const [first = 'zh'] = languages;
  const text = html`<!doctype html>
    <html lang="${htmlLanguage[first]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self' file:; base-uri 'none'"
        />
        <meta name="referrer" content="no-referrer" />
        ${languages.length === 1 ? html`<meta http-equiv="refresh" content="0; url=${first}/index.html" />` : ''}
        <title>${title[first]}</title>
        <link rel="stylesheet" href="assets/site.css" />
      </head>
      <body>
        <main class="choice">
          <h1>
            ${languages.map((language) => html`<span lang="${htmlLanguage[language]}">${title[language]}</span><br />`)}
          </h1>
          <ul>
            ${languages.map(
              (language) =>
                html`<li><a lang="${htmlLanguage[language]}" href="${language}/index.html">${names[language]}</a></li>`,
            )}
          </ul>
        </main>
      </body>
    </html> `;
  if (text instanceof Promise) throw new Error('a page waits for nothing');
  return text.toString();
}
