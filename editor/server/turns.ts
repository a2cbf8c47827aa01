/** Lets one task after the other touch the disk, so that what one has found out still holds when it writes. */
export interface Turns {
  readonly take: <T>(task: () => Promise<T>) => Promise<T>;
  /** Settles when nothing is being written. */
  readonly done: () => Promise<void>;
}

export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: (task) => {
      const mine = last.then(task);
      last = mine.catch(() => undefined);
      return mine;
    },
    done: async () => {
      await last;
    },
  };
}
