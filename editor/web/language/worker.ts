import { openWorkspace, overview, readPolicy, tryPolicy, updateFile } from '../../../engine/service/index.ts';
import type { LanguageService, Request, Response } from './protocol.ts';

let workspace = openWorkspace([]);

const service: LanguageService = {
  open: (files) => {
    workspace = openWorkspace(files);
  },
  update: (path, text) => {
    workspace = updateFile(workspace, path, text);
  },
  overview: (at) => overview(workspace, at),
  reading: (path, at) => readPolicy(workspace, path, at),
  attempt: (question) => tryPolicy(workspace, question),
};

addEventListener('message', ({ data }: MessageEvent<Request>) => postMessage(answer(data)));

function answer({ id, ask, args }: Request): Response {
  try {
    // The client's type ties each question to its arguments.
    const method = service[ask] as (...args: readonly unknown[]) => unknown;
    return { id, answer: method(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
