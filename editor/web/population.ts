import type { PopulationAnswer, PopulationList } from '../server/api.ts';

/** The sample tables of the handbook; none where the server is away or has none. */
export async function populationTables(): Promise<readonly string[]> {
  const list = await answered<PopulationList>('api/population');
  return list?.tables.map(({ path }) => path) ?? [];
}

/** A table's text; undefined where it cannot be read. */
export async function populationText(path: string): Promise<string | undefined> {
  const address = path.split('/').map(encodeURIComponent).join('/');
  return (await answered<PopulationAnswer>(`api/population/${address}`))?.text;
}

/** Our own server: the shape of what it answers is known (`editor/server/api.ts`). */
async function answered<Body>(path: string): Promise<Body | undefined> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as Body) : undefined;
  } catch {
    return undefined;
  }
}
