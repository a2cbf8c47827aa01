/** All that the command line touches outside itself, so that tests can stand in for a terminal. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Channel;
  readonly err: Channel;
  readonly now: () => Date;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Settles when somebody asks the command to end. */
  readonly stopped: () => Promise<void>;
}

export interface Channel {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
  /** Waits until what was written is on its way, so that a long output does not pile up. */
  readonly drained: () => Promise<void>;
}
