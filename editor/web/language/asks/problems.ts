import type { Workspace } from '../../../../engine/service/index.ts';
import { causeIn, type Cause } from '../../../../engine/service/cause.ts';
import type { FileProofs } from '../../../../engine/service/proofs.ts';

/** The texts of `docs/diagnostics/`, an area each; they come when one is opened. */
const causes = import.meta.glob<string>('../../../../docs/diagnostics/causes/*.yaml', {
  query: '?raw',
  import: 'default',
});

/** What the Problems panel asks; proofs of the worker in the background. */
export const problemsAsks = {
  cause: async (_: Workspace, code: string): Promise<Cause | undefined> => {
    const [area = ''] = code.split('/');
    const load = causes[`../../../../docs/diagnostics/causes/${area}.yaml`];
    return load && causeIn(await load(), code);
  },
  proofs: async (workspace: Workspace, path: string, at: string): Promise<FileProofs> => {
    const { proofsOfFile } = await import('../../../../engine/service/proofs.ts');
    return proofsOfFile(workspace, path, at);
  },
} as const;
