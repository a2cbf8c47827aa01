import type { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

/** Titles behind names. */
export const inlayProvider = (desk: Desk): monaco.languages.InlayHintsProvider => ({
  async provideInlayHints(model, range, token) {
    const [start, end] = [model.getOffsetAt(range.getStartPosition()), model.getOffsetAt(range.getEndPosition())];
    const found = (await askAbout(desk, 'language/inlays', model, token, start, end)) ?? [];
    const hints = found.map(({ offset, title }) => ({
      position: model.getPositionAt(offset),
      label: title[languageNow()],
      paddingLeft: true,
    }));
    return { hints, dispose: () => undefined };
  },
});
