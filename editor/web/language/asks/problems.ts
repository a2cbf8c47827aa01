import type { Workspace } from '../../../../engine/service/index.ts';
import { causeIn, type Cause } from '../../../../engine/service/cause.ts';
import type { FileProofs } from '../../../../engine/service/proofs.ts';
import { later } from '../../later.ts';

/** The texts of `docs/diagnostics/`, an area each; they come when one is opened. */
const causes = new Map(
  Object.entries(
    import.meta.glob<string>('../../../../docs/diagnostics/causes/*.yaml', { query: '?raw', import: 'default' }),
  ).map(([path, load]) => [path.replace(/^.*[/]|[.]yaml$/g, ''), later(load)]),
);
const proofs = later(() => import('../../../../engine/service/proofs.ts'));

/** What the Problems panel asks; proofs of the worker in the background. */
export const problemsAsks = {
  cause: async (_: Workspace, code: string): Promise<Cause | undefined> => {
    const [area = ''] = code.split('/');
    const texts = causes.get(area);
    return texts && causeIn(await texts.get(), code);
  },
  proofs: async (workspace: Workspace, path: string, at: string): Promise<FileProofs> => {
    return (await proofs.get()).proofsOfFile(workspace, path, at);
  },
} as const;
