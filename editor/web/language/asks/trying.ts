import { parse } from 'csv-parse/browser/esm/sync';
import { tryPolicy } from '../../../../engine/service/attempt.ts';
import { prefillsOfCases } from '../../../../engine/service/cases/of-policy.ts';
import { nearestEdges } from '../../../../engine/service/trying/nearest-edges.ts';
import { prefillsOfTable } from '../../../../engine/service/trying/prefill.ts';
import type { Attempt, Edges, Field, Prefill, Question, Workspace } from '../../../../engine/service/index.ts';

/** What the Try panel asks. */
export const tryingAsks = {
  attempt: (workspace: Workspace, question: Question): Attempt | undefined => tryPolicy(workspace, question),
  edges: (workspace: Workspace, question: Question): Edges | undefined => nearestEdges(workspace, question),
  prefills: (workspace: Workspace, path: string): readonly Prefill[] => prefillsOfCases(workspace, path),
  /** `text` of a sample table. */
  rows: (_: Workspace, text: string, fields: readonly Field[]): readonly Prefill[] =>
    prefillsOfTable(parse(text, { bom: true, relax_column_count: true }), fields),
} as const;
