import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import type { Change } from '../change.ts';
import type { Workspace } from '../workspace.ts';

/** A mend of something that is wrong at a place. */
export interface OfferedFix {
  readonly title: Texts;
  readonly change: Change;
  /** What it mends. */
  readonly code: string;
  readonly span: Span;
  /** The first of several is what was most likely meant. */
  readonly isPreferred: boolean;
}

/** The mends of what is wrong between two places of a file. */
export function fixes({ handbook }: Workspace, path: string, start: number, end: number): readonly OfferedFix[] {
  const here = handbook.diagnostics.filter(({ span }) => span.file === path && span.start <= end && start <= span.end);
  return here.flatMap(({ code, span, fixes: offered }) =>
    offered.map(({ title, edits }, index) => ({ title, change: { edits }, code, span, isPreferred: index === 0 })),
  );
}
