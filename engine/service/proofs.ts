import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { endingSoon } from '../findings/ending.ts';
import { proofsOf } from '../findings/proofs.ts';
import type { Workspace } from './workspace.ts';

/** What is proved of the decisions of a file. */
export interface FileProofs {
  /** What belongs to the file, notes among it. */
  readonly findings: readonly Diagnostic[];
  readonly decided: number;
  readonly notDecided: number;
}

/** Looks at the decisions of the policy that a file holds, for all facts and days; takes a second and more. */
export function proofsOfFile({ handbook }: Workspace, path: string, at: string): FileProofs {
  const own = [...handbook.versions.values()].flat().filter(({ head }) => head.file === path);
  const names = new Set(own.flatMap(({ decisions }) => decisions.map(({ name }) => name)));
  const { findings, decided, notDecided } = proofsOf(handbook, { isMeant: (name) => names.has(name) });
  return {
    findings: [...findings, ...endingSoon(handbook, at)].filter(({ span }) => span.file === path),
    decided,
    notDecided,
  };
}
