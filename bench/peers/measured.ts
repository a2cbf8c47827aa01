/** What one of the field came to in one process. */
export interface Measured {
  readonly rows: number;
  /** Rows of them that the oracle answers otherwise. */
  readonly wrong: number;
  /** Seconds of each turn over all rows. */
  readonly times: readonly number[];
  /** Milliseconds until the library was there, and from then on until the policy had decided its first row. */
  readonly library: number;
  readonly policy: number;
  /** Megabytes that both took. */
  readonly heap: number;
  readonly resident: number;
}

/** The same of several processes, or why there is nothing. */
export interface Line {
  readonly name: string;
  readonly missing?: string;
  readonly rows: number;
  readonly wrong: number;
  /** Rows a second in the best turn of all. */
  readonly rate: number;
  /** How far the turn in the middle lay above the best one, as a part of it. */
  readonly spread: number;
  readonly library: number;
  readonly policy: number;
  readonly heap: number;
  readonly resident: number;
}

/** What `bench:peers` keeps. */
export interface PeersResult {
  readonly count: number;
  /** Processes that each was started in. */
  readonly rounds: number;
  readonly lines: readonly Line[];
}
