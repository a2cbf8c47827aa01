import { expandCases, type Question } from '../../cases/expand.ts';
import { namesOf } from '../../cases/run.ts';
import type { CasesFile } from '../../kinds/documents/cases.ts';
import type { Handbook } from '../../program/handbook.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { typedOfRaw, type Prefill } from '../trying/prefill.ts';
import type { Workspace } from '../workspace.ts';

interface FileOfCases {
  readonly file: SourceFile;
  readonly value: CasesFile;
}

/** The policy of a file, or the first one that a file of cases is of. */
export function policyOf({ handbook }: Workspace, path: string): string | undefined {
  const found = [...handbook.versions].find(([, versions]) => versions.some(({ head }) => head.file === path));
  if (found !== undefined) return found[0];
  const own = handbook.sources.cases.find(({ file }) => file.name === path);
  return own?.value['cases-of'].map(({ text }) => text).find((policy) => handbook.versions.has(policy));
}

/** Files with cases of a policy, those first that are of it alone. */
export function caseFilesOf({ sources }: Handbook, policy: string): readonly FileOfCases[] {
  const own = sources.cases.filter(({ value }) => value['cases-of'].some(({ text }) => text === policy));
  return own.toSorted((a, b) => a.value['cases-of'].length - b.value['cases-of'].length);
}

/** The handbook with a policy's own cases only. */
export function withCasesOf(handbook: Handbook, policy: string): Handbook {
  return { ...handbook, sources: { ...handbook.sources, cases: caseFilesOf(handbook, policy) } };
}

/** `every-edge` for a single case, `every-edge · 3` for the third row of a table. */
export function labelsOf(questions: readonly Question[]): readonly string[] {
  const counts = new Map<string, number>();
  const key = ({ id, span }: Question): string => `${span.file} ${id}`;
  for (const one of questions) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return questions.map((one) => {
    const number = (seen.get(key(one)) ?? 0) + 1;
    seen.set(key(one), number);
    return counts.get(key(one)) === 1 ? one.id : `${one.id} · ${number}`;
  });
}

/** The facts of the policy's cases, to start a trial from. */
export function prefillsOfCases(workspace: Workspace, path: string): readonly Prefill[] {
  const policy = policyOf(workspace, path);
  if (policy === undefined) return [];
  const { handbook } = workspace;
  const names = namesOf(handbook);
  const questions = caseFilesOf(handbook, policy).flatMap(({ value }) => expandCases(value, names, () => undefined));
  const labels = labelsOf(questions);
  return questions.map(({ given, at }, i) => {
    const title = labels[i] ?? '';
    const facts = Object.fromEntries(Object.entries(given).map(([name, raw]) => [name, typedOfRaw(raw)]));
    return { title: { en: title, zh: title }, facts, at };
  });
}
