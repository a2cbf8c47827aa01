import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Handbook, Version } from '../../program/handbook.ts';
import { differenceOf } from '../../review/difference.ts';
import { linkerOf } from '../../review/linked.ts';
import { removeFile, updateFiles, type Workspace } from '../workspace.ts';
import { mostParts } from './difference.ts';

export interface Between {
  readonly meaning: readonly Texts[];
  readonly description: readonly Texts[];
}

/**
 * What two texts of a policy's file say differently, each in the handbook as it is now: other policies are the same on both
 * sides. `path` is where the newest version lies. Undefined where one of the texts cannot be read.
 */
export function differenceBetween(now: Workspace, path: string, before: string, after: string): Between | undefined {
  const [was, is] = [before, after].map((text) => sideOf(now, path, text));
  if (was === undefined || is === undefined) return undefined;
  const later = was.version.head.from > is.version.head.from ? was.version : is.version;
  const linked = linkerOf({ base: was.handbook, head: is.handbook }, mostParts);
  return differenceOf(was.version, is.version, linked(later, later));
}

interface Side {
  readonly version: Version;
  /** In which this version holds on all days. */
  readonly handbook: Handbook;
}

function sideOf(now: Workspace, path: string, text: string): Side | undefined {
  const policy = [...now.handbook.versions].find(([, all]) => all.some(({ head }) => head.file === path))?.[0];
  if (policy === undefined) return undefined;
  const others = (now.handbook.versions.get(policy) ?? []).map(({ head }) => head.file);
  const alone = others.filter((file) => file !== path).reduce(removeFile, now);
  const { handbook } = updateFiles(alone, [{ path, text }]);
  const [version] = handbook.versions.get(policy) ?? [];
  if (version === undefined || version.blockedBy !== undefined) return undefined;
  const { to: _, ...head } = version.head;
  const always = { ...version, head: { ...head, from: firstDay, published: firstDay } };
  return { version, handbook: { ...handbook, versions: new Map([...handbook.versions, [policy, [always]]]) } };
}

const firstDay = '0001-01-01';
