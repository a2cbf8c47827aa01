import { once } from 'node:events';
import process from 'node:process';
import type { Channel, Io } from './io.ts';
import { main } from './main.ts';

/** Runs the command line of this process and sets its exit code; what was printed is let out before it ends. */
export async function runProcess(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietly);
  process.exitCode = await main(process.argv.slice(2), processIo);
}

/** Whoever read the output has closed it (`bylaw check | head`): there is nobody left to tell. */
function endQuietly(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
}

const processIo: Io = {
  cwd: process.cwd(),
  env: process.env,
  out: channel(process.stdout),
  err: channel(process.stderr),
  now: () => new Date(),
  stdin: () => {
    readsInput = true;
    return process.stdin as AsyncIterable<Uint8Array>;
  },
  stopped: () =>
    new Promise((resolve) => {
      const stop = (): void => {
        resolve();
        // Whoever waits for more input would wait for ever.
        if (readsInput) process.stdin.destroy();
      };
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    }),
};

let readsInput = false;

function channel(stream: NodeJS.WriteStream): Channel {
  return {
    // Undefined on a pipe, whatever its type says; and undefined would let the colours decide for themselves.
    isTerminal: Boolean(stream.isTTY),
    write: (text) => {
      stream.write(text);
    },
    drained: async () => {
      if (stream.writableNeedDrain) await once(stream, 'drain');
    },
  };
}
