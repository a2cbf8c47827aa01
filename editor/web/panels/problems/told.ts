import type { Diagnostic } from '../../../../engine/service/index.ts';

/** What the proofs found last, and in which file. */
export interface Proved {
  readonly path: string;
  readonly findings: readonly Diagnostic[];
}

/** All that the panel tells: what the texts say, and what was proved of the file that is shown. */
export function toldOf(
  diagnostics: readonly Diagnostic[],
  proved: Proved | undefined,
  path: string,
): readonly Diagnostic[] {
  return proved?.path === path ? [...diagnostics, ...proved.findings] : diagnostics;
}
