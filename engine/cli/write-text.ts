import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { openOutput } from '../host/write-file.ts';
import { notWritten } from './refusals.ts';
import type { Call, Refusal } from './verb.ts';

/** Writes a whole file beside the result, in a folder that is made where it is missing; why not, where it cannot be. */
export async function writeText({ io }: Call, named: string, text: string): Promise<Refusal | undefined> {
  const path = resolve(io.cwd, named);
  try {
    await mkdir(dirname(path), { recursive: true });
    const output = await openOutput(path);
    await output.write(text);
    await output.finish();
    return undefined;
  } catch (error) {
    return notWritten(error, path);
  }
}
