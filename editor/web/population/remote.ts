import type { PopulationAnswer, PopulationList } from '../../server/api.ts';
import type { FileText, PopulationTexts } from '../../../engine/service/index.ts';
import { address, request } from '../documents/request.ts';

type ListedTable = PopulationList['tables'][number];

/** The tables on which a change can be tried: those that others join to themselves are no populations of their own. */
export async function populationTables(): Promise<readonly ListedTable[]> {
  const answer = await request<PopulationList>('GET', 'api/population');
  if (answer?.status !== 200) return [];
  const { tables } = answer.body;
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

async function textAt(path: string): Promise<FileText | undefined> {
  const answer = await request<PopulationAnswer>('GET', `api/population/${address(path)}`);
  return answer?.status === 200 ? answer.body : undefined;
}
