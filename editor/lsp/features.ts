import {
  CodeActionKind,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  SemanticTokensBuilder,
  SymbolKind,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type DocumentSymbol,
  type Location,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Language, SourceFile, Span, TextEdit, Workspace } from '../../engine/service/index.ts';
import * as service from '../../engine/service/language/index.ts';
import { itemOf } from './completion.ts';
import { offsetOf, positionOf, rangeOf } from './places.ts';

/** A file that a request is about, with everything that was typed. */
export interface Here {
  readonly workspace: Workspace;
  readonly path: string;
  readonly file: SourceFile;
  readonly uriOf: (path: string) => string;
}

/** What requests need to know of the session. */
export interface Desk {
  /** Undefined for a document of no handbook. */
  readonly find: (uri: string) => Here | undefined;
  readonly language: () => Language;
  /** Settles when the folders have been read. */
  readonly opened: () => Promise<void>;
}

/** Token types that themes of editors have colours for. */
const tokenTypes: Readonly<Record<service.ColourName, string>> = {
  fact: 'variable',
  decision: 'property',
  definition: 'parameter',
  parameter: 'parameter',
  function: 'function',
  member: 'enumMember',
  unit: 'type',
  element: 'variable',
  reference: 'decorator',
  person: 'class',
  keyword: 'keyword',
  number: 'number',
  text: 'string',
  operator: 'operator',
};

export const capabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: ['.', ' ', ':', '"', '(', '[', '{', '#'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  inlayHintProvider: true,
  signatureHelpProvider: { triggerCharacters: ['(', ','] },
  semanticTokensProvider: {
    legend: { tokenTypes: service.colourNames.map((name) => tokenTypes[name]), tokenModifiers: [] },
    full: true,
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Answers what an editor asks about its documents. */
export function answerRequests(connection: Connection, desk: Desk): void {
  /** Waits for what was sent meanwhile, so that a request that was taken back is not worked on. */
  async function about<Answer>(
    uri: string,
    token: CancellationToken,
    answer: (here: Here) => Answer,
  ): Promise<Answer | null | ResponseError<undefined>> {
    await desk.opened();
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const here = desk.find(uri);
    return here === undefined ? null : answer(here);
  }

  connection.onCompletion(({ textDocument, position }, token) =>
    about(textDocument.uri, token, ({ workspace, path, file }) => {
      const offset = offsetOf(file, position);
      const items = service.completions(workspace, path, offset);
      // Titles match too, which the client cannot know: it asks again with each letter.
      return { isIncomplete: true, items: items.map((one, i) => itemOf(one, i, file, offset, desk.language())) };
    }),
  );

  connection.onHover(({ textDocument, position }, token) =>
    about(textDocument.uri, token, ({ workspace, path, file }) => {
      const found = service.hover(workspace, path, offsetOf(file, position));
      if (found === undefined) return null;
      const contents = { kind: MarkupKind.Markdown, value: found.text[desk.language()] };
      return { contents, range: rangeOf(file, found.span) };
    }),
  );

  connection.onDefinition(({ textDocument, position }, token) =>
    about(textDocument.uri, token, (here) =>
      locations(service.definition(here.workspace, here.path, offsetOf(here.file, position)), here),
    ),
  );

  connection.onReferences(({ textDocument, position, context }, token) =>
    about(textDocument.uri, token, (here) => {
      const { workspace, path, file } = here;
      const spans = service.references(workspace, path, offsetOf(file, position), context.includeDeclaration);
      return locations(spans, here);
    }),
  );

  connection.onPrepareRename(({ textDocument, position }, token) =>
    about(textDocument.uri, token, ({ workspace, path, file }) => {
      const can = service.renamable(workspace, path, offsetOf(file, position));
      if ('refused' in can) return refused(can.refused[desk.language()]);
      return { range: rangeOf(file, can.span), placeholder: can.name };
    }),
  );

  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    about(textDocument.uri, token, (here) => {
      const done = service.rename(here.workspace, here.path, offsetOf(here.file, position), newName);
      if ('refused' in done) return refused(done.refused[desk.language()]);
      if (done.note !== undefined) connection.window.showInformationMessage(done.note[desk.language()]);
      return workspaceEdit(done.edits, here);
    }),
  );

  connection.onDocumentSymbol(({ textDocument }, token) =>
    about(textDocument.uri, token, ({ workspace, path, file }) =>
      service.fileParts(workspace, path).map((part) => symbolOf(part, file, desk.language())),
    ),
  );

  connection.onDocumentFormatting(({ textDocument }, token) =>
    about(textDocument.uri, token, ({ workspace, path, file }) =>
      service.formatting(workspace, path).map(({ span, text }) => ({ range: rangeOf(file, span), newText: text })),
    ),
  );

  connection.onCodeAction(({ textDocument, range }, token) =>
    about(textDocument.uri, token, (here) => {
      const [start, end] = [offsetOf(here.file, range.start), offsetOf(here.file, range.end)];
      return service.fixes(here.workspace, here.path, start, end).map(({ title, change, isPreferred }) => ({
        title: title[desk.language()],
        kind: CodeActionKind.QuickFix,
        isPreferred,
        edit: workspaceEdit(change.edits, here),
      }));
    }),
  );

  connection.onSignatureHelp(({ textDocument, position }, token) =>
    about(textDocument.uri, token, ({ workspace, path, file }) => {
      const found = service.signature(workspace, path, offsetOf(file, position));
      if (found === undefined) return null;
      const { label, parameters, active, doc } = found;
      const documentation = { kind: MarkupKind.Markdown, value: doc[desk.language()] };
      const own = parameters.map(([start, end]) => ({ label: [start, end] as [number, number] }));
      return { signatures: [{ label, documentation, parameters: own }], activeSignature: 0, activeParameter: active };
    }),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    about(textDocument.uri, token, ({ workspace, path, file }) =>
      service
        .inlays(workspace, path, offsetOf(file, range.start), offsetOf(file, range.end))
        .map(({ offset, title }) => ({
          position: positionOf(file, offset),
          label: title[desk.language()],
          paddingLeft: true,
        })),
    ),
  );

  connection.languages.semanticTokens.on(async ({ textDocument }, token) => {
    const tokens = await about(textDocument.uri, token, ({ workspace, path, file }) => {
      const builder = new SemanticTokensBuilder();
      for (const { start, end, colour } of service.colours(workspace, path)) {
        const from = positionOf(file, start);
        // A text over several lines has no one place in the protocol.
        if (positionOf(file, end).line !== from.line) continue;
        builder.push(from.line, from.character, end - start, service.colourNames.indexOf(colour), 0);
      }
      return builder.build();
    });
    return tokens ?? { data: [] };
  });
}

const refused = (why: string): ResponseError<undefined> => new ResponseError(LSPErrorCodes.RequestFailed, why);

function locations(spans: readonly Span[], { workspace, uriOf }: Here): Location[] {
  return spans.flatMap((span) => {
    const file = workspace.readings.get(span.file)?.file;
    return file === undefined ? [] : [{ uri: uriOf(span.file), range: rangeOf(file, span) }];
  });
}

function workspaceEdit(edits: readonly TextEdit[], { workspace, uriOf }: Here): WorkspaceEdit {
  const byFile = Map.groupBy(edits, ({ span }) => span.file);
  const changes = [...byFile].flatMap(([path, own]) => {
    const file = workspace.readings.get(path)?.file;
    if (file === undefined) return [];
    return [[uriOf(path), own.map(({ span, text }) => ({ range: rangeOf(file, span), newText: text }))] as const];
  });
  return { changes: Object.fromEntries(changes) };
}

function symbolOf(
  { name, title, span, place, parts }: service.FilePart,
  file: SourceFile,
  language: Language,
): DocumentSymbol {
  return {
    name,
    ...(title === undefined ? {} : { detail: title[language] }),
    kind: parts.length > 0 ? SymbolKind.Object : SymbolKind.Property,
    range: rangeOf(file, span),
    selectionRange: rangeOf(file, place),
    children: parts.map((part) => symbolOf(part, file, language)),
  };
}
