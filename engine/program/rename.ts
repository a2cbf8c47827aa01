import type { DecisionRead } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import type { Edition } from './edition.ts';

/** What the names of a version's decisions end with where they stand beside those of others. */
export const suffixOf = ({ head }: Edition): string => `/v${head.version}`;

/** A decision of a version that stands beside others, with its own name and title. */
export function partOf(decision: Decision, version: Edition): Decision {
  const { en, zh } = decision.title;
  const number = version.head.version;
  return {
    ...renamed(decision, version, suffixOf(version)),
    title: { en: `${en}, version ${number}`, zh: `${zh}（第${number}版）` },
  };
}

/** A decision of a version under a name of its own, reading its own version's other decisions, for when two versions stand side by side. */
function renamed(decision: Decision, version: Edition, suffix: string): Decision {
  const own = new Set(version.decisions.map(({ name }) => name));
  const rename = <T>(ir: T): T => replaceReads(ir, own, suffix);
  return {
    ...decision,
    name: decision.name + suffix,
    hidden: true,
    appliesWhen: decision.appliesWhen.map(rename),
    requires: decision.requires.map(({ that, says }) => ({ that: rename(that), says })),
    body: decision.body.is === 'ir' ? { is: 'ir', ir: rename(decision.body.ir) } : decision.body,
  };
}

/** The IR is plain data, so one walk over it reaches every read whatever holds it. */
function replaceReads<T>(part: T, own: ReadonlySet<string>, suffix: string): T {
  if (Array.isArray(part)) return part.map((item: unknown) => replaceReads(item, own, suffix)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(
    ([key, value]: [string, unknown]) => [key, replaceReads(value, own, suffix)] as const,
  );
  const copy = Object.fromEntries(entries) as T;
  return isRead(copy) && own.has(copy.name) ? { ...copy, name: copy.name + suffix } : copy;
}

const isRead = (part: unknown): part is DecisionRead =>
  typeof part === 'object' && part !== null && 'op' in part && part.op === 'decision';
