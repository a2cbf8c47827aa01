import type { PopulationAnswer, PopulationList } from '../../server/api.ts';
import type { FileText, PopulationTexts } from '../../../engine/service/index.ts';
import { address, request } from '../documents/request.ts';

type ListedTable = PopulationList['tables'][number];

/** The handbook's tables of people and orders; none where the server is away or has none. */
async function listed(): Promise<readonly ListedTable[]> {
  const answer = await request<PopulationList>('GET', 'api/population');
  return answer?.status === 200 ? answer.body.tables : [];
}

/** The tables on which a change can be tried: those that others join to themselves are no populations of their own. */
export async function populationTables(): Promise<readonly ListedTable[]> {
  const tables = await listed();
  const stems = tables.flatMap(({ path, mapping }) => (mapping === undefined ? [] : [path.replace(/csv$/, '')]));
  return tables.filter(({ path }) => !stems.some((stem) => path.startsWith(stem) && path !== `${stem}csv`));
}

/** A table with its mapping and the tables that this names; undefined where one of them cannot be had. */
export async function populationTexts({ path, mapping }: ListedTable): Promise<PopulationTexts | undefined> {
  const table = await textAt(path);
  if (table === undefined || mapping === undefined) return table === undefined ? undefined : { table, others: [] };
  const mapped = await textAt(mapping);
  if (mapped === undefined) return undefined;
  const folder = mapping.replace(/[^/]*$/, '');
  const names = [...mapped.text.matchAll(/\bfile:\s*["']?([^"'\s,}]+)/g)].map(([, name = '']) => `${folder}${name}`);
  const others = await Promise.all([...new Set(names)].map(textAt));
  return { table, mapping: mapped, others: others.filter((other) => other !== undefined) };
}

/** Larger tables are for the command line. */
const mostBytes = 1_000_000;

let known: Promise<readonly FileText[]> | undefined;

/** All tables that are small enough to be looked through, read once; read again where there were none. */
export async function sampleTables(): Promise<readonly FileText[]> {
  known ??= readTables();
  const tables = await known;
  if (tables.length === 0) known = undefined;
  return tables;
}

async function readTables(): Promise<readonly FileText[]> {
  const small = (await listed()).filter(({ bytes }) => bytes <= mostBytes);
  const texts = await Promise.all(small.map(({ path }) => textAt(path)));
  return texts.filter((text) => text !== undefined);
}

async function textAt(path: string): Promise<FileText | undefined> {
  const answer = await request<PopulationAnswer>('GET', `api/population/${address(path)}`);
  return answer?.status === 200 ? answer.body : undefined;
}
