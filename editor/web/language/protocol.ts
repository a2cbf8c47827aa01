import type { FileFindings } from '../../../engine/service/first-findings.ts';
import type { FileText, Outline, Workspace } from '../../../engine/service/index.ts';
import type { areas, laterAreas } from './asks/index.ts';

type Later = typeof laterAreas;
type Areas = typeof areas & { readonly [Area in keyof Later]: Awaited<ReturnType<Later[Area]['get']>> };

/** `area/name` of everything that can be asked. */
export type Ask = { [Area in keyof Areas]: `${Area}/${keyof Areas[Area] & string}` }[keyof Areas];

type Method<Name extends Ask> = Name extends `${infer Area extends keyof Areas}/${infer Own}`
  ? Own extends keyof Areas[Area]
    ? Areas[Area][Own]
    : never
  : never;

export type Args<Name extends Ask> =
  Method<Name> extends (workspace: Workspace, ...args: infer Rest) => unknown ? Rest : never;

export type Answer<Name extends Ask> = Method<Name> extends (...args: never) => infer Given ? Awaited<Given> : never;

/** What keeps the worker's texts those of the page; nothing is read before something is asked, and then first what policies rest on. */
export interface Upkeep {
  /** Holds these files, and answers with what their first keys say. */
  readonly open: (files: readonly FileText[]) => Outline;
  /** Reads some of the files that wait until the rest has been read; how many are left. */
  readonly more: () => number;
  /** Holds other texts, or new files. */
  readonly update: (files: readonly FileText[]) => void;
  readonly remove: (path: string) => void;
  /** Fetches all that the worker may need later. */
  readonly parts: () => Promise<void>;
  /** Reads a text by itself, whatever the others say. */
  readonly read: (path: string, text: string) => FileFindings;
}

export interface Request {
  readonly id: number;
  readonly ask: Ask | keyof Upkeep;
  readonly args: readonly unknown[];
}
export type Response =
  | { readonly id: number; readonly answer: unknown }
  /** `isMissing`: the worker needs a part of itself, and the server does not answer. */
  | { readonly id: number; readonly error: string; readonly isMissing: boolean };
