import {
  nearestEdges,
  prefillsOfCases,
  prefillsOfTable,
  tryPolicy,
  type Attempt,
  type Edges,
  type Field,
  type Prefill,
  type Question,
  type Workspace,
} from '../../../../engine/service/index.ts';

/** What the Try panel asks. */
export const tryingAsks = {
  attempt: (workspace: Workspace, question: Question): Attempt | undefined => tryPolicy(workspace, question),
  edges: (workspace: Workspace, question: Question): Edges | undefined => nearestEdges(workspace, question),
  prefills: (workspace: Workspace, path: string): readonly Prefill[] => prefillsOfCases(workspace, path),
  /** `text` of a sample table; what reads it comes when it is first needed. */
  rows: async (_: Workspace, text: string, fields: readonly Field[]): Promise<readonly Prefill[]> => {
    const { parse } = await import('csv-parse/browser/esm/sync');
    return prefillsOfTable(parse(text, { bom: true, relax_column_count: true }), fields);
  },
} as const;
