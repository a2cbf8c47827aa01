import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from '../../engine/bundle/build.ts';
import { signBundle } from '../../engine/bundle/sign.ts';
import { publicKey, type PublicKey } from '../../engine/bundle/signature.ts';
import { emitModule } from '../../engine/emit/module/module.ts';
import { daysAround } from '../../engine/emit/module/validity.ts';
import { newKey } from '../../engine/host/bundle/key-file.ts';
import { link } from '../../engine/program/link.ts';
import { at, benchHandbook, decisions } from '../policy.ts';
import { makeRows, type Answer, type Row } from '../rows.ts';
import { rightAnswer } from '../truth.ts';

/** What is handed to a host. */
export const bundleIn = (folder: string): string => join(folder, 'bench.bundle');
export const keyIn = (folder: string): string => join(folder, 'office.pub.json');
export const moduleIn = (folder: string): string => join(folder, 'bench.mjs');

/** Questions with what the oracle says to them. */
export interface Questions {
  readonly rows: readonly Row[];
  readonly right: readonly Answer[];
}

/** Writes the bundle, signed, its key, the module, and questions. */
export async function writeFolder(folder: string, count: number): Promise<Questions> {
  const handbook = benchHandbook();
  const program = link(handbook, { at });
  const key = await newKey();
  const plain = await buildBundle({ handbook, timeZone: 'Asia/Shanghai', engine: '0' });
  writeFileSync(bundleIn(folder), await signBundle(plain, key));
  writeFileSync(keyIn(folder), JSON.stringify(publicKey(key)));
  writeFileSync(moduleIn(folder), emitModule(program, decisions, daysAround(handbook, at)).text);
  const rows = makeRows(count);
  const questions: Questions = { rows, right: rows.map((row) => rightAnswer(program, row)) };
  writeFileSync(join(folder, 'questions.json'), JSON.stringify(questions));
  return questions;
}

const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
export const questionsIn = (folder: string): Questions => jsonOf(join(folder, 'questions.json')) as Questions;
export const publicKeyIn = (folder: string): PublicKey => jsonOf(keyIn(folder)) as PublicKey;
