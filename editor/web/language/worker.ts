import {
  openWorkspace,
  removeFile,
  updateFiles,
  type FileText,
  type Workspace,
} from '../../../engine/service/index.ts';
import { outlineOfTexts } from './asks/handbook.ts';
import { areas } from './asks/index.ts';
import type { Request, Response, Upkeep } from './protocol.ts';

/** Texts that nobody asked about yet; once somebody has, the workspace holds them. */
let texts: ReadonlyMap<string, string> = new Map();
let opened: Workspace | undefined;

const filesOf = (held: ReadonlyMap<string, string>): readonly FileText[] =>
  [...held].map(([path, text]) => ({ path, text }));

function workspace(): Workspace {
  opened ??= openWorkspace(filesOf(texts));
  return opened;
}

const upkeep: Upkeep = {
  open: (files) => {
    texts = new Map(files.map(({ path, text }) => [path, text]));
    opened = undefined;
    return outlineOfTexts(files);
  },
  update: (files) => {
    texts = new Map([...texts, ...files.map(({ path, text }) => [path, text] as const)]);
    if (opened !== undefined) opened = updateFiles(opened, files);
  },
  remove: (path) => {
    texts = new Map([...texts].filter(([other]) => other !== path));
    if (opened !== undefined) opened = removeFile(opened, path);
  },
};

addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data).then((given) => postMessage(given)));

async function answer({ id, ask, args }: Request): Promise<Response> {
  try {
    return { id, answer: await methodOf(ask)(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

type Method = (...args: readonly unknown[]) => unknown;

/** The client's types tie each question to its arguments. */
function methodOf(ask: string): Method {
  const [area = '', name] = ask.split('/');
  if (name === undefined) return upkeep[area as keyof Upkeep] as Method;
  const own = (areas as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>)[area]?.[name];
  if (own === undefined) throw new Error(`Nobody answers ${ask}`);
  return (...args) => own(workspace(), ...args);
}
