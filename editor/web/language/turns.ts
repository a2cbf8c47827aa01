/** A question to a worker that answers one after the other. */
interface Turn {
  /** Smaller comes first; of equals the one that came first. */
  readonly urgency: number;
  /** Sends it; never rejects. */
  readonly run: () => Promise<void>;
}

/** Asks when it is this question's turn: one at a time, the most urgent first. What nobody wants any more by then is not asked: undefined. */
type TakeTurn = <Answer>(
  urgency: number,
  ask: () => Promise<Answer>,
  isWanted?: () => boolean,
) => Promise<Answer | undefined>;

/** Turns at one worker: were everything sent at once, a keystroke would wait behind all that was asked for the last one. */
export function takingTurns(): TakeTurn {
  const waiting: Turn[] = [];
  let isBusy = false;
  const goOn = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (;;) {
      const next = waiting.toSorted((a, b) => a.urgency - b.urgency)[0];
      if (next === undefined) break;
      waiting.splice(waiting.indexOf(next), 1);
      await next.run();
    }
    isBusy = false;
  };
  return (urgency, ask, isWanted = () => true) =>
    new Promise((resolve, reject) => {
      const run = async (): Promise<void> => {
        if (!isWanted()) return resolve(undefined);
        await ask().then(resolve, reject);
      };
      waiting.push({ urgency, run });
      void goOn();
    });
}
