import { useEffect } from 'preact/hooks';

/** What can take the keyboard in place of something inside it that is gone. */
const holders = 'dialog[open], [role="tabpanel"], #tree, #text, #panels';

/**
 * The keyboard stays where somebody is: when what has it is taken away or can no longer be used, the part of the page around it
 * gets it; behind a dialog, what had it before the dialog. Otherwise the next Tab would begin at the top of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let inDialog: Trail = [];
    let outside: Trail = [];
    const note = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      const trail = trailOf(target);
      if (target.closest('dialog') !== null) inDialog = trail;
      else [inDialog, outside] = [[], trail];
    };
    const look = (): void => {
      const [last] = inDialog.length > 0 ? inDialog : outside;
      if (document.activeElement !== document.body || last === undefined || canHold(last)) return;
      [...inDialog, ...outside].find((one) => one !== last && canHold(one))?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'open'] });
    addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      removeEventListener('focusin', note);
    };
  }, []);
}

/** Something that had the keyboard, and what is around it, from inside to outside. */
type Trail = readonly HTMLElement[];

function trailOf(target: HTMLElement): Trail {
  const trail: HTMLElement[] = [target];
  for (let at = target.parentElement?.closest(holders); at; at = at.parentElement?.closest(holders))
    if (at instanceof HTMLElement) trail.push(at);
  return trail;
}

const canHold = (one: HTMLElement): boolean => one.isConnected && !one.matches(':disabled');
