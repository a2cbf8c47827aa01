import {
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Position,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, SourceFile, Texts, Workspace } from '../../engine/service/index.ts';
import { completions, hover } from '../../engine/service/language/index.ts';
import { itemOf } from './completion.ts';
import { toldOf } from './diagnostics.ts';
import { locate, openHandbook, pathOf, readAgain, upToDate, uriOf, type OpenHandbook } from './handbooks.ts';
import { offsetOf, rangeOf } from './places.ts';

/** So long after the last change the mistakes of the handbook are told. */
const silence = 120;

/** Speaks the protocol over a connection until it is closed. `language`: what the client does not choose otherwise. */
export function serveLanguage(connection: Connection, chosen: Language | undefined): void {
  const documents = new TextDocuments(TextDocument);
  const handbooks: OpenHandbook[] = [];
  let folders: readonly string[] = [];
  let language: Language = chosen ?? 'en';
  let canRegister = false;
  let quiet: NodeJS.Timeout | undefined;
  const told = new Map<string, string>();
  /** Settles when the folders have been read. */
  let opened: Promise<void> = Promise.resolve();

  const tell = (why: Texts): void => {
    connection.console.warn(why[language]);
  };

  connection.onInitialize((params): InitializeResult => {
    folders = foldersOf(params);
    language = chosen ?? languageOf(params);
    canRegister = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['.', ' ', ':', '"', '(', '[', '{', '#'] },
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'bylaw' },
    };
  });

  connection.onInitialized(async () => {
    opened = openAll(folders);
    if (canRegister) {
      await connection.client.register(
        { method: 'workspace/didChangeWatchedFiles' } as never,
        {
          watchers: [{ globPattern: '**/*.yaml' }],
        } as never,
      );
    }
    await opened;
  });

  async function openAll(added: readonly string[]): Promise<void> {
    for (const folder of added) handbooks.push(await openHandbook(folder, tell));
    for (const document of documents.all()) note(document);
    publishSoon();
  }

  const note = (document: TextDocument): void => {
    const at = locate(document.uri, handbooks);
    at?.handbook.waiting.set(at.path, document.getText());
    publishSoon();
  };
  documents.onDidChangeContent(({ document }) => {
    note(document);
  });

  function publishSoon(): void {
    clearTimeout(quiet);
    quiet = setTimeout(publish, silence);
  }

  function publish(): void {
    for (const handbook of handbooks) {
      const { readings, handbook: read } = upToDate(handbook);
      const byFile = Map.groupBy(read.diagnostics, ({ span }) => span.file);
      for (const path of readings.keys()) {
        const uri = uriOf(handbook, path);
        const diagnostics = (byFile.get(path) ?? []).map((one) =>
          toldOf(
            one,
            language,
            (name) => readings.get(name)?.file,
            (name) => uriOf(handbook, name),
          ),
        );
        const text = JSON.stringify(diagnostics);
        if ((told.get(uri) ?? '[]') === text) continue;
        told.set(uri, text);
        void connection.sendDiagnostics({ uri, diagnostics });
      }
    }
  }

  interface Here {
    readonly workspace: Workspace;
    readonly handbook: OpenHandbook;
    readonly file: SourceFile;
    readonly path: string;
    readonly offset: number;
  }

  function here(uri: string, position: Position = { line: 0, character: 0 }): Here | undefined {
    const at = locate(uri, handbooks);
    if (at === undefined) return undefined;
    const workspace = upToDate(at.handbook);
    const file = workspace.readings.get(at.path)?.file;
    return file === undefined
      ? undefined
      : { workspace, handbook: at.handbook, path: at.path, file, offset: offsetOf(file, position) };
  }

  connection.onCompletion(({ textDocument, position }, token) =>
    unlessCancelled(opened, token, () => {
      const at = here(textDocument.uri, position);
      if (at === undefined) return null;
      const items = completions(at.workspace, at.path, at.offset);
      return {
        // Titles match too, which the client cannot know: it asks again with each letter.
        isIncomplete: true,
        items: items.map((one, index) => itemOf(one, index, at.file, at.offset, language)),
      };
    }),
  );

  connection.onHover(({ textDocument, position }, token) =>
    unlessCancelled(opened, token, () => {
      const at = here(textDocument.uri, position);
      const found = at === undefined ? undefined : hover(at.workspace, at.path, at.offset);
      if (at === undefined || found === undefined) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.text[language] },
        range: rangeOf(at.file, found.span),
      };
    }),
  );

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const touched = new Set(changes.flatMap(({ uri }) => locate(uri, handbooks)?.handbook ?? []));
    for (const handbook of touched) await readAgain(handbook, openIn(handbook), tell);
    publishSoon();
  });

  function openIn(handbook: OpenHandbook): ReadonlyMap<string, string> {
    const open = documents.all().map((document) => ({ at: locate(document.uri, handbooks), text: document.getText() }));
    return new Map(open.flatMap(({ at, text }) => (at?.handbook === handbook ? [[at.path, text] as const] : [])));
  }

  connection.onShutdown(() => {
    clearTimeout(quiet);
  });
  documents.listen(connection);
  connection.listen();
}

/** Answers after what the client has sent meanwhile was read, so that a request it took back is not worked on. */
async function unlessCancelled<Answer>(
  opened: Promise<void>,
  token: CancellationToken,
  answer: () => Answer,
): Promise<Answer | ResponseError<undefined>> {
  await opened;
  await new Promise((resolve) => setImmediate(resolve));
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return answer();
}

function foldersOf({ workspaceFolders }: InitializeParams): readonly string[] {
  return (workspaceFolders ?? []).flatMap(({ uri }) => pathOf(uri) ?? []);
}

/** The client's language, where it tells it. */
function languageOf({ locale, initializationOptions }: InitializeParams): Language {
  const asked: unknown = (initializationOptions as { language?: unknown } | undefined)?.language ?? locale;
  return typeof asked === 'string' && asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
