import {
  DidChangeWatchedFilesNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, Texts } from '../../engine/service/index.ts';
import { toldOf } from './diagnostics.ts';
import { answerRequests, capabilities, type Here } from './features.ts';
import { locate, openHandbook, pathOf, readAgain, upToDate, uriOf, type OpenHandbook } from './handbooks.ts';

/** So long after the last change the mistakes of the handbook are told. */
const silence = 120;

/** Speaks the protocol over a connection until it is closed. `chosen`: the language, whatever the client says. */
export function serveLanguage(connection: Connection, chosen: Language | undefined): void {
  const documents = new TextDocuments(TextDocument);
  const told = new Map<string, string>();
  let handbooks: readonly OpenHandbook[] = [];
  let folders: readonly string[] = [];
  let language: Language = chosen ?? 'en';
  let canRegister = false;
  let canFollowFolders = false;
  let opened: Promise<void> = Promise.resolve();
  let quiet: NodeJS.Timeout | undefined;

  const tell = (why: Texts): void => {
    connection.console.warn(why[language]);
  };

  connection.onInitialize((params): InitializeResult => {
    folders = foldersOf(params);
    language = chosen ?? languageOf(params);
    const { workspace } = params.capabilities;
    canRegister = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    canFollowFolders = workspace?.workspaceFolders === true;
    return { capabilities, serverInfo: { name: 'bylaw' } };
  });

  connection.onInitialized(async () => {
    opened = open(folders);
    if (canRegister) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.yaml' }],
      });
    }
    if (!canFollowFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      handbooks = handbooks.filter(({ folder }) => !gone.has(folder));
      opened = open(added.flatMap(({ uri }) => pathOf(uri) ?? []));
    });
  });

  async function open(added: readonly string[]): Promise<void> {
    const more = await Promise.all(added.map((folder) => openHandbook(folder, tell)));
    handbooks = [...handbooks, ...more];
    documents.all().forEach(note);
  }

  function note(document: TextDocument): void {
    const at = locate(document.uri, handbooks);
    at?.handbook.waiting.set(at.path, document.getText());
    clearTimeout(quiet);
    quiet = setTimeout(publish, silence);
  }
  documents.onDidChangeContent(({ document }) => {
    note(document);
  });
  // What was not saved is gone; the file on disk counts again.
  documents.onDidClose(({ document }) => void changedOnDisk([document.uri]));
  connection.onDidChangeWatchedFiles(({ changes }) => changedOnDisk(changes.map(({ uri }) => uri)));

  async function changedOnDisk(uris: readonly string[]): Promise<void> {
    const touched = new Set(uris.flatMap((uri) => locate(uri, handbooks)?.handbook ?? []));
    for (const handbook of touched) await readAgain(handbook, textsOpenIn(handbook), tell);
    publish();
  }

  function textsOpenIn(handbook: OpenHandbook): ReadonlyMap<string, string> {
    const open = documents.all().map((document) => ({ at: locate(document.uri, handbooks), text: document.getText() }));
    return new Map(open.flatMap(({ at, text }) => (at?.handbook === handbook ? [[at.path, text] as const] : [])));
  }

  function publish(): void {
    for (const handbook of handbooks) {
      const { readings, handbook: read } = upToDate(handbook);
      const byFile = Map.groupBy(read.diagnostics, ({ span }) => span.file);
      const address = (path: string): string => uriOf(handbook, path);
      for (const path of readings.keys()) {
        const own = byFile.get(path) ?? [];
        const diagnostics = own.map((one) => toldOf(one, language, (name) => readings.get(name)?.file, address));
        const text = JSON.stringify(diagnostics);
        if ((told.get(address(path)) ?? '[]') === text) continue;
        told.set(address(path), text);
        void connection.sendDiagnostics({ uri: address(path), diagnostics });
      }
    }
  }

  function find(uri: string): Here | undefined {
    const at = locate(uri, handbooks);
    if (at === undefined) return undefined;
    const workspace = upToDate(at.handbook);
    const file = workspace.readings.get(at.path)?.file;
    return file && { workspace, path: at.path, file, uriOf: (path) => uriOf(at.handbook, path) };
  }

  connection.onShutdown(() => {
    clearTimeout(quiet);
  });
  answerRequests(connection, { find, language: () => language, opened: () => opened });
  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders }: InitializeParams): readonly string[] {
  return (workspaceFolders ?? []).flatMap(({ uri }) => pathOf(uri) ?? []);
}

/** The client's language, where it tells it. */
function languageOf({ locale, initializationOptions }: InitializeParams): Language {
  const asked: unknown = (initializationOptions as { language?: unknown } | undefined)?.language ?? locale;
  return typeof asked === 'string' && asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
