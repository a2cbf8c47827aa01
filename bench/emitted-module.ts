import { emitModule } from '../engine/emit/module/module.ts';
import type { Program } from '../engine/ir/program.ts';
import type { EmittedModule } from './contenders/emitted.ts';
import { at, decisions } from './names.ts';

/** The module that `bylaw build --module` writes of the program, loaded. */
export async function emittedModule(program: Program): Promise<EmittedModule> {
  const { text } = emitModule(program, decisions, { from: at });
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as EmittedModule;
}
