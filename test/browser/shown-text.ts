import type { Page } from 'playwright-core';

/** The lines of the text that Monaco has drawn, in their order; without the titles behind names, which come when they come. */
export async function shownText(page: Page): Promise<string> {
  return (await page.evaluate<string>(lines)).replaceAll('\u00A0', ' ');
}

const lines = `[...document.querySelectorAll('#text .monaco-editor .view-line')]
  .sort((a, b) => parseInt(a.style.top, 10) - parseInt(b.style.top, 10))
  .map((line) => {
    const copy = line.cloneNode(true);
    for (const title of copy.querySelectorAll('[class*="dyn-rule"]')) title.remove();
    return copy.textContent;
  }).join('\\n')`;

/** Without blanks and line ends: long lines are folded where the editor is narrow, anywhere. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');
