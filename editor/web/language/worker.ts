import { findingsAlone, readAlone } from '../../../engine/service/file-findings.ts';
import { openWorkspace, removeFile, updateFiles, withText } from '../../../engine/service/workspace.ts';
import type { FileText, Workspace } from '../../../engine/service/index.ts';
import { outlineOfTexts } from './asks/handbook.ts';
import { isMissingPart } from '../later.ts';
import { areas, laterAreas } from './asks/index.ts';
import type { Request, Response, Upkeep } from './protocol.ts';

/** The newest texts. Nobody asked about them yet; once somebody has, the workspace holds them. */
let texts: ReadonlyMap<string, string> = new Map();
let opened: Workspace | undefined;
/** Files of which the workspace holds an earlier text. */
let changed: ReadonlySet<string> = new Set();

/** Files that say nothing that a policy rests on: cases, and clauses. They are half of a handbook and are read after the rest. */
let later: ReadonlySet<string> = new Set();
// So many are read in some tens of milliseconds, after which what was typed meanwhile has its turn.
const atOnce = 24;

const filesOf = (paths: Iterable<string>): readonly FileText[] =>
  [...paths].map((path) => ({ path, text: texts.get(path) ?? '' }));

function workspace(): Workspace {
  opened =
    opened === undefined
      ? openWorkspace(filesOf(new Set(texts.keys()).difference(later)))
      : updateFiles(opened, filesOf(changed));
  changed = new Set();
  return opened;
}

/** Texts that are read by themselves, as they were read last. */
const alone = new Map<string, ReturnType<typeof readAlone>>();

/** What may be asked before all files are read: its answers are of policies, and asked again once all is there. */
const early = new Set([
  'handbook/findingsIn',
  'handbook/overview',
  'form/of',
  'language/colours',
  'language/completions',
  'language/hover',
  'language/inlays',
  'language/signature',
]);

/** What helps somebody who types looks at the newest text, but need not wait for what the handbook says of it. */
const typing = new Set(['language/completions', 'language/signature']);

function workspaceBehind(asked: readonly unknown[]): Workspace {
  const [path, ...more] = changed;
  const isAlone = path !== undefined && more.length === 0 && asked.includes(path);
  return isAlone && opened?.readings.has(path) === true
    ? withText(opened, path, texts.get(path) ?? '')
    : workspaceWith(asked);
}

/** The file that is asked about is read before others that wait. */
function workspaceWith(asked: readonly unknown[]): Workspace {
  const first = [...later].filter((path) => asked.includes(path));
  if (first.length === 0) return workspace();
  later = later.difference(new Set(first));
  opened = updateFiles(workspace(), filesOf(first));
  return opened;
}

function wholeWorkspace(): Workspace {
  const rest = filesOf(later);
  later = new Set();
  opened = updateFiles(workspace(), rest);
  return opened;
}

const upkeep: Upkeep = {
  open: (files) => {
    texts = new Map(files.map(({ path, text }) => [path, text]));
    opened = undefined;
    changed = new Set();
    const outline = outlineOfTexts(files);
    const isLater = new Set<string | undefined>(['cases', 'register']);
    later = new Set(
      outline.files
        .filter(({ path, kind }) => isLater.has(kind) || /\.cases\.ya?ml$/.test(path))
        .map(({ path }) => path),
    );
    return outline;
  },
  more: () => {
    const before = workspace();
    const next = [...later].slice(0, atOnce);
    later = later.difference(new Set(next));
    opened = updateFiles(before, filesOf(next));
    return later.size;
  },
  update: (files) => {
    texts = new Map([...texts, ...files.map(({ path, text }) => [path, text] as const)]);
    if (opened === undefined) return;
    const paths = new Set(files.map(({ path }) => path));
    changed = changed.union(paths);
    later = later.difference(paths);
  },
  remove: (path) => {
    texts = new Map([...texts].filter(([other]) => other !== path));
    later = later.difference(new Set([path]));
    changed = changed.difference(new Set([path]));
    if (opened !== undefined) opened = removeFile(opened, path);
  },
  parts: async () => {
    for (const part of Object.values(laterAreas)) await part.get();
  },
  read: (path, text) => {
    const reading = readAlone(path, text, alone.get(path));
    alone.set(path, reading);
    return findingsAlone(reading);
  },
};

addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data).then((given) => postMessage(given)));

async function answer({ id, ask, args }: Request): Promise<Response> {
  try {
    return { id, answer: await (methodOf(ask) ?? (await laterMethodOf(ask)))(...args) };
  } catch (error) {
    const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id, error: says, isMissing: isMissingPart(error) };
  }
}

type Method = (...args: readonly unknown[]) => unknown;

type Areas = Readonly<Record<string, Readonly<Record<string, Method>>>>;

/** The client's types tie each question to its arguments. Undefined: what answers it has to come first. */
function methodOf(ask: string): Method | undefined {
  const [area = '', name] = ask.split('/');
  if (name === undefined) return upkeep[area as keyof Upkeep] as Method;
  return asked(ask, (areas as unknown as Areas)[area]?.[name]);
}

async function laterMethodOf(ask: string): Promise<Method> {
  const [area = '', name = ''] = ask.split('/');
  const part = await laterAreas[area as keyof typeof laterAreas].get();
  const method = asked(ask, (part as unknown as Areas[string])[name]);
  if (method === undefined) throw new Error(`Nobody answers ${ask}`);
  return method;
}

const asked = (ask: string, own: Method | undefined): Method | undefined =>
  own && ((...args) => own(workspaceFor(ask, args), ...args));

const workspaceFor = (ask: string, args: readonly unknown[]): Workspace =>
  typing.has(ask) ? workspaceBehind(args) : early.has(ask) ? workspaceWith(args) : wholeWorkspace();
