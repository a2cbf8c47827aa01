import { join } from 'node:path';
import { at, decisions, factsOf } from '../policy.ts';
import type { Row } from '../rows.ts';
import { bundleIn, keyIn } from './folder.ts';

/** A server that is started as a process of its own and prints the address at which it listens. */
export interface Server {
  readonly name: string;
  readonly argv: readonly string[];
  readonly path: string;
  /** What is sent, as many decisions in each; together those of all rows, in their order. */
  readonly bodies: (rows: readonly Row[]) => readonly string[];
  /** It decides nothing, so its answers are not held to anything. */
  readonly isBare?: true;
}

export const bareHandler = 'bare node:http handler';

export function serversOf(folder: string): readonly Server[] {
  const serve = ['engine/cli/bylaw.js', 'serve', '--bundle', bundleIn(folder), '--key', keyIn(folder), '--port', '0'];
  const each = { path: '/v1/decisions', bodies: oneEach };
  return [
    { name: 'Bylaw, service', argv: serve, ...each },
    { name: 'Bylaw, service with a decision log', argv: [...serve, '--log', join(folder, 'decisions.jsonl')], ...each },
    {
      name: `Bylaw, service, ${batch * decisions.length} a request`,
      argv: serve,
      path: '/v1/decisions:batch',
      bodies: inBatches,
    },
    { name: bareHandler, argv: ['bench/embedding/bare-server.ts'], ...each, isBare: true },
  ];
}

const questionsOf = (row: Row): readonly { readonly decision: string; readonly facts: object }[] =>
  decisions.map((decision) => ({ decision, facts: factsOf(row) }));

const oneEach = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(questionsOf).map((question) => JSON.stringify({ at, ...question }));

/** Rows whose decisions go in one batch. */
const batch = 32;

function inBatches(rows: readonly Row[]): readonly string[] {
  const bodies: string[] = [];
  for (let i = 0; i < rows.length; i += batch)
    bodies.push(JSON.stringify({ at, questions: rows.slice(i, i + batch).flatMap(questionsOf) }));
  return bodies;
}
