import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openBundle, rulesAt } from '../../engine/runtime.ts';
import { asking } from '../asking.ts';
import type { Contender } from '../contender.ts';
import { jsonRules } from '../contenders/json-rules.ts';
import { at } from '../names.ts';
import { bundleIn, moduleIn, publicKeyIn } from './folder.ts';

/** An application that asks decisions in its own process. */
export interface Host {
  readonly name: string;
  /** From files to something that can be asked. */
  load(folder: string): Promise<Contender['prepare']>;
}

export const hosts: readonly Host[] = [
  {
    name: 'Bylaw, runtime with a signed bundle',
    load: async (folder) => {
      const opened = await openBundle(readFileSync(bundleIn(folder)), { keys: [publicKeyIn(folder)] });
      if ('diagnostics' in opened) throw new Error(opened.diagnostics[0]?.message.en);
      const rules = rulesAt(opened.bundle, { at });
      return asking((decision, facts) => rules.decide(decision, facts));
    },
  },
  {
    name: 'Bylaw, emitted module',
    load: async (folder) => {
      const { evaluate } = (await import(pathToFileURL(moduleIn(folder)).href)) as {
        evaluate: (decision: string, facts: object, options: object) => { readonly value?: string };
      };
      return asking((decision, facts) => evaluate(decision, facts, { at }));
    },
  },
  {
    name: jsonRules.name,
    load: () => {
      // Makes the engine with its rules; rows cost extra.
      jsonRules.prepare([]);
      return Promise.resolve(jsonRules.prepare);
    },
  },
];
