import { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

/** Titles behind names, in the page's language as it is chosen. */
export const inlayProvider = (desk: Desk): monaco.languages.InlayHintsProvider => ({
  onDidChangeInlayHints: languageChanged(),
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

/** Monaco asks again only where it is told to. */
function languageChanged(): monaco.IEvent<void> {
  const emitter = new monaco.Emitter<void>();
  new MutationObserver(() => emitter.fire()).observe(document.documentElement, { attributeFilter: ['lang'] });
  return emitter.event;
}
