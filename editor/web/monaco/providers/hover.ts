import { rangeOf } from '../models.ts';
import type { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

/** What the name or key under the pointer is. */
export const hoverProvider = (desk: Desk): monaco.languages.HoverProvider => ({
  async provideHover(model, position, token) {
    const found = await askAbout(desk, 'language/hover', model, token, model.getOffsetAt(position));
    return found && { range: rangeOf(model, found.span), contents: [{ value: found.text[languageNow()] }] };
  },
});
