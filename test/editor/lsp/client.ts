import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  InitializedNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

/** `bylaw lsp` as an editor starts it, and what it has told so far. */
export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** The newest of each file, by address. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly registered: readonly string[];
  readonly stop: () => Promise<number | null>;
}

const command = new URL('../../../engine/cli/bylaw.js', import.meta.url).pathname;
const capabilities: ClientCapabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

export async function startClient(folder: string, locale = 'en'): Promise<LspClient> {
  const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const registered: string[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (told) => {
    diagnostics.set(told.uri, told.diagnostics);
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  connection.listen();
  const uri = pathToFileURL(folder).href;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    locale,
    capabilities,
    workspaceFolders: [{ uri, name: 'handbook' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const stop = async (): Promise<number | null> => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    const code = await ended;
    connection.dispose();
    return code;
  };
  return { connection, initialized, diagnostics, registered, stop };
}
