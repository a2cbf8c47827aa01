import { useCallback, useState } from 'preact/hooks';
import { isMissingPart, type Later } from './later.ts';

/** A part of the page while it is coming. */
export interface Coming<Part> {
  readonly part: Part | undefined;
  /** It is needed and could not be fetched, since the server does not answer. */
  readonly isMissing: boolean;
  /** Has it fetched, or tries again. */
  readonly need: () => void;
}

export function useLater<Part>(later: Later<Part>, failed: (error: unknown) => void): Coming<Part> {
  const [, draw] = useState(0);
  // Of which part; another one is not missing because this one was.
  const [missing, setMissing] = useState<Later<Part>>();
  const need = useCallback((): void => {
    setMissing(undefined);
    const here = (): void => draw((count) => count + 1);
    void later.get().then(here, (error: unknown) => (isMissingPart(error) ? setMissing(later) : failed(error)));
  }, [later]);
  return { part: later.now(), isMissing: missing === later, need };
}
