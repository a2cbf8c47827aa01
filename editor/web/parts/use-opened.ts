import { useRef, useState } from 'preact/hooks';

interface Opened {
  /** A number of its own for each time it is opened; 0 while it is shut. */
  readonly time: number;
  readonly open: () => void;
  readonly close: () => void;
}

/** A dialog that may be opened again before the browser has told of the end of the time before, which then ends nothing. */
export function useOpened(): Opened {
  const times = useRef(0);
  const [time, setTime] = useState(0);
  return {
    time,
    open: () => setTime((times.current += 1)),
    close: () => setTime((now) => (now === time ? 0 : now)),
  };
}
