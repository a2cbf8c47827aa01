import type { Texts } from '../../diagnostic/diagnostic.ts';
import { remark, type Call } from '../verb.ts';

/** Says now and then how far a run is. */
interface Progress {
  /** `at`: how many bytes of all are done. */
  show(rows: number, at: number): void;
}

const [onTerminal, inLines] = [200, 2000];

/** On a terminal in one line that is written over (`over`); with `--progress` elsewhere a line every two seconds. */
export function progressOf(
  call: Call,
  all: number,
  from: { readonly rows: number; readonly at: number },
  over: (text: Texts) => void,
): Progress {
  const { io, options } = call;
  const { isTerminal } = io.err;
  const begun = io.now().getTime();
  let shown = begun;
  const between = isTerminal ? onTerminal : inLines;
  return {
    show(rows, at) {
      if (!isTerminal && options.progress !== true) return;
      const now = io.now().getTime();
      if (now - shown < between) return;
      shown = now;
      const seconds = (now - begun) / 1000;
      const rate = Math.round((rows - from.rows) / seconds);
      const left = at > from.at ? ((all - at) / (at - from.at)) * seconds : undefined;
      const text = inWords(rows, rate, left);
      if (isTerminal) over(text);
      else remark(call, text);
    },
  };
}

function inWords(rows: number, rate: number, left: number | undefined): Texts {
  const [many, fast] = [rows.toLocaleString('en'), rate.toLocaleString('en')];
  const time = left === undefined ? '?' : clock(Math.ceil(left));
  return {
    en: `${many} rows, ${fast} rows/s, ${time} left`,
    zh: `${many} 行，每秒 ${fast} 行，剩余 ${time}`,
  };
}

/** `0:07`, `12:30`, `1:02:03`. */
function clock(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours === 0 ? String(minutes) : `${String(hours)}:${two(minutes)}`}:${two(seconds % 60)}`;
}
