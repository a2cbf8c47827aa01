/** Answers scripts of SMT-LIB in a thread of its own, which can be ended when the solver forgets its own time limit. */
import { parentPort } from 'node:worker_threads';
import { init } from 'z3-solver';

/** What is used of the compiled solver's own memory and calls, which the package does not describe. */
interface Memory {
  readonly HEAPU32: Uint32Array;
  _malloc(size: number): number;
  async_call(call: () => void): Promise<string>;
  ccall(name: string, result: string, types: readonly string[], args: readonly number[]): void;
}

const solver = await init();
const { Z3 } = solver;
const memory = solver.em as Memory;
const context = Z3.mk_context(Z3.mk_config());

// The package hands over a script on the stack, where it is written over before the solver's thread has read it to its end.
const room = 2_000_000;
const place = memory._malloc(room);
const bytes = new Uint8Array(memory.HEAPU32.buffer, place, room);

parentPort?.on('message', (script: string) => {
  const { read, written } = new TextEncoder().encodeInto(script, bytes);
  if (read < script.length || written === room) throw new Error('the script is too long');
  bytes[written] = 0;
  const call = (): void => {
    memory.ccall('async_Z3_eval_smtlib2_string', 'void', ['number', 'number'], [Number(context), place]);
  };
  void memory.async_call(call).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');
