import { useKept } from './page.ts';
import { remember, remembered } from './remembered.ts';

/** How a file is shown. */
export const views = ['form', 'text', 'both'] as const;
export type View = (typeof views)[number];

/** How files are shown, as it was chosen last; the form at first, since most people do not know YAML. */
export function useView(): readonly [View, (view: View) => void] {
  const before = remembered('view');
  const [view, setView] = useKept<View>('middle/view', views.find((one) => one === before) ?? 'form');
  const choose = (next: View): void => {
    remember('view', next);
    setView(next);
  };
  return [view, choose];
}
