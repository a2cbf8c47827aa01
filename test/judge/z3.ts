import { Worker } from 'node:worker_threads';

/** What the solver says of a question: `unsat` with nothing more, `sat` with the values that were asked for. */
export interface Answer {
  readonly is: 'sat' | 'unsat' | 'unknown';
  readonly values: string;
}

/** A solver with as many threads; questions wait their turn. */
export interface Judge {
  ask(script: string): Promise<Answer>;
  /** Many small questions at once, each without `(check-sat)`: much quicker than one by one. */
  askAll(scripts: readonly string[]): Promise<readonly Answer['is'][]>;
  close(): Promise<void>;
}

// What takes longer has hung: z3 does not always keep to its own limit.
const patience = 20_000;

/** Starts the solver; a script declares, asserts and ends with `(check-sat)`. Each question has `limit` milliseconds. */
export function judge(threads: number, limit: number): Judge {
  const idle: Worker[] = Array.from({ length: threads }, start);
  const waiting: (() => void)[] = [];
  const all = new Set(idle);

  /** The quick way first; what it leaves open is left to the slower one. */
  async function ask(script: string): Promise<Answer> {
    const quick = await asked(`(push)${script}`);
    return quick.is === 'unknown' ? asked(script) : quick;
  }

  async function askAll(scripts: readonly string[]): Promise<readonly Answer['is'][]> {
    const text = await answer(scripts.map((script) => `(push)${script}(check-sat)(pop)`).join('\n'));
    const answers = text.trim().split(/\s+/);
    return scripts.map((script, i) => answerOf(answers[i] ?? text, script).is);
  }

  async function asked(script: string): Promise<Answer> {
    return answerOf(await answer(script), script);
  }

  async function answer(script: string): Promise<string> {
    while (idle.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const worker = idle.pop()!;
    const text = await answered(worker, `(reset)(set-option :timeout ${limit})${script}`);
    if (text === undefined) {
      all.delete(worker);
      await worker.terminate();
      const next = start();
      all.add(next);
      idle.push(next);
    } else idle.push(worker);
    waiting.shift()?.();
    return text ?? 'unknown';
  }

  async function close(): Promise<void> {
    await Promise.all([...all].map((worker) => worker.terminate()));
  }
  return { ask, askAll, close };
}

function start(): Worker {
  return new Worker(new URL('./z3-worker.ts', import.meta.url));
}

function answered(worker: Worker, script: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      done(undefined);
    }, patience);
    const hear = (message: string): void => {
      if (message !== 'ready') done(message);
    };
    const done = (text: string | undefined): void => {
      clearTimeout(timer);
      worker.off('message', hear).off('error', reject);
      resolve(text);
    };
    worker.on('message', hear).on('error', reject);
    worker.postMessage(script);
  });
}

function answerOf(text: string, script: string): Answer {
  const [is, ...rest] = text.trim().split('\n');
  const values = rest.join('\n');
  if (is === 'sat' || is === 'unknown') return { is, values };
  // After `unsat` there are no values to get, which z3 calls an error.
  if (is === 'unsat') return { is, values: '' };
  throw new Error(`${text}\n${script}`);
}
