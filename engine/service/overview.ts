import type { Diagnostic, Severity, Texts } from '../diagnostic/diagnostic.ts';
import type { PolicyHead } from '../ir/program.ts';
import { versionAt } from '../program/timeline.ts';
import type { Workspace } from './workspace.ts';

/** What a list of the handbook's files shows, and all that is wrong in them. */
export interface Overview {
  readonly title: Texts | undefined;
  readonly timeZone: string | undefined;
  /** Policies in the order of their files; a policy that cannot be read has no head. */
  readonly policies: readonly PolicyEntry[];
  readonly otherFiles: readonly FileEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** Interpretations of the newest versions that nobody has decided; conventions are not counted. */
  readonly openInterpretations: number;
}

interface FileEntry {
  readonly path: string;
  /** The gravest of its diagnostics. */
  readonly worst?: Severity;
}

interface PolicyEntry extends FileEntry {
  readonly policy: string;
  readonly head?: PolicyHead;
  readonly state?: VersionState;
}

/** Where a version stands on a day. `superseded`: the day is covered, but by a newer version. */
export type VersionState = 'in-force' | 'future' | 'past' | 'superseded';

/** The handbook's files as they stand on a day. */
export function overview({ handbook, readings }: Workspace, at: string): Overview {
  const worst = worstByFile(handbook.diagnostics);
  const entry = (path: string): FileEntry => {
    const severity = worst.get(path);
    return severity === undefined ? { path } : { path, worst: severity };
  };
  const read = [...handbook.versions.values()].flatMap((versions) =>
    versions.map(({ head }): PolicyEntry => ({
      ...entry(head.file),
      policy: head.policy,
      head,
      state: stateOf(head, versionAt(versions, at)?.head, at),
    })),
  );
  const broken = handbook.sources.broken.map(({ file, name }): PolicyEntry => ({ ...entry(file.name), policy: name }));
  const policies = [...read, ...broken].sort((a, b) => (a.path < b.path ? -1 : 1));
  const known = new Set(policies.map(({ path }) => path));
  return {
    title: handbook.manifest?.title,
    timeZone: handbook.manifest?.['time-zone'].text,
    policies,
    otherFiles: [...readings.keys()].filter((path) => !known.has(path)).map(entry),
    diagnostics: handbook.diagnostics,
    openInterpretations: [...handbook.versions.values()]
      .flatMap(([newest]) => newest?.interpretations ?? [])
      .filter(({ about, status }) => about !== 'convention' && status === 'proposed').length,
  };
}

/** Where a version stands on a day, given the one that is in force then. */
export function stateOf(head: PolicyHead, inForce: PolicyHead | undefined, at: string): VersionState {
  if (inForce?.version === head.version) return 'in-force';
  if (at < head.from) return 'future';
  return head.to !== undefined && head.to < at ? 'past' : 'superseded';
}

const gravity: readonly Severity[] = ['info', 'warning', 'error'];

function worstByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { severity, span } of diagnostics) {
    const known = worst.get(span.file);
    if (known === undefined || gravity.indexOf(severity) > gravity.indexOf(known)) worst.set(span.file, severity);
  }
  return worst;
}
