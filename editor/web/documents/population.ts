import type { FileText } from '../../../engine/service/index.ts';
import type { PopulationAnswer, PopulationList } from '../../server/api.ts';

/** Larger tables are for the command line. */
const mostBytes = 1_000_000;

let known: Promise<readonly FileText[]> | undefined;

/** The handbook's sample tables of people and orders, read once; none where the server is away. */
export function sampleTables(): Promise<readonly FileText[]> {
  known ??= readTables().catch(() => {
    known = undefined;
    return [];
  });
  return known;
}

async function readTables(): Promise<readonly FileText[]> {
  const { tables } = (await (await fetch('api/population')).json()) as PopulationList;
  const small = tables.filter(({ bytes }) => bytes <= mostBytes);
  return Promise.all(
    small.map(async ({ path }) => {
      const response = await fetch(`api/population/${path.split('/').map(encodeURIComponent).join('/')}`);
      const { text } = (await response.json()) as PopulationAnswer;
      return { path, text };
    }),
  );
}
