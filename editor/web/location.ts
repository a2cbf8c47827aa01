import { useCallback, useEffect, useState } from 'preact/hooks';

const read = (): string => {
  try {
    return decodeURIComponent(location.hash.replace(/^#\/?/, ''));
  } catch {
    return '';
  }
};

/** The file in the page's address, so that a reload and the browser's Back lead to it. */
export function useLocation(): readonly [string, (path: string) => void] {
  const [path, setPath] = useState(read);
  useEffect(() => {
    const changed = (): void => setPath(read());
    addEventListener('popstate', changed);
    return () => removeEventListener('popstate', changed);
  }, []);
  const go = useCallback((next: string) => {
    if (next !== read()) history.pushState(null, '', `#/${next.split('/').map(encodeURIComponent).join('/')}`);
    setPath(next);
  }, []);
  return [path, go];
}
