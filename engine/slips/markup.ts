import { html } from 'hono/html';
import type { Language } from '../diagnostic/diagnostic.ts';
import { raw } from 'hono/html';
import { style } from './style.ts';

/** Escaped markup; whatever is put into it is text unless it is markup itself. */
export type Markup = ReturnType<typeof html>;

/** HTML's own names of our languages. */
export const htmlLanguage: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/** A whole page: it loads nothing, runs nothing, and prints on A4. `made` is how the folder's maker knows its own page again. */
export function pageText(title: string, language: Language, body: Markup | readonly Markup[]): string {
  const page = html`<!doctype html>
    <html lang="${htmlLanguage[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  // Only what is put in could make it wait, and nothing that is put in does.
  if (page instanceof Promise) throw new Error('a page waits for nothing');
  return page.toString();
}
