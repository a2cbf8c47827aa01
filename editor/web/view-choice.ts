import { useKept } from './page.ts';
import { remember, remembered } from './remembered.ts';

/** The ways to show a file. */
export const views = ['form', 'text', 'both'] as const;
export type View = (typeof views)[number];

/** How files were shown last; the form at first, since most people do not know YAML. */
export function rememberedView(): View {
  const before = remembered('view');
  return views.find((one) => one === before) ?? 'form';
}

/** How files are shown. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useKept<View>('middle/view', rememberedView());
  const choose = (next: View): void => {
    remember('view', next);
    setView(next);
  };
  return [view, choose];
}
