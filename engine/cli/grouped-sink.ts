import type { AnsweredRow } from './ask-rows.ts';
import type { Sink } from './sink.ts';

interface Groups {
  /** So many rows are written at once: single ones would cost more than asking does. */
  readonly together: number;
  /** The last group may have fewer rows, or none. */
  readonly write: (rows: readonly AnsweredRow[]) => Promise<void>;
  /** Behind the last group. */
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

/** A sink that writes its rows in groups. */
export function groupedSink({ together, write, finish, abandon }: Groups): Sink {
  let waiting: AnsweredRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    await write(rows);
  };
  return {
    add: async (answered) => {
      waiting.push(answered);
      if (waiting.length >= together) await flush();
    },
    finish: async () => {
      await flush();
      await finish();
    },
    abandon,
  };
}
